import HTTP
import Market
import Pages
import Store

/// The seller's profile, written by whose it is.
enum ProfileRoutes {
  static let all =
    [overview, hide, publish] + about + skills + languages + terms + hours

  private static let overview = WebRoute.page(
    "/{locale}/studio/profile", "How far the profile is, and what is missing.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in showOverview(visit) }

  private static func showOverview(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    guard let party = visit.actingParty else { return visit.signInNeeded }
    return .read { rows in
      let facts = ProfileFacts(
        state: visit.state(after: trouble), party: try rows.party(party),
        profile: try rows.profile(party), portfolio: try rows.portfolio(of: party),
        mayEdit: visit.actor.refusal(of: .present, over: party) == nil)
      return .answer(
        visit.page(ProfilePage(facts, in: visit.edition), status: trouble?.status ?? .ok))
    }
  }

  private static let hide = WebRoute.form(
    "/{locale}/studio/profile/hide", "Takes the public page away.", for: .member,
    takes: LocaleAsked.self
  ) { visit, trouble in
    showOverview(visit, after: trouble)
  } act: { visit, _ in
    let (actor, now) = (visit.actor, visit.now)
    return visit.presenting(at: .glance, done: .profileHidden) { tx, party in
      try tx.hideProfile(party, by: actor, at: now)
    }
  }

  private static let publish = WebRoute.form(
    "/{locale}/studio/profile/publish", "Shows the public page again.", for: .member,
    takes: LocaleAsked.self
  ) { visit, trouble in
    showOverview(visit, after: trouble)
  } act: { visit, _ in
    let (actor, now) = (visit.actor, visit.now)
    return visit.presenting(at: .glance, done: .profilePublished) { tx, party in
      try tx.publishProfile(party, by: actor, at: now)
    }
  }

  // MARK: Parts

  private static let about = section(
    .about, "/{locale}/studio/profile/about", "Name, headline, text and place in each language.",
    takes: AboutAsked.self
  ) { content, asked, _ in
    for (locale, text) in asked.texts { content.texts[locale] = text }
    for locale in asked.left { content.texts[locale] = nil }
  }

  private static let skills = section(
    .skills, "/{locale}/studio/profile/skills", "What the seller can do.",
    takes: SkillsAsked.self
  ) { content, asked, tx in
    content.skills = try asked.skills.levels(tx)
  }

  private static let languages = section(
    .languages, "/{locale}/studio/profile/languages", "The languages that the seller speaks.",
    takes: SpokenAsked.self
  ) { content, asked, _ in
    content.languages = asked.languages
  }

  private static let terms = section(
    .terms, "/{locale}/studio/profile/terms", "The hourly rate and the time zone.",
    takes: TermsAsked.self
  ) { content, asked, _ in
    content.hourlyRate = asked.rate
    content.timeZone = asked.timeZone
  }

  private static let hours = section(
    .hours, "/{locale}/studio/profile/hours", "When the seller takes on work.",
    takes: HoursAsked.self
  ) { content, asked, _ in
    content.availability = asked.availability
  }

  /// The page of a part, and what is sent from it.
  private static func section<Asked: ProfilePart>(
    _ section: ProfileSection, _ path: RoutePath, _ summary: String, takes: Asked.Type,
    change: @escaping @Sendable (inout ProfileContent, Asked, borrowing Transaction) throws -> Void
  ) -> [WebRoute] {
    let page = WebRoute.page(path, summary, for: .member, takes: LocaleAsked.self) { visit, _ in
      show(visit, section)
    }
    let form = WebRoute.form(
      path, "Saves it.", for: .member, takes: takes,
      again: { visit, trouble in show(visit, section, after: trouble) },
      act: { visit, asked in
        visit.saveProfile(from: asked.revision, at: .glance) { content, tx in
          try change(&content, asked, tx)
        }
      })
    return [page, form]
  }

  private static func show(
    _ visit: Visit, _ section: ProfileSection, after trouble: Trouble? = nil
  ) -> Step {
    visit.profilePage(after: trouble, isFirst: section == .about || trouble != nil) {
      rows, party, profile in
      var content = profile?.content ?? ProfileContent(texts: [:])
      if profile == nil {
        content.texts[party.language] = ProfileText(
          name: party.name, headline: "", about: "", place: "")
      }
      let known =
        section == .skills ? try content.skills.compactMap { try rows.skill($0.skill) } : []
      let likely = section == .skills ? try rows.topSkills(atMost: suggestionsMax) : []
      let form = visit.form(
        at: .section(section), after: trouble,
        kept: content.draft(of: section, skills: known, in: visit.locale),
        revision: profile?.revision ?? 0,
        skills: likely.compactMap { $0.thing.names[visit.locale] })
      return ProfileFormPage(form, in: visit.edition)
    }
  }

  private static let suggestionsMax = 300
}

extension Reading where Self: ~Copyable {
  /// In any language, or by its name in addresses.
  func skill(called name: String) throws -> ID<Skill>? {
    for locale in [Locale.chinese, .english] {
      if let id = try skill(named: name, in: locale) { return id }
    }
    let slug = Slug.from(name)
    return slug.isEmpty ? nil : try skill(slug: slug)
  }
}
