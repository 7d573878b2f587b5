import HTTP
import Market
import Pages
import Store

/// The way back in for who has forgotten the password.
enum ResetRoutes {
  static let all = [form, begin, passwordForm, finish]

  private static let path: RoutePath = "/{locale}/reset"
  private static let codePath: RoutePath = "/{locale}/reset/{challenge}"

  private static let form = WebRoute.page(
    path, "The form for who has forgotten the password.", takes: LocaleAsked.self
  ) { visit, _ in
    .answer(visit.page(ResetPage(ResetForm(token: visit.formToken()), in: visit.edition)))
  }

  private static let begin = WebRoute.form(
    path, "Sends a code for a new password. The answer is the same where there is no account.",
    takes: ResetAsked.self, limits: .entering, again: again
  ) { visit, asked in
    var chance = visit.chance
    let key = PublicID<Challenge>(using: &chance)
    let code = Challenge.code(using: &chance)
    let (locale, now) = (visit.locale, visit.now)
    return .write { tx in
      try tx.beginReset(of: asked.contact, key, code: code, in: locale, at: now)
    } then: {
      let page = PageAddress.gate(.newPassword(key.text)).path(in: locale)
      return .answer(visit.redirect(to: page))
    }
  }

  private static func again(_ visit: Visit, _ trouble: Trouble) -> Step {
    let form = ResetForm(
      contact: visit.typed("contact"), waitSeconds: trouble.retrySeconds,
      faults: trouble.faults, isStale: trouble.isStale, token: visit.formToken())
    return .answer(visit.page(ResetPage(form, in: visit.edition), status: trouble.status))
  }

  private static let passwordForm = WebRoute.page(
    codePath, "The form for the code and a new password.", takes: ChallengeAsked.self
  ) { visit, asked in
    show(asked.challenge, visit, code: asked.code)
  }

  private static let finish = WebRoute.form(
    codePath, "Sets a new password, and ends all sessions. It asks for the second factor too.",
    takes: NewPasswordAsked.self, limits: .hashing
  ) { visit, trouble in
    show(
      PublicID(visit.steps["challenge"] ?? "") ?? .nothing, visit, code: visit.typed("code"),
      after: trouble)
  } act: { visit, asked in
    let (place, now) = (visit.place, visit.now)
    return .read { rows in
      let contact = try rows.challenge(asked.challenge)?.contact
      if let fault = PasswordRules.fault(of: asked.password, for: contact, name: nil) {
        throw Trouble("password", FieldFault(fault))
      }
      return .hash {
        let hash = try PasswordHash.make(asked.password)
        return .write { tx in
          try tx.finishReset(
            asked.challenge, code: asked.code, second: asked.second, hash, place, at: now)
        } then: { outcome in
          try mustBeDone(outcome)
          let door = PageAddress.gate(.signIn).path(in: visit.locale)
          return .answer(visit.signedOut(to: door, saying: Flash(.passwordChanged)))
        }
      }
    }
  }

  private static func mustBeDone(_ outcome: ResetOutcome) throws {
    switch outcome {
    case .done: break
    case .wrongCode(let left) where left > 0: throw SignInError.wrongCode(triesLeft: left)
    case .wrongSecond(let left) where left > 0: throw Trouble("second", .wrongCode(left: left))
    case .secondMissing: throw Trouble("second", .missing)
    case .wrongCode, .wrongSecond, .over: throw SignInError.challengeOver
    }
  }

  private static func show(
    _ key: PublicID<Challenge>, _ visit: Visit, code: String, after trouble: Trouble? = nil
  ) -> Step {
    .read { rows in
      let challenge = try rows.challenge(key)
      let contact = challenge?.contact
      let form = NewPasswordForm(
        challenge: key.text, sentTo: contact?.email ?? contact?.phone ?? "", code: code,
        second: visit.typed("second"), passwordCharactersMin: PasswordRules.lengths.lowerBound,
        isSpent: trouble?.isSpent ?? false || !(challenge?.isOpen(at: visit.now) ?? false),
        faults: trouble?.faults ?? [], isStale: trouble?.isStale ?? false,
        token: visit.formToken())
      return .answer(
        visit.page(NewPasswordPage(form, in: visit.edition), status: trouble?.status ?? .ok))
    }
  }
}

private struct ResetAsked: Input {
  let contact: Contact

  init(_ fields: inout Fields) {
    fields.locale()
    contact = fields.reachable("contact", "The e-mail address or the telephone number.")
  }
}

private struct NewPasswordAsked: Input {
  let challenge: PublicID<Challenge>
  let code: String
  let password: String
  let second: String

  init(_ fields: inout Fields) {
    fields.locale()
    challenge = fields.challenge()
    code = fields.code("code", "The code that was sent.")
    password = fields.newPassword("password", "8 characters or more.", for: nil, named: nil)
    second = fields.code(
      "second", "A code of the app or a backup code, where there is a second factor.",
      isRequired: false)
  }
}
