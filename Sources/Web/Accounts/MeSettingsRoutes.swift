import HTTP
import Market
import Pages
import Store

/// What programs see and change of the account of their member.
enum MeSettingsRoutes {
  static let all = [rename, preferences, prefer, sessions, endSession]

  private static let rename = WebRoute.api(
    .patch, "/api/v1/me", "Gives the member another name.", for: .member, takes: NameAsked.self,
    gives: .object([.init("name", .text, "As others see it.")])
  ) { visit, asked in
    visit.rename(to: asked.name) { .answer(visit.json(["name": .text(asked.name)])) }
  }

  // MARK: Preferences

  private static let preferencesPath: RoutePath = "/api/v1/me/preferences"

  private static let preferences = WebRoute.api(
    .get, preferencesPath, "Language, currency, time zone and notifications.", for: .member,
    takes: Nothing.self, gives: preferencesShape
  ) { visit, _ in visit.preferencesAnswer }

  private static let prefer = WebRoute.api(
    .put, preferencesPath, "Sets all of them; a notification that is not named is off.",
    for: .member, takes: PreferencesAsked.self, gives: preferencesShape
  ) { visit, asked in
    try visit.prefer(asked) { _ in visit.preferencesAnswer }
  }

  private static let preferencesShape = Shape.object(
    [
      .init("language", .text, "The language of letters."),
      .init("currency", .text, "By its code of ISO 4217."),
      .init("timezone", .text, "By its name in the tz database."),
    ]
      + Preferences.Channel.allCases.map {
        .init($0.rawValue, .flag, "Whether the member is told there.")
      })

  // MARK: Sessions

  private static let sessions = WebRoute.api(
    .get, "/api/v1/me/sessions", "Where the member is signed in, the newest use first.",
    for: .member, takes: Nothing.self,
    gives: .object([.init("sessions", .list(sessionShape), "All that are open.")])
  ) { visit, _ in
    guard let session = visit.session else { return visit.signInNeeded }
    return .read { rows in
      let open = try rows.sessions(of: session.account, at: visit.now)
      let all = open.map { $0.json(isThis: $0.id == session.id) }
      return .answer(visit.json(["sessions": .list(all)]))
    }
  }

  private static let endSession = WebRoute.api(
    .delete, "/api/v1/me/sessions/{session}", "Signs one device or program out.", for: .member,
    takes: SessionAsked.self, gives: .object([])
  ) { visit, asked in
    let now = visit.now
    return visit.change { tx, session in
      try tx.endSession(asked.session, in: session, at: now)
    } then: { _ in
      .answer(visit.json([:]))
    }
  }

  private static let sessionShape = Shape.object([
    .init("id", .integer, "The number of the session."),
    .init("kind", .oneOf(Session.Kind.allCases.map(\.rawValue)), "Pages or a program."),
    .init("agent", .text, "What the program calls itself."),
    .init("address", .text, "The network address of its last use."),
    .init("began", .integer, "When it began, in milliseconds since 1970."),
    .init("seen", .integer, "When it was used last, about."),
    .init("isThis", .flag, "It is the one that asks."),
  ])
}

extension Visit {
  fileprivate var preferencesAnswer: Step {
    guard let session else { return signInNeeded }
    return .read { rows in
      let file = try rows.memberFile(session)
      let preferences = file.preferences
      let flags = Preferences.Channel.allCases.map {
        JSON.Member($0.rawValue, .flag(preferences.channels.contains($0)))
      }
      return .answer(
        json(
          .object(
            [
              JSON.Member("language", .text(file.account.locale.tag)),
              JSON.Member("currency", .text(preferences.currency.code)),
              JSON.Member("timezone", .text(preferences.timeZone)),
            ] + flags)))
    }
  }
}

extension Session {
  fileprivate func json(isThis: Bool) -> JSON {
    [
      "id": .integer(id.number), "kind": .text(kind.rawValue), "agent": .text(place.agent),
      "address": .text(place.address), "began": .integer(beganAt.milliseconds),
      "seen": .integer(seenAt.milliseconds), "isThis": .flag(isThis),
    ]
  }
}
