/// Who can own something here: gigs, orders, money. A person, or an organisation of persons.
package struct Party: Hashable, Sendable {
  package static let nameCharactersMax = 40

  package enum Kind: String, CaseIterable, Sendable {
    case person
    case organisation
  }

  package enum State: Hashable, Sendable {
    case active
    /// By staff, until staff lift it.
    case suspended(at: Instant)
    /// By the owner, for good.
    case closed(at: Instant)
  }

  package let id: ID<Party>
  package let kind: Kind
  package private(set) var name: String
  /// The language in which the name is written.
  package private(set) var language: Locale
  package private(set) var state: State
  package let openedAt: Instant

  package init(
    id: ID<Party>, kind: Kind, name: String, language: Locale, state: State = .active,
    openedAt: Instant
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.language = language
    self.state = state
    self.openedAt = openedAt
  }

  package var isActive: Bool { state == .active }
}

extension Party: Entity {
  package static let noun = Noun.party
}

extension Party {
  /// Colleagues are for those who employ them, or one moderator could lock everybody out.
  package func suspended(
    because reason: String, isStaff: Bool, by actor: Actor, at now: Instant
  ) throws(AccountError) -> Party {
    try actor.must(isStaff ? .employ : .suspend, or: AccountError.self)
    guard reason.isText(atMost: Gig.reasonCharactersMax) else { throw .unfitReason }
    guard isActive else { throw .notActive(id) }
    return with(.suspended(at: now))
  }

  package func reinstated(isStaff: Bool, by actor: Actor) throws(AccountError) -> Party {
    try actor.must(isStaff ? .employ : .suspend, or: AccountError.self)
    guard case .suspended = state else { throw .notSuspended(id) }
    return with(.active)
  }

  /// A suspended party can be closed too: nobody is kept against their will.
  package func closed(by actor: Actor, at now: Instant) throws(AccountError) -> Party {
    try actor.must(.govern, over: id, or: AccountError.self)
    if case .closed = state { throw .notActive(id) }
    return with(.closed(at: now))
  }

  /// Who is suspended does not slip away under another name.
  package func renamed(
    _ name: String, in language: Locale, by actor: Actor
  ) throws(AccountError) -> Party {
    try actor.must(.present, over: id, or: AccountError.self)
    guard isActive else { throw .notActive(id) }
    var party = self
    party.name = try Self.checkedName(name)
    party.language = language
    return party
  }

  package var canBeClosed: Bool { if case .closed = state { false } else { true } }

  private func with(_ state: State) -> Party {
    var party = self
    party.state = state
    return party
  }

  /// What may stand as a name: one line of what a reader sees as at most so many characters. It stands
  /// in letters to people who are no members, so it is no address to follow, and nothing in it is hidden.
  package static func checkedName(_ name: String) throws(AccountError) -> String {
    guard name.isLine(atMost: nameCharactersMax), !name.hidesSomething, !name.contains("://"),
      !name.lowercased().contains("www.")
    else { throw .unfitName(name) }
    return name
  }
}

package enum AccountError: Refusing, Hashable {
  case refused(Refusal)
  case unknownParty(ID<Party>)
  case unknownAccount(ID<Account>)
  case notActive(ID<Party>)
  case notSuspended(ID<Party>)
  case unfitName(String)
  case unfitReason
  case unfitContact(String)
  /// Somebody else has this e-mail address or telephone number.
  case contactTaken(String)
  case notAPerson(ID<Party>)
  case notAnOrganisation(ID<Party>)
  case alreadyMember(ID<Party>)
  case notAMember(ID<Party>)
  /// An organisation without an owner would belong to nobody.
  case lastOwner(ID<Party>)
  case tooManyMembers(Int)
  case unknownInvitation
  /// It was answered, withdrawn, or is too old.
  case invitationOver
  case tooManyInvitations(Int)
  case unchanged
}
