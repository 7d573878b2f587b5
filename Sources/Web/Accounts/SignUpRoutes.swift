import HTTP
import Market
import Pages
import Store

/// How an account is opened: what somebody says of himself, and the code that proves where he reads.
enum SignUpRoutes {
  static let all = [form, begin, codeForm, finish, sendAgain]

  private static let path: RoutePath = "/{locale}/sign-up"
  private static let codePath: RoutePath = "/{locale}/sign-up/{challenge}"

  private static let form = WebRoute.page(
    path, "The form to open an account.", takes: GateAsked.self
  ) { visit, asked in
    if visit.session != nil { return .answer(visit.redirect(to: visit.way(back: asked.next))) }
    let form = SignUpForm(
      passwordCharactersMin: PasswordRules.lengths.lowerBound, token: visit.formToken(),
      next: asked.next.path)
    return .answer(visit.page(SignUpPage(form, in: visit.edition)))
  }

  private static let begin = WebRoute.form(
    path, "Sends a code to who wants an account.", takes: SignUpAsked.self, limits: .hashing,
    again: again
  ) { visit, asked in
    visit.signUp(asked) { key in
      let page = PageAddress.gate(.signUpCode(key.text)).path(in: visit.locale)
      return .answer(visit.redirect(to: page + PageAddress.nextQuery(asked.next.path)))
    }
  }

  private static func again(_ visit: Visit, _ trouble: Trouble) -> Step {
    let form = SignUpForm(
      name: visit.typed("name"), contact: visit.typed("contact"),
      isAgreed: visit.isTicked("terms"), wantsNews: visit.isTicked("marketing"),
      passwordCharactersMin: PasswordRules.lengths.lowerBound, faults: trouble.faults,
      isStale: trouble.isStale, waitSeconds: trouble.retrySeconds, token: visit.formToken(),
      next: Return(visit.typed("next")).path)
    return .answer(visit.page(SignUpPage(form, in: visit.edition), status: trouble.status))
  }

  private static let codeForm = WebRoute.page(
    codePath, "The form for the code.", takes: ChallengeAsked.self
  ) { visit, asked in
    visit.codePage(.signUp, asked.challenge, code: asked.code, next: asked.next)
  }

  private static let finish = WebRoute.form(
    codePath, "Opens the account with the code that was sent.", takes: CodeAsked.self,
    limits: .entering
  ) { visit, trouble in
    visit.codePageAgain(.signUp, trouble)
  } act: { visit, asked in
    let (arrival, now) = (visit.arrival(), visit.now)
    return .write { tx in
      try tx.finishSignUp(asked.challenge, code: asked.code, arrival, at: now)
    } then: { outcome in
      _ = try Visit.value(of: outcome)
      return .answer(visit.signedIn(arrival, to: visit.way(back: asked.next)))
    }
  }

  private static let sendAgain = WebRoute.form(
    "/{locale}/sign-up/{challenge}/again", "Sends another code.", takes: ChallengeAsked.self,
    limits: .entering
  ) { visit, trouble in
    visit.codePageAgain(.signUp, trouble)
  } act: { visit, asked in
    var chance = visit.chance
    let code = Challenge.code(using: &chance)
    let (locale, now) = (visit.locale, visit.now)
    return .write { tx in
      try tx.sendAgain(asked.challenge, code: code, in: locale, at: now)
    } then: { isSent in
      let page = PageAddress.gate(.signUpCode(asked.challenge.text)).path(in: visit.locale)
      return .answer(
        visit.redirect(
          to: page + PageAddress.nextQuery(asked.next.path),
          saying: isSent ? Flash(.sentAgain) : nil))
    }
  }
}

extension Visit {
  /// The page for a code that was sent.
  func codePage(
    _ kind: CodeForm.Kind, _ key: PublicID<Challenge>, code: String = "",
    next: Return = Return(""), after trouble: Trouble? = nil
  ) -> Step {
    .read { rows in
      let challenge = try rows.challenge(key)
      let again = challenge?.mayBeSentAgain(at: now)
      let wait = again.map { max(0, Int(($0 - now).milliseconds + 999) / 1_000) } ?? 0
      let contact = challenge?.contact
      let form = CodeForm(
        kind, challenge: key.text, sentTo: contact?.email ?? contact?.phone ?? "", code: code,
        isSpent: trouble?.isSpent ?? false || !(challenge?.isOpen(at: now) ?? false),
        isSentAgain: flash?.kind == .sentAgain, waitSeconds: wait == 0 ? nil : wait,
        faults: trouble?.faults ?? [], isStale: trouble?.isStale ?? false, token: formToken(),
        next: next.path)
      return .answer(
        page(CodePage(form, in: edition), status: trouble?.status ?? .ok))
    }
  }

  func codePageAgain(_ kind: CodeForm.Kind, _ trouble: Trouble) -> Step {
    codePage(
      kind, PublicID(steps["challenge"] ?? "") ?? .nothing, code: typed("code"),
      next: Return(typed("next")), after: trouble)
  }
}
