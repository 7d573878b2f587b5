import HTTP
import Market
import Pages
import Store

/// The second factor, as programs turn it on and off for their member.
enum FactorAPIRoutes {
  static let all = [enable, verify, disable, recovery]

  private static let enable = WebRoute.api(
    .post, "/api/v1/2fa/enable",
    "Draws a secret for an authenticator app. Nothing changes until `verify` has a code of it.",
    for: .member, takes: Nothing.self,
    gives: .object([
      .init("secret", .text, "In Base32, as `verify` takes it."),
      .init("uri", .text, "The same for a QR code, as apps read it (`otpauth:`)."),
    ])
  ) { visit, _ in
    guard let session = visit.session else { return visit.signInNeeded }
    var chance = visit.chance
    let secret = TOTP.secret(using: &chance)
    return .read { rows in
      let file = try rows.memberFile(session)
      if file.factor != nil { throw SignInError.factorIsOn }
      let uri = TOTP.uri(of: secret, issuer: visit.edition.siteName, account: file.name)
      return .answer(visit.json(["secret": .text(TOTP.base32(secret)), "uri": .text(uri)]))
    }
  }

  private static let verify = WebRoute.api(
    .post, "/api/v1/2fa/verify", "Turns the second factor on with the first code of the app.",
    for: .member, takes: FactorAsked.self, gives: codesShape, limits: .hashing
  ) { visit, asked in
    try visit.turnOnFactor(asked) { visit.codes($0) }
  }

  private static let disable = WebRoute.api(
    .post, "/api/v1/2fa/disable", "Turns the second factor off. Staff cannot.", for: .member,
    takes: BothAsked.self, gives: .object([]), limits: .hashing
  ) { visit, asked in
    try visit.turnOffFactor(asked) { .answer(visit.json([:])) }
  }

  private static let recovery = WebRoute.api(
    .post, "/api/v1/2fa/recovery", "Gives other recovery codes; the old ones count no more.",
    for: .member, takes: BothAsked.self, gives: codesShape, limits: .hashing
  ) { visit, asked in
    try visit.renewCodes(asked) { visit.codes($0) }
  }

  private static let codesShape = Shape.object([
    .init("codes", .list(.text), "Each signs in once in place of a code. They are told this once.")
  ])
}

extension Visit {
  fileprivate func codes(_ codes: [BackupCode]) -> Step {
    .answer(json(["codes": .list(codes.map { .text($0.description) })]))
  }
}
