import Market
import Store

extension Command {
  static let user = Command(
    name: "user", summary: "shows who is in the market, and says who may do what",
    options: pagingOptions,
    details: """
      Without an action the accounts are listed. Everything that is changed here is done by the
      operator, and stands in the audit as that.

      \(Who.explanation)
      """,
    actions: [
      showUser, createUser, grantRole, revokeRole, setPassword, resetFactor, signOutUser,
      disableUser, enableUser, suspendParty, reinstateParty, exportUser, foundOrganisation,
      addMember, removeMember,
    ]
  ) { arguments, config in
    let (after, limit) = try arguments.page()
    let listed = try await config.read { snapshot in
      let found = try snapshot.accounts(after: ID(after), atMost: limit + 1)
      return Listed(
        try found.map { account, party in
          UserLine(
            account: account, party: party, roles: try snapshot.roles(of: account.id).inOrder)
        }, limit: limit)
    }
    var facts: [(String, Report.Fact)] = [("users", .list(listed.items.map(\.fact)))]
    if listed.isCut, let last = listed.items.last { facts.append(("next", .number(last.id))) }
    return Report(facts, lines: lines(of: listed, after: after))
  }

  private static func lines(of listed: Listed<UserLine>, after: Int64) -> [String] {
    guard let last = listed.items.last else {
      return [
        after > 0
          ? "No account has a number after \(after)."
          : "Nobody is here yet; `jishi user create --name NAME --email ADDRESS` opens an account."
      ]
    }
    let heading = ["ID", "PARTY", "NAME", "E-MAIL", "PHONE", "LOCALE", "STATE", "ROLES"]
    let more = "More follow: `jishi user --after \(last.id)`."
    return Table([heading] + listed.items.map(\.row)).lines + (listed.isCut ? [more] : [])
  }
}

private struct UserLine: Sendable {
  let account: Account
  let party: Party
  let roles: [StaffRole]

  var id: Int64 { account.id.number }

  var row: [String] {
    [
      "\(account.id)", "party:\(party.id)", party.name, account.contact.email ?? "-",
      account.contact.phone ?? "-", account.locale.tag, state,
      roles.isEmpty ? "-" : roles.map(\.rawValue).joined(separator: ", "),
    ]
  }

  /// Both can be stopped, each for itself.
  private var state: String {
    let states = [account.state.shown, party.state.shown].filter { $0 != "active" }
    return states.isEmpty ? "active" : states.joined(separator: ", ")
  }

  var fact: Report.Fact {
    .table(
      account.facts + [
        ("party", .table(party.facts)), ("roles", .list(roles.map { .text($0.rawValue) })),
      ])
  }
}

extension Set where Element == StaffRole {
  var inOrder: [StaffRole] { StaffRole.allCases.filter(contains) }
}

extension Account.State {
  var shown: String {
    switch self {
    case .active: "active"
    case .disabled: "disabled"
    }
  }
}

extension Party.State {
  var shown: String {
    switch self {
    case .active: "active"
    case .suspended: "suspended"
    case .closed: "closed"
    }
  }

  var since: Instant? {
    switch self {
    case .active: nil
    case .suspended(let at), .closed(let at): at
    }
  }
}

extension Account {
  var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("id", .number(id.number)), ("locale", .text(locale.tag)), ("state", .text(state.shown)),
      ("openedAt", .text(openedAt.utcText)),
    ]
    if let email = contact.email { facts.append(("email", .text(email))) }
    if let phone = contact.phone { facts.append(("phone", .text(phone))) }
    if case .disabled(let at) = state { facts.append(("disabledAt", .text(at.utcText))) }
    return facts
  }
}

extension Party {
  var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("id", .number(id.number)), ("kind", .text(kind.rawValue)), ("name", .text(name)),
      ("language", .text(language.tag)), ("state", .text(state.shown)),
      ("openedAt", .text(openedAt.utcText)),
    ]
    if let since = state.since { facts.append(("stateAt", .text(since.utcText))) }
    return facts
  }

  var shown: String { "party:\(id) \(name)" }
}
