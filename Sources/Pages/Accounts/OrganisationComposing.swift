import Market
import Theme

extension OrganisationsPage {
  package init(_ form: OrganisationsForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let name = fields.text(
      .organisation, form.name, charactersMax: Party.nameCharactersMax)
    self.init(
      around: fields.around(.organisations, at: .settings(.organisations), [name]),
      organisations: form.organisations.map { OrganisationLine($0, form.state, in: edition) },
      isActing: form.organisations.contains(where: \.isActing), own: Int(form.party.number),
      acting: edition.form(.acting, form.state),
      invitations: form.invitations.map { InvitationLine($0, form.timezone, in: edition) },
      form: edition.form(.organisations, form.state), name: name)
  }
}

extension OrganisationLine {
  init(_ fact: OrganisationFact, _ state: FormState, in edition: Edition) {
    self.init(
      name: edition.said(fact.name, in: fact.language), seal: Seal(of: fact.name),
      role: fact.role, members: fact.memberCount,
      link: edition.link(.organisation(fact.party, .page)), party: Int(fact.party.number),
      isActing: fact.isActing, acting: edition.form(.acting, state))
  }
}

extension OrganisationPage {
  package init(_ form: OrganisationForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let party = form.organisation.party
    let contact = fields.text(.invited, form.contact)
    let role = fields.choice(.role, among: edition.roleOptions(chosen: form.role))
    self.init(
      around: fields.around(
        .organisation, at: .organisation(party, .page), name: form.organisation.name,
        [contact, role]),
      organisation: OrganisationLine(form.organisation, form.state, in: edition),
      members: form.members.map { MemberLine($0, of: party, form.state, in: edition) },
      mayGovern: form.mayGovern,
      invitations: form.invitations.map { SentInvitation($0, form, in: edition) },
      form: edition.form(.invitations, of: party, form.state), contact: contact, role: role,
      back: edition.link(.organisations))
  }
}

extension MemberLine {
  fileprivate init(
    _ fact: MemberFact, of party: ID<Party>, _ state: FormState, in edition: Edition
  ) {
    self.init(
      name: edition.said(fact.name, in: fact.language), seal: Seal(of: fact.name),
      role: fact.role, isSelf: fact.isSelf,
      roles: MemberRole.allCases.map { role in
        ChoiceOption(
          value: role.rawValue, label: edition.words(MemberRoleName(role: role)),
          isChosen: role == fact.role)
      },
      change: fact.mayChange ? edition.form(.member(fact.party), of: party, state) : nil,
      // Everybody may leave.
      removal: fact.mayChange || fact.isSelf
        ? edition.form(.removal(fact.party), of: party, state) : nil)
  }
}

extension SentInvitation {
  fileprivate init(_ fact: InvitationFact, _ form: OrganisationForm, in edition: Edition) {
    self.init(
      contact: fact.contact, role: fact.role,
      invited: edition.moment(fact.invitedAt, in: form.timezone),
      ends: edition.moment(fact.endsAt, in: form.timezone),
      withdrawal: form.mayGovern
        ? edition.form(.withdrawal(fact.id), of: form.organisation.party, form.state) : nil)
  }
}

extension InvitationLine {
  fileprivate init(_ invitation: ReceivedInvitation, _ zone: String, in edition: Edition) {
    self.init(
      organisation: edition.said(invitation.organisation, in: invitation.organisationLanguage),
      inviter: edition.said(invitation.inviter, in: invitation.inviterLanguage),
      role: invitation.role, ends: edition.moment(invitation.endsAt, in: zone),
      link: edition.link(.invitation(invitation.id)))
  }
}

extension InvitationPage {
  package init(_ form: InvitationForm, in edition: Edition) {
    let invitation = form.invitation
    let address = PageAddress.invitation(invitation.id)
    let fields = FormFields<SettingsField>(form.state, in: edition)
    self.init(
      around: FormFrame(
        frame: edition.frame(
          .invitation, at: address, name: invitation.organisation,
          query: PageAddress.codeQuery(form.code)),
        notice: Notice(about: form.state, in: edition), faults: fields.list(of: [])),
      invitation: InvitationLine(invitation, form.timezone, in: edition),
      seal: Seal(of: invitation.organisation),
      name: edition.said(form.name, in: form.nameLanguage),
      form: form.isOver ? nil : edition.form(address, form.state),
      code: form.code, back: edition.link(.organisations))
  }
}

extension Edition {
  fileprivate func form(
    _ address: OrganisationAddress, of party: ID<Party>, _ state: FormState
  ) -> FormAddress {
    form(.organisation(party, address), state)
  }

  fileprivate func roleOptions(chosen: String) -> [ChoiceOption] {
    MemberRole.allCases.map { role in
      ChoiceOption(
        value: role.rawValue, label: words(MemberRoleChoice(role: role)),
        isChosen: role.rawValue == chosen)
    }
  }
}
