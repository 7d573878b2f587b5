import HTTP
import Market
import Pages
import Store

/// The second factor, and the codes for who has lost it.
enum FactorRoutes {
  static let all = [form, turnOn, offForm, turnOff, renewForm, renew]

  private static let path: RoutePath = "/{locale}/settings/factor"
  private static let offPath: RoutePath = "/{locale}/settings/factor/off"
  private static let codesPath: RoutePath = "/{locale}/settings/codes"

  private static let form = WebRoute.page(
    path, "What an authenticator app has to know, and the form for its first code.",
    for: .member, takes: LocaleAsked.self
  ) { visit, _ in
    var chance = visit.chance
    return show(visit, TOTP.secret(using: &chance))
  }

  private static func show(
    _ visit: Visit, _ secret: [UInt8], after trouble: Trouble? = nil
  ) -> Step {
    guard let session = visit.session else { return visit.signInNeeded }
    return .read { rows in
      // Who loads the page of the codes again is led to where others are had.
      try rows.factor(of: session.account) == nil
        ? page(visit, secret, after: trouble)
        : .answer(
          visit.redirect(to: PageAddress.settings(.security).path(in: visit.locale)))
    }
  }

  private static func page(
    _ visit: Visit, _ secret: [UInt8], after trouble: Trouble?
  ) -> Step {
    visit.memberPage(after: trouble) { _, file, _ in
      let uri = TOTP.uri(
        of: secret, issuer: visit.edition.siteName, account: file.name)
      let form = FactorForm(
        state: visit.state(after: trouble), secret: TOTP.base32(secret), uri: uri)
      return FactorPage(form, in: visit.edition)
    }
  }

  private static let turnOn = WebRoute.form(
    path, "Turns the second factor on with the first code of the app, and shows backup codes.",
    for: .member, takes: FactorAsked.self, limits: .hashing
  ) { visit, trouble in
    show(visit, TOTP.secret(base32: visit.typed("secret")) ?? [], after: trouble)
  } act: { visit, asked in
    try visit.turnOnFactor(asked) { visit.show($0, areRenewed: false) }
  }

  // MARK: Off

  private static let offForm = WebRoute.page(
    offPath, "The form to turn the second factor off.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in showOff(visit) }

  private static func showOff(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { _, file, _ in
      let form = BothFactorsForm(
        state: visit.state(after: trouble), codesLeft: file.codesLeft, isStaff: file.isStaff)
      return FactorOffPage(form, in: visit.edition)
    }
  }

  private static let turnOff = WebRoute.form(
    offPath, "Turns the second factor off.", for: .member, takes: BothAsked.self,
    limits: .hashing
  ) { visit, trouble in
    showOff(visit, after: trouble)
  } act: { visit, asked in
    try visit.turnOffFactor(asked) {
      .answer(visit.redirect(to: .security, done: .factorOff))
    }
  }

  // MARK: Backup codes

  private static let renewForm = WebRoute.page(
    codesPath, "The form for other backup codes.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in showRenew(visit) }

  private static func showRenew(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { _, file, _ in
      let form = BothFactorsForm(
        state: visit.state(after: trouble), codesLeft: file.codesLeft, isStaff: file.isStaff)
      return CodesRenewPage(form, in: visit.edition)
    }
  }

  private static let renew = WebRoute.form(
    codesPath, "Gives other backup codes; the old ones count no more.", for: .member,
    takes: BothAsked.self, limits: .hashing
  ) { visit, trouble in
    showRenew(visit, after: trouble)
  } act: { visit, asked in
    try visit.renewCodes(asked) { visit.show($0, areRenewed: true) }
  }
}

// What pages and programs do, with whatever they make of it.
extension Visit {
  func turnOnFactor(
    _ asked: FactorAsked, then next: @escaping @Sendable ([BackupCode]) throws -> Step
  ) throws -> Step {
    let (codes, now) = (newCodes(), now)
    guard let step = OneTimeCode.step(matching: asked.code, secret: asked.secret, at: now) else {
      throw SignInError.wrongSecond
    }
    return try present(asked.current) { tx, session in
      try tx.turnOnFactor(asked.secret, step: step, codes: codes, in: session, at: now)
    } then: {
      try next(codes)
    }
  }

  func turnOffFactor(
    _ asked: BothAsked, then next: @escaping @Sendable () throws -> Step
  ) throws -> Step {
    let now = now
    return try present(asked.current, isBoth: true) { tx, session in
      try tx.turnOffFactor(second: asked.code, in: session, at: now)
    } then: {
      try next()
    }
  }

  func renewCodes(
    _ asked: BothAsked, then next: @escaping @Sendable ([BackupCode]) throws -> Step
  ) throws -> Step {
    let (codes, now) = (newCodes(), now)
    return try present(asked.current, isBoth: true) { tx, session in
      try tx.renewCodes(codes, second: asked.code, in: session, at: now)
    } then: {
      try next(codes)
    }
  }

  private func newCodes() -> [BackupCode] {
    var chance = chance
    return BackupCode.set(using: &chance)
  }

  /// This once: only their digests are kept.
  fileprivate func show(_ codes: [BackupCode], areRenewed: Bool) -> Step {
    memberPage { _, file, _ in
      let facts = CodesFacts(
        codes: codes.map(\.description), areRenewed: areRenewed, contact: file.name,
        madeAt: now, timezone: file.preferences.timeZone)
      return CodesPage(facts, in: edition)
    }
  }
}

/// The secret is what the page has shown: it is kept only when a code proves that an app has it.
struct FactorAsked: Input {
  let secret: [UInt8]
  let code: String
  let current: String

  init(_ fields: inout Fields) {
    fields.locale()
    let text = fields.text("secret", "What the app was told, in Base32.", characters: 1...64)
    secret = TOTP.secret(base32: text) ?? []
    if !text.isEmpty, secret.count != TOTP.secretBytes { fields.refuse("secret", .unfit) }
    code = fields.code("code", "The code that the app shows.")
    current = fields.password("current", "The password.")
  }
}

/// The password and a code, for what weakens or replaces the second factor.
struct BothAsked: Input {
  let current: String
  let code: String

  init(_ fields: inout Fields) {
    fields.locale()
    current = fields.password("current", "The password.")
    code = fields.code("code", "A code of the app or a backup code.")
  }
}
