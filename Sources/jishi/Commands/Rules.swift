import FoundationEssentials
import Market
import Store

extension Command {
  static let rules = Command(
    name: "rules", summary: "shows the rules of the marketplace, and publishes new ones",
    options: [
      Option(name: "print", value: nil, summary: "print the rules in force as a file of rules"),
      Option(name: "version", value: "N", summary: "print this version instead"),
      Option(name: "load", value: "FILE", summary: "publish the rules in this file"),
      Option(name: "from", value: "WHEN", summary: "when they take effect: 2026-12-01, in UTC"),
    ],
    details: """
      Every number of the rules is in one file: print it, edit the copy, load it. A new version is
      published before it takes effect, at the earliest after the notice-days of the rules in force,
      which is also the usual. Orders keep the version under which they were placed.
      """
  ) { arguments, config in
    let options = arguments.options
    if let path = options["load"] {
      guard !arguments.has("print"), !arguments.has("version") else {
        throw UsageError("--load and --print are two things: do one after the other.")
      }
      return try await load(path, from: try options["from"].map(moment), config)
    }
    guard !arguments.has("from") else {
      throw UsageError("--from says when a new version takes effect: it goes with --load FILE.")
    }
    let number = try options["version"].map(version)
    if arguments.has("print") || number != nil { return try await show(number, config) }
    return try await list(config)
  }

  private static func moment(_ text: String) throws -> Instant {
    guard let moment = Instant(utcText: text) else {
      throw UsageError(
        "--from needs a day such as 2026-12-01 or a time such as 2026-12-01T08:30Z, not “\(text)”.")
    }
    return moment
  }

  private static func version(_ text: String) throws -> ID<RuleVersion> {
    guard let number = Int64(text), number > 0 else {
      throw UsageError("--version needs a number from 1, not “\(text)”.")
    }
    return ID(number)
  }

  private static func list(_ config: Config) async throws -> Report {
    let now = Instant.now
    let (current, history) = try await Store.with(config.address, config.options) { store in
      try await store.read { (try $0.ruleVersion(at: now), try $0.ruleHistory()) }
    }
    return Report(
      [
        ("inForce", .number(current.id.number)),
        ("versions", .list(history.map(\.fact))),
      ],
      lines: ["Version \(current.id) is in force."]
        + history.map { version in
          "\(version.id == current.id ? "*" : " ") \(version.id)  from \(version.from.utcText)  "
            + "published \(version.at.utcText) by \(version.actor)"
        })
  }

  private static func show(_ id: ID<RuleVersion>?, _ config: Config) async throws -> Report {
    let now = Instant.now
    do {
      let (shown, text) = try await Store.with(config.address, config.options) { store in
        try await store.read { snapshot in
          let shown = try id ?? snapshot.ruleVersion(at: now).id
          return (shown, try snapshot.ruleText(shown))
        }
      }
      return Report(
        [("version", .number(shown.number)), ("text", .text(text))],
        lines: [text.hasSuffix("\n") ? String(text.dropLast()) : text])
    } catch RuleVersionError.unknown(let id) {
      throw UsageError("There is no version \(id) of the rules; `jishi rules` lists them.")
    }
  }

  private static func load(
    _ path: String, from: Instant?, _ config: Config
  ) async throws -> Report {
    let text = try content(of: path)
    let now = Instant.now
    do {
      let version = try await Store.with(config.address) { store in
        try await store.write { tx in
          try tx.setRules(text, file: path, from: from, by: .operator, at: now)
        }
      }.value
      let isNew = version.at == now
      return Report(
        [("published", .flag(isNew)), ("version", .number(version.id.number))]
          + [("from", .text(version.from.utcText))],
        lines: [
          isNew
            ? "Published version \(version.id), which takes effect at \(version.from.utcText)."
            : "Version \(version.id), from \(version.from.utcText), has these very rules already."
        ])
    } catch RuleVersionError.tooSoon(let earliest, let days) {
      throw UsageError(
        "New rules are published \(days) days before they take effect: at the earliest at \(earliest.utcText)."
      )
    }
  }

  private static func content(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("There is no file of rules at \(path), or it cannot be read.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UsageError("\(path) is not text in UTF-8.")
    }
    // As it is printed: a version that is loaded again unchanged is no new one.
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}

extension RuleVersion {
  fileprivate var fact: Report.Fact {
    .table([
      ("version", .number(id.number)), ("from", .text(from.utcText)), ("at", .text(at.utcText)),
      ("actor", .text(actor)), ("digest", .text(digest)),
    ])
  }
}
