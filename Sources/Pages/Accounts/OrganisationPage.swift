package import Market
package import Theme

/// Who belongs to an organisation, and a form to invite somebody.
package struct OrganisationForm: Sendable {
  package var state: FormState
  package var organisation: OrganisationFact
  package var members: [MemberFact]
  package var invitations: [InvitationFact]
  /// Whoever looks decides who belongs to it.
  package var mayGovern: Bool
  /// Of somebody to be invited, as they were sent.
  package var contact: String
  package var role: String
  /// Of the IANA database.
  package var timezone: String

  package init(
    state: FormState, organisation: OrganisationFact, members: [MemberFact],
    invitations: [InvitationFact] = [], mayGovern: Bool = false, contact: String = "",
    role: String = MemberRole.member.rawValue, timezone: String
  ) {
    self.state = state
    self.organisation = organisation
    self.members = members
    self.invitations = invitations
    self.mayGovern = mayGovern
    self.contact = contact
    self.role = role
    self.timezone = timezone
  }
}

/// The members of an organisation.
package struct OrganisationPage: View {
  package let around: FormFrame
  package let organisation: OrganisationLine
  package let members: [MemberLine]
  package let mayGovern: Bool
  package let invitations: [SentInvitation]
  package let form: FormAddress
  package let contact: TextField
  package let role: ChoiceField
  package let back: Link

  package init(
    around: FormFrame,
    organisation: OrganisationLine,
    members: [MemberLine],
    mayGovern: Bool = false,
    invitations: [SentInvitation] = [],
    form: FormAddress,
    contact: TextField,
    role: ChoiceField,
    back: Link
  ) {
    self.around = around
    self.organisation = organisation
    self.members = members
    self.mayGovern = mayGovern
    self.invitations = invitations
    self.form = form
    self.contact = contact
    self.role = role
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page of the members of an organisation."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("organisation", \.organisation, "Which one."),
    Field("members", \.members, "Who belongs to it."),
    Field("mayGovern", \.mayGovern, "Whoever looks decides who belongs to it."),
    Field("invitations", \.invitations, "Those that wait for an answer."),
    Field("form", \.form, "Where an invitation is sent."),
    Field("contact", \.contact, "Who is invited."),
    Field("role", \.role, "What the invited would be in it."),
    Field("back", \.back, "The page of all organisations of the member."))
}

/// Somebody in an organisation.
package struct MemberLine: View {
  package let name: Said
  package let seal: Seal
  package let role: MemberRole
  package let isSelf: Bool
  package let roles: [ChoiceOption]
  package let change: FormAddress?
  package let removal: FormAddress?

  package init(
    name: Said,
    seal: Seal,
    role: MemberRole,
    isSelf: Bool,
    roles: [ChoiceOption] = [],
    change: FormAddress? = nil,
    removal: FormAddress? = nil
  ) {
    self.name = name
    self.seal = seal
    self.role = role
    self.isSelf = isSelf
    self.roles = roles
    self.change = change
    self.removal = removal
  }

  package static let about = "Somebody who belongs to an organisation."
  package static let fields = Fields<Self>(
    Field("name", \.name, "Who it is."),
    Field("seal", \.seal, "The characters that stand for the person."),
    Field("role", \.role, "What the person is in it."),
    Field("isSelf", \.isSelf, "It is the one who looks."),
    Field("roles", \.roles, "What else the person could be, for the field `role`."),
    Field("change", \.change, "Where another role is sent; missing for who may not."),
    Field("removal", \.removal, "Where leaving or sending away is sent; missing for who may not."))
}

/// An invitation that waits for an answer, as those who sent it see it.
package struct SentInvitation: View {
  package let contact: String
  package let role: MemberRole
  package let invited: Moment
  package let ends: Moment
  package let withdrawal: FormAddress?

  package init(
    contact: String,
    role: MemberRole,
    invited: Moment,
    ends: Moment,
    withdrawal: FormAddress? = nil
  ) {
    self.contact = contact
    self.role = role
    self.invited = invited
    self.ends = ends
    self.withdrawal = withdrawal
  }

  package static let about = "An invitation to an organisation that waits for an answer."
  package static let fields = Fields<Self>(
    Field("contact", \.contact, "Where it was sent."),
    Field("role", \.role, "What the invited would be."),
    Field("invited", \.invited, "When it was sent."),
    Field("ends", \.ends, "Until when it can be answered."),
    Field("withdrawal", \.withdrawal, "Where taking it back is sent; missing for who may not."))
}
