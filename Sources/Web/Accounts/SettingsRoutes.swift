import HTTP
import Market
import Pages
import Store

/// What a member sees and decides about the own account, but for how he signs in.
enum SettingsRoutes {
  static let all = [
    overview, nameForm, rename, preferences, prefer, contact, changeContact, contactCode,
    proveContact,
  ]

  private static let overview = WebRoute.page(
    "/{locale}/settings", "The account at a glance.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in
    visit.memberPage { rows, file, session in
      let facts = SettingsFacts(
        state: visit.state(), name: file.party.name, nameLanguage: file.party.language,
        openedAt: file.account.openedAt, contacts: file.contacts,
        passwordChangedAt: file.passwordSetAt, isFactorOn: file.factor != nil,
        codesLeft: file.codesLeft, mustTurnFactorOn: file.mustTurnFactorOn,
        sessionCount: try rows.sessions(of: file.account.id, at: visit.now).count,
        language: file.account.locale, currency: file.preferences.currency.code,
        timezone: file.preferences.timeZone,
        organisations: try rows.organisationFacts(file, session))
      return SettingsPage(facts, in: visit.edition)
    }
  }

  // MARK: Name

  private static let namePath: RoutePath = "/{locale}/settings/name"

  private static let nameForm = WebRoute.page(
    namePath, "The form for another name.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in
    visit.memberPage { _, file, _ in
      NamePage(NameForm(state: visit.state(), name: file.party.name), in: visit.edition)
    }
  }

  private static let rename = WebRoute.form(
    namePath, "Gives the member another name.", for: .member, takes: NameAsked.self
  ) { visit, trouble in
    let form = NameForm(state: visit.state(after: trouble), name: visit.typed("name"))
    return .answer(visit.page(NamePage(form, in: visit.edition), status: trouble.status))
  } act: { visit, asked in
    visit.rename(to: asked.name) {
      .answer(visit.redirect(to: .overview, done: .renamed))
    }
  }

  // MARK: Preferences

  private static let preferencesPath: RoutePath = "/{locale}/settings/preferences"

  private static let preferences = WebRoute.page(
    preferencesPath, "The form for language, currency, time zone and notifications.",
    for: .member, takes: LocaleAsked.self
  ) { visit, _ in
    visit.memberPage { _, file, _ in
      let chosen = file.preferences.channels
      let form = PreferencesForm(
        state: visit.state(), language: file.account.locale.tag,
        currency: file.preferences.currency.code, timezone: file.preferences.timeZone,
        mailOrders: chosen.contains(.mailOfOrders),
        mailMessages: chosen.contains(.mailOfMessages),
        mailNews: chosen.contains(.mailOfNews), sms: chosen.contains(.sms))
      return PreferencesPage(form, in: visit.edition)
    }
  }

  private static let prefer = WebRoute.form(
    preferencesPath, "Sets language, currency, time zone and notifications.", for: .member,
    takes: PreferencesAsked.self, again: preferAgain
  ) { visit, asked in
    try visit.prefer(asked) { language in
      // In the language that was chosen.
      let page = PageAddress.settings(.preferences).path(in: language)
      return .answer(visit.redirect(to: page, saying: Flash(SettingsDone.preferencesSaved)))
    }
  }

  private static func preferAgain(_ visit: Visit, _ trouble: Trouble) -> Step {
    let form = PreferencesForm(
      state: visit.state(after: trouble), language: visit.typed("language"),
      currency: visit.typed("currency"), timezone: visit.typed("timezone"),
      mailOrders: visit.isTicked("mail-orders"), mailMessages: visit.isTicked("mail-messages"),
      mailNews: visit.isTicked("mail-news"), sms: visit.isTicked("sms"))
    return .answer(
      visit.page(PreferencesPage(form, in: visit.edition), status: trouble.status))
  }

  // MARK: Contact

  private static let contactPath: RoutePath = "/{locale}/settings/contact"
  private static let contactCodePath: RoutePath = "/{locale}/settings/contact/{challenge}"

  private static let contact = WebRoute.page(
    contactPath, "Where the member can be reached, and the form to change it.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in
    visit.memberPage { _, file, _ in
      ContactPage(
        ContactForm(state: visit.state(), contacts: file.contacts), in: visit.edition)
    }
  }

  private static let changeContact = WebRoute.form(
    contactPath, "Sends a code to a new e-mail address or telephone number.", for: .member,
    takes: ContactAsked.self, limits: .hashing
  ) { visit, trouble in
    visit.memberPage(after: trouble) { _, file, _ in
      let form = ContactForm(
        state: visit.state(after: trouble), contacts: file.contacts,
        contact: visit.typed("contact"))
      return ContactPage(form, in: visit.edition)
    }
  } act: { visit, asked in
    var chance = visit.chance
    let key = PublicID<Challenge>(using: &chance)
    let code = Challenge.code(using: &chance)
    let now = visit.now
    return try visit.present(asked.current) { tx, session in
      try tx.beginContactChange(to: asked.contact, key, code: code, in: session, at: now)
    } then: { _ in
      let page = PageAddress.gate(.contactCode(key.text)).path(in: visit.locale)
      return .answer(visit.redirect(to: page))
    }
  }

  private static let contactCode = WebRoute.page(
    contactCodePath, "The form for the code.", for: .member, takes: ChallengeAsked.self
  ) { visit, asked in
    visit.codePage(.contact, asked.challenge, code: asked.code)
  }

  private static let proveContact = WebRoute.form(
    contactCodePath, "Changes where the member can be reached, with the code.", for: .member,
    takes: CodeAsked.self, limits: .entering
  ) { visit, trouble in
    visit.codePageAgain(.contact, trouble)
  } act: { visit, asked in
    let now = visit.now
    return visit.change { tx, session in
      try tx.finishContactChange(asked.challenge, code: asked.code, in: session, at: now)
    } then: { outcome in
      _ = try Visit.value(of: outcome)
      return .answer(visit.redirect(to: .contact, done: .contactChanged))
    }
  }
}

// What forms and programs change in the same way.
extension Visit {
  func rename(to name: String, then next: @escaping @Sendable () throws -> Step) -> Step {
    let (actor, locale, now) = (actor, locale, now)
    return change { tx, session in
      try tx.rename(tx.account(session.account).party, to: name, in: locale, by: actor, at: now)
    } then: {
      try next()
    }
  }

  func prefer(
    _ asked: PreferencesAsked, then next: @escaping @Sendable (Locale) throws -> Step
  ) throws -> Step {
    guard let language = printer.locale(asked.language) else {
      throw Trouble("language", .notAChoice)
    }
    let now = now
    return change { tx, session in
      try tx.prefer(asked.preferences, in: language, session, at: now)
    } then: {
      try next(language)
    }
  }
}

/// What others shall call somebody.
struct NameAsked: Input {
  let name: String

  init(_ fields: inout Fields) {
    fields.locale()
    name = fields.text(
      "name", "As others shall see it.", characters: 1...Party.nameCharactersMax)
  }
}

struct PreferencesAsked: Input {
  let language: String
  let preferences: Preferences

  init(_ fields: inout Fields) {
    fields.locale()
    language = fields.text(
      "language", "The language of letters.", characters: 1...Locale.bytesMax)
    let code = fields.text("currency", "By its code of ISO 4217.", characters: 1...3)
    let zone = fields.text(
      "timezone", "By its name in the tz database.",
      characters: 1...Preferences.zoneCharactersMax)
    let currency = Asset.currency(code)
    if currency == nil, !code.isEmpty { fields.refuse("currency", .notAChoice) }
    if !zone.isEmpty, !SettingsAddress.timezones.contains(zone) {
      fields.refuse("timezone", .notAChoice)
    }
    var channels: Set<Preferences.Channel> = []
    for channel in Preferences.Channel.allCases
    where fields.flag(channel.rawValue, "To be told there.") {
      channels.insert(channel)
    }
    preferences = Preferences(
      currency: currency ?? .cny, timeZone: zone, channels: channels)
  }
}

private struct ContactAsked: Input {
  let contact: Contact
  let current: String

  init(_ fields: inout Fields) {
    fields.locale()
    contact = fields.reachable("contact", "The new e-mail address or telephone number.")
    current = fields.password("current", "The password.")
  }
}

extension Printer {
  fileprivate func locale(_ tag: String) -> Locale? {
    editions.map(\.locale).first { $0.tag.utf8.elementsEqual(tag.utf8) }
  }
}
