import Market
import Pages
import Store

/// What an operator does about how somebody comes in.
extension Command {
  private static let who = Operand(name: Who.form)

  static let passwordFromInput = Option(
    name: "password-stdin", value: nil, summary: "take the password from standard input")

  static let setPassword = Command(
    name: "user password", summary: "lets somebody have another password", operands: [who],
    options: [passwordFromInput],
    details: """
      Shows an address for a new password, which works once and for \(minutes) minutes; hand it on to nobody
      but the member. With --password-stdin the first line of standard input is the password. Whoever is
      signed in has to come in again after that, and the member is told. A second step that is on stays on.

      \(Who.explanation)
      """
  ) { arguments, config in
    let who = try Who(arguments.operands[0])
    guard arguments.has("password-stdin") else {
      let (account, door) = try await config.change { tx, now in
        let account = try tx.account(who)
        return (account, try tx.openDoor(for: account, config.site.origin, at: now))
      }
      return Report([("account", .number(account.id.number))] + door.facts, lines: door.lines)
    }
    let (found, name) = try await config.read { snapshot in
      let account = try snapshot.account(who)
      return (account, try snapshot.party(account.party).name)
    }
    let hash = try PasswordHash.typed(for: found.contact, name: name)
    let account = try await config.change { tx, now in
      let account = try tx.account(who)
      try tx.setPassword(hash, of: account.id, by: .operator, at: now)
      return account
    }
    return Report(
      [("account", .number(account.id.number))],
      lines: ["Account \(account.id) has a new password."])
  }

  static let resetFactor = Command(
    name: "user reset-factor", summary: "turns off the second step of who has lost it",
    operands: [who],
    details: """
      For a member who has neither the app nor the recovery codes, and has shown who he is by other means.
      All sessions end; the password stays as it is.

      \(Who.explanation)
      """
  ) { arguments, config in
    let who = try Who(arguments.operands[0])
    let account = try await config.change { tx, now in
      let account = try tx.account(who)
      try tx.resetFactor(of: account.id, by: .operator, at: now)
      return account
    }
    return Report(
      [("account", .number(account.id.number))],
      lines: ["Account \(account.id) has no second step now, and nobody is signed in to it."])
  }

  static let signOutUser = Command(
    name: "user sign-out", summary: "ends all sessions of somebody", operands: [who],
    details: "Who knows the password can come in again; `jishi user disable` keeps him out.\n\n"
      + Who.explanation
  ) { arguments, config in
    let who = try Who(arguments.operands[0])
    let (account, ended) = try await config.change { tx, now in
      let account = try tx.account(who)
      return (account, try tx.signOut(everywhere: account.id, by: .operator, at: now))
    }
    let what = ended == 1 ? "1 session" : "\(ended) sessions"
    return Report(
      [("account", .number(account.id.number)), ("ended", .number(Int64(ended)))],
      lines: ["Ended \(what) of account \(account.id)."])
  }

  fileprivate static var minutes: Int { Int(Challenge.life / .minutes(1)) }
}

/// By which somebody gets a password of his own.
struct Door: Sendable {
  let code: String
  let address: String

  var facts: [(String, Report.Fact)] {
    [("code", .text(code)), ("address", .text(address))]
  }

  var lines: [String] {
    [
      "A password can be chosen within \(Command.minutes) minutes, with the code \(code), at",
      address,
    ]
  }
}

extension Transaction {
  func openDoor(
    for account: Account, _ origin: SiteOrigin, at now: Instant
  ) throws -> Door {
    var random = SystemRandomNumberGenerator()
    let key = PublicID<Challenge>(using: &random)
    let code = Challenge.code(using: &random)
    try offerReset(of: account.id, key, code: code, by: .operator, at: now)
    let path = PageAddress.gate(.newPassword(key.text)).path(in: account.locale)
    return Door(code: code, address: "\(origin.text)\(path)?code=\(code)")
  }
}

extension PasswordHash {
  /// Of the first line of standard input.
  static func typed(for contact: Contact, name: String) throws -> PasswordHash {
    let password = readLine() ?? ""
    if let fault = PasswordRules.fault(of: password, for: contact, name: name) {
      throw UsageError(fault.sentence)
    }
    return try make(password)
  }
}

extension PasswordFault {
  fileprivate var sentence: String {
    switch self {
    case .tooShort(let min): "A password has at least \(min) characters."
    case .tooLong(let max): "A password has at most \(max) characters."
    case .common: "This password is among the first that everybody would try."
    case .personal: "This password is made of what others know of the person."
    }
  }
}
