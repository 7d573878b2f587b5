import HTTP
import Market
import Pages
import Store

/// How a member signs in: the password, where he is signed in, and the end of the account.
enum SecurityRoutes {
  static let all = [
    page, passwordForm, changePassword, endSession, endOthers, closeForm, close,
  ]
  private static let eventsMax = 30

  private static let page = WebRoute.page(
    "/{locale}/settings/security", "How one signs in, where, and what happened to the account.",
    for: .member, takes: LocaleAsked.self
  ) { visit, _ in show(visit) }

  private static func show(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { rows, file, session in
      let sessions = try rows.sessions(of: file.account.id, at: visit.now)
      let events = try rows.securityEvents(of: file.account.id, atMost: eventsMax)
      let facts = SecurityFacts(
        state: visit.state(after: trouble), isFactorOn: file.factor != nil,
        factorSince: file.factor?.onSince, codesLeft: file.codesLeft,
        passwordChangedAt: file.passwordSetAt,
        sessions: sessions.map { SessionFact($0, isThis: $0.id == session.id) },
        events: events.map(SecurityEventFact.init), contacts: file.contacts,
        mustTurnFactorOn: file.mustTurnFactorOn, timezone: file.preferences.timeZone)
      return SecurityPage(facts, in: visit.edition)
    }
  }

  // MARK: Password

  private static let passwordPath: RoutePath = "/{locale}/settings/password"

  private static let passwordForm = WebRoute.page(
    passwordPath, "The form for a new password.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in showPassword(visit) }

  private static func showPassword(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { _, file, _ in
      let form = PasswordForm(
        state: visit.state(after: trouble), contact: file.name,
        passwordCharactersMin: PasswordRules.lengths.lowerBound)
      return PasswordPage(form, in: visit.edition)
    }
  }

  private static let changePassword = WebRoute.form(
    passwordPath, "Changes the password, and ends all other sessions.", for: .member,
    takes: PasswordAsked.self, limits: .hashing
  ) { visit, trouble in
    showPassword(visit, after: trouble)
  } act: { visit, asked in
    guard let session = visit.session else { return visit.signInNeeded }
    let now = visit.now
    return .read { rows in
      let file = try rows.memberFile(session)
      if let fault = PasswordRules.fault(
        of: asked.password, for: file.account.contact, name: file.party.name)
      {
        throw Trouble("password", FieldFault(fault))
      }
      return .hash {
        let hash = try PasswordHash.make(asked.password)
        return try visit.present(asked.current) { tx, session in
          try tx.changePassword(hash, in: session, at: now)
        } then: { _ in
          .answer(visit.redirect(to: .security, done: .passwordChanged))
        }
      }
    }
  }

  // MARK: Sessions

  private static let endSession = WebRoute.form(
    "/{locale}/settings/sessions/{session}/end", "Signs one device out.", for: .member,
    takes: SessionAsked.self
  ) { visit, trouble in
    show(visit, after: trouble)
  } act: { visit, asked in
    let now = visit.now
    return visit.change { tx, session in
      try tx.endSession(asked.session, in: session, at: now)
    } then: { _ in
      .answer(visit.redirect(to: .security, done: .sessionEnded))
    }
  }

  private static let endOthers = WebRoute.form(
    "/{locale}/settings/sessions/end", "Signs all other devices out.", for: .member,
    takes: LocaleAsked.self
  ) { visit, trouble in
    show(visit, after: trouble)
  } act: { visit, _ in
    let now = visit.now
    return visit.change { tx, session in
      try tx.endOtherSessions(in: session, at: now)
    } then: { _ in
      .answer(visit.redirect(to: .security, done: .sessionsEnded))
    }
  }

  // MARK: The end

  private static let closePath: RoutePath = "/{locale}/settings/close"

  private static let closeForm = WebRoute.page(
    closePath, "What closing the account means, and the form.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in showClose(visit) }

  private static func showClose(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { rows, file, session in
      let form = CloseForm(
        state: visit.state(after: trouble), isFactorOn: file.factor != nil,
        isSure: visit.isTicked("sure"),
        owned: try rows.organisationFacts(file, session).filter { mine in
          let members = try rows.members(of: mine.party)
          let owners = members.filter { $0.role == .owner }
          return members.count > 1 && owners.map(\.member.id) == [file.party.id]
        })
      return ClosePage(form, in: visit.edition)
    }
  }

  private static let close = WebRoute.form(
    closePath, "Closes the account for good.", for: .member, takes: CloseAsked.self,
    limits: .hashing
  ) { visit, trouble in
    showClose(visit, after: trouble)
  } act: { visit, asked in
    let now = visit.now
    return try visit.present(asked.current, isBoth: true) { tx, session in
      try tx.closeAccount(second: asked.code, in: session, at: now)
    } then: { _ in
      let door = PageAddress.gate(.signIn).path(in: visit.locale)
      return .answer(visit.signedOut(to: door, saying: Flash(.closed)))
    }
  }
}

private struct PasswordAsked: Input {
  let current: String
  let password: String

  init(_ fields: inout Fields) {
    fields.locale()
    current = fields.password("current", "The password of now.")
    password = fields.newPassword("password", "8 characters or more.", for: nil, named: nil)
  }
}

struct SessionAsked: Input {
  let session: ID<Session>

  init(_ fields: inout Fields) {
    fields.locale()
    session = fields.id("session", "Which session.")
  }
}

private struct CloseAsked: Input {
  let current: String
  let code: String

  init(_ fields: inout Fields) {
    fields.locale()
    current = fields.password("current", "The password.")
    code = fields.code(
      "code", "A code of the app or a backup code, where there is a second factor.",
      isRequired: false)
    if !fields.flag("sure", "That it is meant.") { fields.refuse("sure", .notTicked) }
  }
}

extension SessionFact {
  fileprivate init(_ session: Session, isThis: Bool) {
    self.init(
      id: "\(session.id)", agent: session.place.agent, address: session.place.address,
      beganAt: session.beganAt, seenAt: session.seenAt, isThis: isThis)
  }
}

extension SecurityEventFact {
  fileprivate init(_ event: SecurityEvent) {
    self.init(
      SecurityEventChoice(event.kind), at: event.at, agent: event.place?.agent ?? "",
      address: event.place?.address ?? "")
  }
}

extension SecurityEventChoice {
  fileprivate init(_ kind: SecurityEvent.Kind) {
    self =
      switch kind {
      case .signedIn: .signedIn
      case .signInFailed: .signInFailed
      case .signedOut: .signedOut
      case .passwordChanged: .passwordChanged
      case .passwordReset: .passwordReset
      case .factorOn: .factorOn
      case .factorOff: .factorOff
      case .backupCodeUsed: .backupCodeUsed
      case .codesRenewed: .codesRenewed
      case .contactChanged: .contactChanged
      case .sessionEnded: .sessionEnded
      case .sessionsEnded: .sessionsEnded
      case .refreshReused: .refreshReused
      case .roleChanged: .roleChanged
      case .closed: .closed
      case .disabled: .disabled
      }
  }
}
