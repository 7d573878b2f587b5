import HTTP
import Market
import Pages
import Store

/// Organisations: who belongs to them, and in whose name a member acts.
enum OrganisationRoutes {
  static let all = [mine, found, page, setRole, remove, act]

  private static let minePath: RoutePath = "/{locale}/settings/organisations"

  private static let mine = WebRoute.page(
    minePath, "The organisations of the member, and the form to found one.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in showMine(visit) }

  private static func showMine(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { rows, file, session in
      let form = OrganisationsForm(
        state: visit.state(after: trouble),
        organisations: try rows.organisationFacts(file, session),
        invitations: try rows.openInvitations(to: file, at: visit.now),
        name: visit.typed("name"), party: file.party.id,
        timezone: file.preferences.timeZone)
      return OrganisationsPage(form, in: visit.edition)
    }
  }

  private static let found = WebRoute.form(
    minePath, "Founds an organisation.", for: .member, takes: NameAsked.self
  ) { visit, trouble in
    showMine(visit, after: trouble)
  } act: { visit, asked in
    guard case .member(let standing) = visit.actor else { return visit.signInNeeded }
    let (actor, locale, now) = (visit.actor, visit.locale, visit.now)
    return .write { tx in
      try visit.once(tx) { tx in
        "\(try tx.found(asked.name, in: locale, owner: standing.party, by: actor, at: now).id)"
      }
    } then: { number in
      guard let id = Int64(number) else { preconditionFailure("it was written by us") }
      return .answer(visit.redirect(to: ID(id), done: .founded))
    }
  }

  private static let page = WebRoute.page(
    "/{locale}/organisations/{party}", "Who belongs to an organisation.", for: .member,
    takes: OrganisationAsked.self
  ) { visit, asked in visit.showOrganisation(asked.party) }

  private static let setRole = WebRoute.form(
    "/{locale}/organisations/{party}/members/{member}", "Gives a member another role.",
    for: .member, takes: RoleAsked.self
  ) { visit, trouble in
    visit.showOrganisation(after: trouble)
  } act: { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx in
      try tx.setMember(asked.member, as: asked.role, in: asked.party, by: actor, at: now)
    } then: {
      .answer(visit.redirect(to: asked.party, done: .roleChanged))
    }
  }

  private static let remove = WebRoute.form(
    "/{locale}/organisations/{party}/members/{member}/remove",
    "Sends a member away, or leaves.", for: .member, takes: MemberAsked.self
  ) { visit, trouble in
    visit.showOrganisation(after: trouble)
  } act: { visit, asked in
    guard case .member(let standing) = visit.actor else { return visit.signInNeeded }
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx in
      try tx.removeMember(asked.member, from: asked.party, by: actor, at: now)
    } then: {
      standing.party == asked.member
        ? .answer(visit.redirect(to: .organisations, done: .left))
        : .answer(visit.redirect(to: asked.party, done: .memberRemoved))
    }
  }

  private static let act = WebRoute.form(
    "/{locale}/settings/acting", "Says in whose name the member acts from now on.",
    for: .member, takes: ActingAsked.self
  ) { visit, trouble in
    showMine(visit, after: trouble)
  } act: { visit, asked in
    guard let session = visit.session, case .member(let standing) = visit.actor else {
      return visit.signInNeeded
    }
    let organisation = asked.party == standing.party ? nil : asked.party
    return .write { tx in
      try tx.act(for: organisation, in: session)
    } then: {
      .answer(visit.redirect(to: .organisations, done: .actingChanged))
    }
  }
}

extension Visit {
  func redirect(to organisation: ID<Party>, done: SettingsDone) -> Answer {
    redirect(
      to: PageAddress.organisation(organisation, .page).path(in: locale), saying: Flash(done))
  }

  /// Of the one that the address names.
  func showOrganisation(after trouble: Trouble) -> Step {
    showOrganisation(id("party"), after: trouble)
  }

  /// For its members alone: who works together is nobody else's business.
  func showOrganisation(_ id: ID<Party>, after trouble: Trouble? = nil) -> Step {
    memberPage(after: trouble) { rows, file, session in
      let mine = try rows.organisationFacts(file, session).first { $0.party == id }
      guard let mine else { throw Trouble(.notFound) }
      let mayGovern = actor.refusal(of: .govern, over: id) == nil
      let members = try rows.members(of: id).map { member, role in
        let isSelf = member.id == file.party.id
        return MemberFact(
          party: member.id, name: member.name, language: member.language, role: role,
          isSelf: isSelf, mayChange: mayGovern || isSelf)
      }
      let invitations = mayGovern ? try rows.invitations(to: id, at: now) : []
      let form = OrganisationForm(
        state: state(after: trouble), organisation: mine, members: members,
        invitations: invitations.map(InvitationFact.init), mayGovern: mayGovern,
        contact: typed("contact"), role: typed("role"),
        timezone: file.preferences.timeZone)
      return OrganisationPage(form, in: edition)
    }
  }
}

extension InvitationFact {
  fileprivate init(_ invitation: Invitation) {
    self.init(
      id: "\(invitation.id)",
      contact: invitation.contact.email ?? invitation.contact.phone ?? "",
      role: invitation.role, invitedAt: invitation.madeAt, endsAt: invitation.endsAt)
  }
}

struct OrganisationAsked: Input {
  let party: ID<Party>

  init(_ fields: inout Fields) {
    fields.locale()
    party = fields.id("party", "Which organisation.")
  }
}

private struct MemberAsked: Input {
  let party: ID<Party>
  let member: ID<Party>

  init(_ fields: inout Fields) {
    party = OrganisationAsked(&fields).party
    member = fields.id("member", "The party of the member.")
  }
}

private struct RoleAsked: Input {
  let party: ID<Party>
  let member: ID<Party>
  let role: MemberRole

  init(_ fields: inout Fields) {
    party = OrganisationAsked(&fields).party
    member = fields.id("member", "The party of the member.")
    role = fields.choice("role", "What the member is there.", of: MemberRole.self) ?? .member
  }
}

private struct ActingAsked: Input {
  let party: ID<Party>

  init(_ fields: inout Fields) {
    fields.locale()
    party = fields.id("party", "The organisation, or the party of the member.")
  }
}
