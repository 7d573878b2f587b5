package import Market
package import Theme

/// An organisation that somebody belongs to.
package struct OrganisationFact: Hashable, Sendable {
  package let party: ID<Party>
  package let name: String
  /// The language in which the name is written.
  package let language: Locale
  package let role: MemberRole
  package let memberCount: Int
  /// Somebody acts in its name now.
  package let isActing: Bool

  package init(
    party: ID<Party>, name: String, language: Locale, role: MemberRole, memberCount: Int = 1,
    isActing: Bool = false
  ) {
    self.party = party
    self.name = name
    self.language = language
    self.role = role
    self.memberCount = memberCount
    self.isActing = isActing
  }
}

/// Somebody in an organisation.
package struct MemberFact: Hashable, Sendable {
  package let party: ID<Party>
  package let name: String
  package let language: Locale
  package let role: MemberRole
  package let isSelf: Bool
  /// Whoever looks may give the member another role or send the member away.
  package let mayChange: Bool

  package init(
    party: ID<Party>, name: String, language: Locale, role: MemberRole, isSelf: Bool = false,
    mayChange: Bool = false
  ) {
    self.party = party
    self.name = name
    self.language = language
    self.role = role
    self.isSelf = isSelf
    self.mayChange = mayChange
  }
}

/// An invitation that nobody has answered yet.
package struct InvitationFact: Hashable, Sendable {
  /// The public one.
  package let id: String
  /// Whole, or with its middle hidden.
  package let contact: String
  package let role: MemberRole
  package let invitedAt: Instant
  package let endsAt: Instant

  package init(
    id: String, contact: String, role: MemberRole, invitedAt: Instant, endsAt: Instant
  ) {
    self.id = id
    self.contact = contact
    self.role = role
    self.invitedAt = invitedAt
    self.endsAt = endsAt
  }
}

/// An invitation to somebody who is signed in.
package struct ReceivedInvitation: Hashable, Sendable {
  package let id: String
  package let organisation: String
  package let organisationLanguage: Locale
  package let role: MemberRole
  package let inviter: String
  package let inviterLanguage: Locale
  package let endsAt: Instant

  package init(
    id: String, organisation: String, organisationLanguage: Locale, role: MemberRole,
    inviter: String, inviterLanguage: Locale, endsAt: Instant
  ) {
    self.id = id
    self.organisation = organisation
    self.organisationLanguage = organisationLanguage
    self.role = role
    self.inviter = inviter
    self.inviterLanguage = inviterLanguage
    self.endsAt = endsAt
  }
}

extension MemberRole: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .owner: 0
    case .manager: 1
    case .member: 2
    }
  }
}

struct MemberRoleName: Sentence {
  static let key = "team.role"
  let role: MemberRole
  static let about = "What somebody is in an organisation."
  static let fields = Fields<Self>(Field("role", \.role, "Which role."))
}

struct MemberRoleChoice: Sentence {
  static let key = "team.choice"
  let role: MemberRole
  static let about = "A role, and what it allows, where one is chosen."
  static let fields = Fields<Self>(Field("role", \.role, "Which role."))
}
