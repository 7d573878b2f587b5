package import Market
package import Theme

/// The organisations of somebody, and a form to found one.
package struct OrganisationsForm: Sendable {
  package var state: FormState
  package var organisations: [OrganisationFact]
  package var invitations: [ReceivedInvitation]
  /// Of one to be founded, as it was typed.
  package var name: String
  /// Whose account it is, to act as nobody else again.
  package var party: ID<Party>
  /// Of the IANA database.
  package var timezone: String

  package init(
    state: FormState, organisations: [OrganisationFact] = [],
    invitations: [ReceivedInvitation] = [], name: String = "", party: ID<Party>,
    timezone: String
  ) {
    self.state = state
    self.organisations = organisations
    self.invitations = invitations
    self.name = name
    self.party = party
    self.timezone = timezone
  }
}

/// The organisations of a member.
package struct OrganisationsPage: View {
  package let around: FormFrame
  package let organisations: [OrganisationLine]
  package let isActing: Bool
  package let own: Int
  package let acting: FormAddress
  package let invitations: [InvitationLine]
  package let form: FormAddress
  package let name: TextField

  package init(
    around: FormFrame,
    organisations: [OrganisationLine],
    isActing: Bool = false,
    own: Int,
    acting: FormAddress,
    invitations: [InvitationLine] = [],
    form: FormAddress,
    name: TextField
  ) {
    self.around = around
    self.organisations = organisations
    self.isActing = isActing
    self.own = own
    self.acting = acting
    self.invitations = invitations
    self.form = form
    self.name = name
  }

  package static let isDynamic = true
  package static let about = "The page of the organisations that a member belongs to."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("organisations", \.organisations, "Those that the member belongs to."),
    Field("isActing", \.isActing, "The member acts in the name of one of them."),
    Field("own", \.own, "The member's own number, for the hidden field `party`."),
    Field("acting", \.acting, "Where acting in one's own name again is sent."),
    Field("invitations", \.invitations, "Those that wait for an answer of the member."),
    Field("form", \.form, "Where founding one is sent."),
    Field("name", \.name, "The name of one to be founded."))
}

/// An organisation that a member belongs to.
package struct OrganisationLine: View {
  package let name: Said
  package let seal: Seal
  package let role: MemberRole
  package let members: Int
  package let link: Link
  package let party: Int
  package let isActing: Bool
  package let acting: FormAddress

  package init(
    name: Said,
    seal: Seal,
    role: MemberRole,
    members: Int,
    link: Link,
    party: Int,
    isActing: Bool,
    acting: FormAddress
  ) {
    self.name = name
    self.seal = seal
    self.role = role
    self.members = members
    self.link = link
    self.party = party
    self.isActing = isActing
    self.acting = acting
  }

  package static let about = "An organisation that a member belongs to."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What it is called."),
    Field("seal", \.seal, "The characters that stand for it."),
    Field("role", \.role, "What the member is in it."),
    Field("members", \.members, "How many belong to it."),
    Field("link", \.link, "The page of its members."),
    Field("party", \.party, "Its number, for the hidden field `party`."),
    Field("isActing", \.isActing, "The member acts in its name now."),
    Field("acting", \.acting, "Where acting in its name is sent."))
}

/// An invitation that waits for an answer.
package struct InvitationLine: View {
  package let organisation: Said
  package let inviter: Said
  package let role: MemberRole
  package let ends: Moment
  package let link: Link

  package init(
    organisation: Said,
    inviter: Said,
    role: MemberRole,
    ends: Moment,
    link: Link
  ) {
    self.organisation = organisation
    self.inviter = inviter
    self.role = role
    self.ends = ends
    self.link = link
  }

  package static let about = "An invitation to an organisation, to a member."
  package static let fields = Fields<Self>(
    Field("organisation", \.organisation, "Which one."),
    Field("inviter", \.inviter, "Who invites."),
    Field("role", \.role, "What the member would be in it."),
    Field("ends", \.ends, "Until when it can be answered."),
    Field("link", \.link, "Where it is answered."))
}
