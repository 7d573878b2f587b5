import Market
import Pages
import Store

/// What an operator does to accounts, parties and organisations.
extension Command {
  private static let reason = Option(
    name: "reason", value: "TEXT", summary: "why; it is kept in the audit", isNeeded: true)

  private static let who = Operand(name: Who.form)

  static let createUser = Command(
    name: "user create", summary: "opens an account and the party of its person",
    options: [
      Option(name: "name", value: "NAME", summary: "what others call this person", isNeeded: true),
      Option(name: "email", value: "ADDRESS", summary: "where to reach the person"),
      Option(name: "phone", value: "NUMBER", summary: "with country code: +8613800138000"),
      Option(name: "locale", value: "LANGUAGE", summary: "zh-CN (default), en, …"),
      Option(name: "role", value: "ROLE", summary: "make the person staff: \(roleNames)"),
      passwordFromInput,
    ],
    details: """
      An e-mail address or a telephone number is needed; both may be given. The answer has an address at
      which the person chooses a password, unless --password-stdin says it already. Roles of staff count
      as soon as the person has turned on the second step.

        jishi user create --name 林知远 --email lin@example.com --role admin
      """
  ) { arguments, config in
    let options = arguments.options
    guard options["email"] != nil || options["phone"] != nil else {
      throw UsageError("`jishi user create` needs --email ADDRESS or --phone NUMBER.")
    }
    let contact = try Contact(email: options["email"], phone: options["phone"])
    let name = options["name"] ?? ""
    let locale = try arguments.locale("locale") ?? .chinese
    let role = try arguments.choice("role", of: StaffRole.self)
    let hash =
      try arguments.has("password-stdin") ? PasswordHash.typed(for: contact, name: name) : nil
    let (account, door) = try await config.change { tx, now in
      let account = try tx.openAccount(
        name: name, contact: contact, locale: locale, by: .operator, at: now)
      try tx.noteOperator("create", .account, account.id.number, at: now)
      if let role { try tx.grant(role, to: account.id, by: .operator, at: now) }
      guard let hash else {
        return (account, try tx.openDoor(for: account, config.site.origin, at: now) as Door?)
      }
      try tx.setPassword(hash, of: account.id, by: .operator, at: now)
      return (account, nil)
    }
    let staff = role.map { ", \($0.rawValue)" } ?? ""
    return Report(
      [
        ("account", .number(account.id.number)), ("party", .number(account.party.number)),
        ("roles", .list(role.map { [.text($0.rawValue)] } ?? [])),
      ] + (door?.facts ?? []),
      lines: ["Opened account \(account.id) for \(name.oneLine) (party:\(account.party))\(staff)."]
        + (door?.lines ?? []))
  }

  private static let roleNames = StaffRole.allCases.map(\.rawValue).joined(separator: ", ")

  static let grantRole = changeRole("grant", "makes somebody staff: \(roleNames)") {
    tx, role, id, now in try tx.grant(role, to: id, by: .operator, at: now)
  }

  static let revokeRole = changeRole("revoke", "takes a staff role away") { tx, role, id, now in
    try tx.revoke(role, from: id, by: .operator, at: now)
  }

  private static func changeRole(
    _ word: String, _ summary: String,
    _ change:
      @escaping @Sendable (borrowing Transaction, StaffRole, ID<Account>, Instant) throws -> Void
  ) -> Command {
    Command(
      name: "user \(word)", summary: summary, operands: [who, Operand(name: "ROLE")],
      details: Who.explanation
    ) { arguments, config in
      let who = try Who(arguments.operands[0])
      let role = try StaffRole(typed: arguments.operands[1], as: "ROLE")
      let (id, roles) = try await config.change { tx, now in
        let account = try tx.account(who)
        do {
          try change(tx, role, account.id, now)
        } catch AccountError.unchanged {
          let state = word == "grant" ? "is \(role.rawValue) already" : "is no \(role.rawValue)"
          throw UsageError("Account \(account.id) \(state).")
        }
        return (account.id, try tx.roles(of: account.id).inOrder.map(\.rawValue))
      }
      let now = roles.isEmpty ? "no staff role" : roles.joined(separator: ", ")
      return Report(
        [("account", .number(id.number)), ("roles", .list(roles.map { .text($0) }))],
        lines: ["Account \(id) now has: \(now)."])
    }
  }

  static let disableUser = Command(
    name: "user disable", summary: "lets somebody come in no more", operands: [who],
    details: "All sessions end. What the person owns stays as it is; `jishi user suspend` hides "
      + "that.\n\n" + Who.explanation
  ) { arguments, config in
    try await setAccount("disabled", arguments, config) { tx, id, now in
      try tx.disableAccount(id, by: .operator, at: now)
    }
  }

  static let enableUser = Command(
    name: "user enable", summary: "lets somebody come in again", operands: [who],
    details: Who.explanation
  ) { arguments, config in
    try await setAccount("active", arguments, config) { tx, id, now in
      try tx.enableAccount(id, by: .operator, at: now)
    }
  }

  private static func setAccount(
    _ state: String, _ arguments: Arguments, _ config: Config,
    _ change: @escaping @Sendable (borrowing Transaction, ID<Account>, Instant) throws -> Void
  ) async throws -> Report {
    let who = try Who(arguments.operands[0])
    let account = try await config.change { tx, now in
      let account = try tx.account(who)
      do {
        try change(tx, account.id, now)
      } catch AccountError.unchanged {
        throw UsageError("Account \(account.id) is \(state) already.")
      }
      return account
    }
    return Report(
      [("account", .number(account.id.number)), ("state", .text(state))],
      lines: ["Account \(account.id) is \(state)."])
  }

  static let suspendParty = Command(
    name: "user suspend", summary: "hides all that a person or organisation offers",
    operands: [who], options: [reason], details: Who.explanation
  ) { arguments, config in
    let reason = arguments.options["reason"] ?? ""
    guard reason.isText(atMost: Gig.reasonCharactersMax) else { throw GigError.unfitReason }
    return try await setParty("suspended", arguments, config) { tx, id, now in
      try tx.suspend(id, because: reason, by: .operator, at: now)
    }
  }

  static let reinstateParty = Command(
    name: "user reinstate", summary: "lets a suspended person or organisation go on",
    operands: [who], details: Who.explanation
  ) { arguments, config in
    try await setParty("active", arguments, config) { tx, id, now in
      try tx.reinstate(id, by: .operator, at: now)
    }
  }

  private static func setParty(
    _ state: String, _ arguments: Arguments, _ config: Config,
    _ change: @escaping @Sendable (borrowing Transaction, ID<Party>, Instant) throws -> Void
  ) async throws -> Report {
    let who = try Who(arguments.operands[0])
    let party = try await config.change { tx, now in
      let party = try tx.party(who)
      try change(tx, party.id, now)
      return party
    }
    return Report(
      [("party", .number(party.id.number)), ("state", .text(state))],
      lines: ["\(party.shown.oneLine) is \(state)."])
  }
}
