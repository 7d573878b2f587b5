import HTTP
import Market
import Pages
import Store

/// How somebody is asked to join an organisation, and answers.
enum InvitationRoutes {
  static let all = [invite, withdraw, form, answer]

  private static let invite = WebRoute.form(
    "/{locale}/organisations/{party}/invitations", "Asks somebody to join.", for: .member,
    takes: InvitedAsked.self, limits: .entering
  ) { visit, trouble in
    visit.showOrganisation(after: trouble)
  } act: { visit, asked in
    var chance = visit.chance
    let key = PublicID<Invitation>(using: &chance)
    let (actor, locale, now) = (visit.actor, visit.locale, visit.now)
    return .write { tx in
      _ = try tx.invite(
        asked.contact, as: asked.role, to: asked.party, key, in: locale, by: actor, at: now)
    } then: {
      .answer(visit.redirect(to: asked.party, done: .invited))
    }
  }

  private static let withdraw = WebRoute.form(
    "/{locale}/organisations/{party}/invitations/{invitation}/withdraw",
    "Takes an invitation back.", for: .member, takes: WithdrawnAsked.self
  ) { visit, trouble in
    visit.showOrganisation(after: trouble)
  } act: { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx in
      try tx.withdraw(asked.invitation, from: asked.party, by: actor, at: now)
    } then: {
      .answer(visit.redirect(to: asked.party, done: .withdrawn))
    }
  }

  private static let path: RoutePath = "/{locale}/invitations/{invitation}"

  private static let form = WebRoute.page(
    path, "An invitation, and the form to answer it.", for: .member, takes: InvitationAsked.self
  ) { visit, asked in show(visit, asked.invitation) }

  private static func show(
    _ visit: Visit, _ key: PublicID<Invitation>, after trouble: Trouble? = nil
  ) -> Step {
    visit.memberPage(after: trouble) { rows, file, _ in
      guard let invitation = try rows.invitation(key) else { throw Trouble(.notFound) }
      let form = InvitationForm(
        state: visit.state(after: trouble), invitation: try rows.received(invitation),
        name: file.party.name, nameLanguage: file.party.language,
        isOver: !invitation.isOpen(at: visit.now), timezone: file.preferences.timeZone)
      return InvitationPage(form, in: visit.edition)
    }
  }

  private static let answer = WebRoute.form(
    path, "Joins an organisation, or declines to.", for: .member, takes: AnswerAsked.self
  ) { visit, trouble in
    show(visit, PublicID(visit.steps["invitation"] ?? "") ?? .nothing, after: trouble)
  } act: { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx -> ID<Party>? in
      switch asked.answer {
      case .accept: return try tx.accept(asked.invitation, by: actor, at: now).organisation
      case .decline:
        try tx.decline(asked.invitation, by: actor, at: now)
        return nil
      }
    } then: { organisation in
      .answer(
        organisation.map { visit.redirect(to: $0, done: .joined) }
          ?? visit.redirect(to: .organisations, done: .declined))
    }
  }
}

extension Reading where Self: ~Copyable {
  fileprivate func received(_ invitation: Invitation) throws -> ReceivedInvitation {
    let organisation = try party(invitation.organisation)
    let inviter = try party(account(invitation.inviter).party)
    return ReceivedInvitation(
      id: invitation.key.text, organisation: organisation.name,
      organisationLanguage: organisation.language, role: invitation.role,
      inviter: inviter.name, inviterLanguage: inviter.language, endsAt: invitation.endsAt)
  }

  /// Those that were sent to an address which the member has shown to be his.
  func openInvitations(to file: MemberFile, at now: Instant) throws -> [ReceivedInvitation] {
    try invitations(sentTo: file.provenContacts, at: now).map { try received($0) }
  }
}

private struct InvitedAsked: Input {
  let party: ID<Party>
  let contact: Contact
  let role: MemberRole

  init(_ fields: inout Fields) {
    party = OrganisationAsked(&fields).party
    contact = fields.reachable("contact", "The e-mail address or telephone number of the guest.")
    role = fields.choice("role", "What the guest shall be there.", of: MemberRole.self) ?? .member
  }
}

private struct WithdrawnAsked: Input {
  let party: ID<Party>
  let invitation: ID<Invitation>

  init(_ fields: inout Fields) {
    party = OrganisationAsked(&fields).party
    invitation = fields.id("invitation", "Which invitation.")
  }
}

private struct InvitationAsked: Input {
  let invitation: PublicID<Invitation>

  init(_ fields: inout Fields) {
    fields.locale()
    invitation =
      PublicID(fields.text("invitation", "Which invitation.", characters: 1...64)) ?? .nothing
    _ = fields.code("code", "By the link of a letter.", isRequired: false)
  }
}

private struct AnswerAsked: Input {
  enum Answer: String, CaseIterable {
    case accept
    case decline
  }

  let invitation: PublicID<Invitation>
  let answer: Answer

  init(_ fields: inout Fields) {
    let asked = InvitationAsked(&fields)
    invitation = asked.invitation
    answer = fields.choice("answer", "Whether to join.", of: Answer.self) ?? .decline
  }
}
