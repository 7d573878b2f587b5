/// Who asks for something to be done. Every rule is told, and decides by it.
package enum Actor: Hashable, Sendable {
  case visitor
  case member(Standing)
  /// The person at the server's own terminal, who can do anything and is written down as such.
  case `operator`

  /// What is known of somebody who is signed in.
  package struct Standing: Hashable, Sendable {
    package let account: ID<Account>
    package let party: ID<Party>
    package var roles: Set<StaffRole>
    package var organisations: [ID<Party>: MemberRole]

    package init(
      account: ID<Account>, party: ID<Party>, roles: Set<StaffRole> = [],
      organisations: [ID<Party>: MemberRole] = [:]
    ) {
      self.account = account
      self.party = party
      self.roles = roles
      self.organisations = organisations
    }
  }

  /// As it stands in the audit log.
  package var name: String {
    switch self {
    case .visitor: "visitor"
    case .member(let standing): "account:\(standing.account)"
    case .operator: "operator"
    }
  }

  package var account: ID<Account>? {
    if case .member(let standing) = self { standing.account } else { nil }
  }
}

extension Actor.Standing {
  /// In whose name he acts: his own, or that of an organisation which he chose and still belongs to.
  package func acts(for chosen: ID<Party>?) -> ID<Party> {
    chosen.flatMap { organisations[$0]?.powers.contains(.sell) == true ? $0 : nil } ?? party
  }
}

/// What a rule may ask of an actor with regard to the party that owns the thing.
package enum PowerOverParty: CaseIterable, Sendable {
  /// Writes, publishes and withdraws its gigs.
  case sell
  /// Answers in its name.
  case speak
  /// Says who it is.
  case present
  /// Decides who belongs to it, and whether it goes on.
  case govern
}

/// What staff may do to what belongs to others.
package enum Power: CaseIterable, Sendable {
  case moderate
  case suspend
  case keepCatalogue
  case keepBooks
  case makeRules
  case employ
}

/// What somebody is in an organisation.
package enum MemberRole: String, CaseIterable, Sendable {
  case owner
  case manager
  case member

  package var powers: Set<PowerOverParty> {
    switch self {
    case .owner: [.sell, .speak, .present, .govern]
    case .manager: [.sell, .speak, .present]
    case .member: [.sell, .speak]
    }
  }
}

/// What somebody is in the house.
package enum StaffRole: String, CaseIterable, Sendable {
  case moderator
  case support
  case finance
  case admin

  package var powers: Set<Power> {
    switch self {
    case .moderator: [.moderate, .suspend]
    case .support: []
    case .finance: [.keepBooks]
    case .admin: Set(Power.allCases)
    }
  }
}

package enum Refusal: Hashable, Sendable {
  case signInNeeded
  /// It belongs to somebody else, or takes another role.
  case notAllowed
}

extension Actor {
  /// Nil when the actor has the power. Staff have none over what members write: they take it
  /// down, they do not change it.
  package func refusal(of power: PowerOverParty, over party: ID<Party>) -> Refusal? {
    switch self {
    case .operator: return nil
    case .visitor: return .signInNeeded
    case .member(let standing):
      if standing.party == party { return nil }
      let powers = standing.organisations[party]?.powers ?? []
      return powers.contains(power) ? nil : .notAllowed
    }
  }

  package func refusal(of power: Power) -> Refusal? {
    switch self {
    case .operator: nil
    case .visitor: .signInNeeded
    case .member(let standing):
      standing.roles.contains { $0.powers.contains(power) } ? nil : .notAllowed
    }
  }
}

/// An error of a rule that asks who acts.
package protocol Refusing: Error {
  static func refused(_ refusal: Refusal) -> Self
}

extension Actor {
  package func must<Failure: Refusing>(
    _ power: PowerOverParty, over party: ID<Party>, or failure: Failure.Type
  ) throws(Failure) {
    if let refusal = refusal(of: power, over: party) { throw .refused(refusal) }
  }

  package func must<Failure: Refusing>(
    _ power: Power, or failure: Failure.Type
  ) throws(Failure) {
    if let refusal = refusal(of: power) { throw .refused(refusal) }
  }
}
