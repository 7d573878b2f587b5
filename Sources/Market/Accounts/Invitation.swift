/// Somebody is asked to join an organisation. Whoever has the link and signs in may answer it once.
package struct Invitation: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case open
    case accepted(at: Instant)
    case declined(at: Instant)
    case withdrawn(at: Instant)
  }

  package static let life = Duration.days(14)
  package static let openMax = 50

  package let id: ID<Invitation>
  package let key: PublicID<Invitation>
  package let organisation: ID<Party>
  package let contact: Contact
  package let role: MemberRole
  package let inviter: ID<Account>
  package let madeAt: Instant
  package private(set) var state: State

  package init(
    id: ID<Invitation>, key: PublicID<Invitation>, organisation: ID<Party>, contact: Contact,
    role: MemberRole, inviter: ID<Account>, madeAt: Instant, state: State = .open
  ) {
    self.id = id
    self.key = key
    self.organisation = organisation
    self.contact = contact
    self.role = role
    self.inviter = inviter
    self.madeAt = madeAt
    self.state = state
  }

  package var endsAt: Instant { madeAt + Self.life }

  package func isOpen(at now: Instant) -> Bool { state == .open && now < endsAt }

  package func accepted(at now: Instant) throws(AccountError) -> Invitation {
    try settled(.accepted(at: now), at: now)
  }

  package func declined(at now: Instant) throws(AccountError) -> Invitation {
    try settled(.declined(at: now), at: now)
  }

  package func withdrawn(by actor: Actor, at now: Instant) throws(AccountError) -> Invitation {
    try actor.must(.govern, over: organisation, or: AccountError.self)
    return try settled(.withdrawn(at: now), at: now)
  }

  private func settled(_ state: State, at now: Instant) throws(AccountError) -> Invitation {
    guard isOpen(at: now) else { throw .invitationOver }
    var invitation = self
    invitation.state = state
    return invitation
  }
}

extension Invitation: Entity {
  package static let noun = Noun.invitation
}
