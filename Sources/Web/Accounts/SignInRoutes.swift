import HTTP
import Market
import Pages
import Store

/// In by password and second factor, and out.
enum SignInRoutes {
  static let all = [form, enter, secondForm, second, leave]

  private static let path: RoutePath = "/{locale}/sign-in"
  private static let secondPath: RoutePath = "/{locale}/sign-in/{challenge}"

  private static let form = WebRoute.page(
    path, "The form to sign in.", takes: GateAsked.self
  ) { visit, asked in
    if visit.session != nil { return .answer(visit.redirect(to: visit.way(back: asked.next))) }
    var form = SignInForm(token: visit.formToken(), next: asked.next.path)
    form.reason = visit.flash.flatMap { SignInForm.Reason($0.kind) }
    if form.reason == nil, asked.next.path != nil { form.reason = .signInFirst }
    return show(form, visit)
  }

  private static let enter = WebRoute.form(
    path, "Signs in by password, or leads to the second step.", takes: LoginAsked.self,
    limits: .hashing, again: again
  ) { visit, asked in
    let arrival = visit.arrival()
    return visit.signIn(asked.contact, asked.password, arrival) { entrance in
      switch entrance {
      case .session: return .answer(visit.signedIn(arrival, to: visit.way(back: asked.next)))
      case .second(let key):
        let page = PageAddress.gate(.secondStep(key.text)).path(in: visit.locale)
        return .answer(visit.redirect(to: page + PageAddress.nextQuery(asked.next.path)))
      }
    }
  }

  private static func again(_ visit: Visit, _ trouble: Trouble) -> Step {
    let isWrong = trouble.faults.contains { $0.fault == .wrong }
    let form = SignInForm(
      contact: visit.typed("contact"), isWrong: isWrong, waitSeconds: trouble.retrySeconds,
      faults: isWrong ? [] : trouble.faults, isStale: trouble.isStale, token: visit.formToken(),
      next: Return(visit.typed("next")).path)
    return show(form, visit, status: trouble.status)
  }

  private static func show(
    _ form: SignInForm, _ visit: Visit, status: Status = .ok
  ) -> Step {
    .answer(visit.page(SignInPage(form, in: visit.edition), status: status))
  }

  // MARK: The second step

  private static let secondForm = WebRoute.page(
    secondPath, "The form for the second factor.", takes: ChallengeAsked.self
  ) { visit, asked in
    .read { rows in
      let isOpen = try rows.challenge(asked.challenge)?.isOpen(at: visit.now) ?? false
      let form = SecondStepForm(
        challenge: asked.challenge.text, isSpent: !isOpen, token: visit.formToken(),
        next: asked.next.path)
      return .answer(visit.page(SecondStepPage(form, in: visit.edition)))
    }
  }

  private static let second = WebRoute.form(
    secondPath, "Signs in with a code of the app, or a backup code.", takes: CodeAsked.self,
    limits: .entering, again: secondAgain
  ) { visit, asked in
    let (arrival, now) = (visit.arrival(), visit.now)
    return .write { tx in
      try tx.enter(asked.challenge, second: asked.code, arrival, at: now)
    } then: { outcome in
      _ = try Visit.value(of: outcome)
      return .answer(visit.signedIn(arrival, to: visit.way(back: asked.next)))
    }
  }

  private static func secondAgain(_ visit: Visit, _ trouble: Trouble) -> Step {
    let code = visit.typed("code")
    let form = SecondStepForm(
      challenge: visit.steps["challenge"] ?? "", code: code,
      isBackupCode: code.utf8.count > Challenge.codeDigits, isSpent: trouble.isSpent,
      waitSeconds: trouble.retrySeconds, faults: trouble.faults, isStale: trouble.isStale,
      token: visit.formToken(), next: Return(visit.typed("next")).path)
    return .answer(
      visit.page(SecondStepPage(form, in: visit.edition), status: trouble.status))
  }

  // MARK: Out

  private static let leave = WebRoute.form(
    "/{locale}/sign-out", "Ends the session.", takes: LocaleAsked.self, again: leaveAgain
  ) { visit, _ in
    let door = PageAddress.gate(.signIn).path(in: visit.locale)
    guard let session = visit.session else { return .answer(visit.signedOut(to: door)) }
    let (place, now) = (visit.place, visit.now)
    return .write { tx in
      try tx.signOut(session, place, at: now)
    } then: {
      .answer(visit.signedOut(to: door, saying: Flash(.signedOut)))
    }
  }

  /// A page that was open for long: who wanted to leave finds the button on the next.
  private static func leaveAgain(_ visit: Visit, _ trouble: Trouble) -> Step {
    .answer(visit.redirect(to: visit.way(back: Return(""))))
  }
}

extension SignInForm.Reason {
  fileprivate init?(_ kind: Flash.Kind) {
    switch kind {
    case .signedOut: self = .signedOut
    case .passwordChanged: self = .passwordChanged
    case .closed: self = .closed
    default: return nil
    }
  }
}

extension Trouble {
  /// No code is taken there any more.
  var isSpent: Bool { faults.contains { $0.field == "code" && $0.fault == .expired } }
}

extension Visit {
  /// Where somebody goes who is in.
  func way(back next: Return) -> String {
    next.path ?? PageAddress.settings(.overview).path(in: locale)
  }
}

/// The page of a language, and where to go on to from there.
struct GateAsked: Input {
  let next: Return

  init(_ fields: inout Fields) {
    fields.locale()
    next = fields.next()
  }
}

struct LocaleAsked: Input {
  init(_ fields: inout Fields) { fields.locale() }
}

/// The page of a challenge. A letter leads there with the code.
struct ChallengeAsked: Input {
  let challenge: PublicID<Challenge>
  let code: String
  let next: Return

  init(_ fields: inout Fields) {
    fields.locale()
    challenge = fields.challenge()
    code = fields.code("code", "The code, by the link of a letter.", isRequired: false)
    next = fields.next()
  }
}
