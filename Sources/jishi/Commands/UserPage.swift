import Market
import Store

extension Command {
  static let showUser = Command(
    name: "user show", summary: "shows all that is known of somebody",
    operands: [Operand(name: Who.form)], details: Who.explanation
  ) { arguments, config in
    let who = try Who(arguments.operands[0])
    return try await config.read { try UserPage(of: who, in: $0) }.report
  }
}

/// Somebody, with all that belongs to him.
private struct UserPage: Sendable {
  static let auditsMax = 20

  let party: Party
  let account: Account?
  let roles: [StaffRole]
  let organisations: [(organisation: Party, role: MemberRole)]
  let members: [(member: Party, role: MemberRole)]
  let profile: Profile?
  let gigs: [(state: String, count: Int64)]
  /// The latest first.
  let audits: [Audit]

  init(of who: Who, in snapshot: borrowing Snapshot) throws {
    let party = try snapshot.party(who)
    self.party = party
    let account = try snapshot.account(of: party.id)
    self.account = account
    roles = try account.map { try snapshot.roles(of: $0.id).inOrder } ?? []
    organisations = try snapshot.memberships(of: party.id)
    members = party.kind == .organisation ? try snapshot.members(of: party.id) : []
    profile = try snapshot.profile(party.id)
    gigs = try snapshot.gigCounts(of: party.id)
    var audits = try snapshot.audits(of: .party, party.id.number, atMost: Self.auditsMax)
    audits += try snapshot.audits(of: .profile, party.id.number, atMost: Self.auditsMax)
    if let account {
      audits += try snapshot.audits(of: .account, account.id.number, atMost: Self.auditsMax)
    }
    self.audits = Array(audits.sorted { $0.at > $1.at }.prefix(Self.auditsMax))
  }

  var report: Report { Report(facts, lines: lines) }

  private var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("party", .table(party.facts)),
      ("roles", .list(roles.map { .text($0.rawValue) })),
      ("organisations", .list(organisations.map { Self.fact($0.organisation, $0.role) })),
      ("gigs", .table(gigs.map { ($0.state, .number($0.count)) })),
      ("audits", .list(audits.map(\.fact))),
    ]
    if party.kind == .organisation {
      facts.append(("members", .list(members.map { Self.fact($0.member, $0.role) })))
    }
    if let account { facts.append(("account", .table(account.facts))) }
    if let profile { facts.append(("profile", .table(profile.facts))) }
    return facts
  }

  private static func fact(_ party: Party, _ role: MemberRole) -> Report.Fact {
    .table([
      ("party", .number(party.id.number)), ("name", .text(party.name)),
      ("role", .text(role.rawValue)),
    ])
  }

  private var lines: [String] {
    var rows = [
      [
        "party",
        "\(party.id)  \(party.kind.rawValue), \(state(party.state.shown, party.state.since))",
      ]
    ]
    if let account {
      rows.append(["account", "\(account.id)  \(state(of: account))"])
      rows.append(["e-mail", account.contact.email ?? "-"])
      rows.append(["phone", account.contact.phone ?? "-"])
      rows.append(["roles", list(roles.map(\.rawValue), "none")])
    }
    rows.append(["language", party.language.tag])
    rows.append(["since", party.openedAt.utcText])
    rows += organisations.enumerated().map {
      [$0 == 0 ? "belongs to" : "", "\($1.organisation.shown), as \($1.role.rawValue)"]
    }
    rows += members.enumerated().map {
      [$0 == 0 ? "members" : "", "\($1.member.shown), \($1.role.rawValue)"]
    }
    rows.append(["profile", profile?.shown ?? "none yet"])
    rows.append(["gigs", list(gigs.map { "\($0.count) \($0.state)" }, "none")])
    return [party.name.oneLine] + Table(rows.map { ["  \($0[0])", $0[1]] }).lines
      + (audits.isEmpty
        ? [] : ["What was done, the latest first:"] + Table(audits.map(\.row)).lines)
  }

  private func state(of account: Account) -> String {
    if case .disabled(let at) = account.state { return state(account.state.shown, at) }
    return account.state.shown
  }

  private func state(_ name: String, _ since: Instant?) -> String {
    name + (since.map { " since \($0.utcText)" } ?? "")
  }

  private func list(_ words: [String], _ none: String) -> String {
    words.isEmpty ? none : words.joined(separator: ", ")
  }
}

extension Profile {
  fileprivate var state: String {
    if isTakenDown { return "taken down" }
    return isShown ? "shown" : isPublished ? "not shown" : "hidden"
  }

  fileprivate var shown: String {
    let languages = content.texts.keys.sorted().map(\.tag).joined(separator: ", ")
    return "\(state), level \(level.rawValue), in \(languages)"
  }

  var facts: [(String, Report.Fact)] {
    let names = content.texts.sorted { $0.key < $1.key }
    var facts: [(String, Report.Fact)] = [
      ("state", .text(state)), ("level", .text(level.rawValue)),
      ("revision", .number(Int64(revision))),
      ("names", .table(names.map { ($0.key.tag, .text($0.value.name)) })),
      ("slugs", .table(slugs.sorted { $0.key < $1.key }.map { ($0.key.tag, .text($0.value)) })),
      ("gigsShown", .number(figures.gigsShown)), ("orders", .number(figures.orders)),
      ("reviews", .number(figures.reviews)), ("stars", .number(figures.stars)),
    ]
    if let rate = content.hourlyRate { facts.append(("hourlyRate", rate.fact)) }
    return facts
  }
}

extension Money {
  var shown: String { "\(decimal) \(asset.code)" }

  /// The amount as it is written, so that no reader has to know the scale.
  var fact: Report.Fact {
    .table([
      ("amount", .text(decimal)), ("currency", .text(asset.code)),
      ("minorUnits", .number(minorUnits)),
    ])
  }
}
