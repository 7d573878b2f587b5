/// One word after `jishi`, with all that is said about it in one place.
struct Command: Sendable {
  let name: String
  let summary: String
  /// The words that must or may follow, such as `FILE`.
  var operands: [Operand] = []
  var options: [Option] = []
  /// What a person would want to know beyond the summary.
  var details = ""
  let run: @Sendable (Arguments, Config) async throws -> Report

  struct Operand: Sendable {
    let name: String
    var isNeeded = true
  }

  struct Option: Sendable {
    let name: String
    /// Nil for an option that is just there or not.
    let value: String?
    let summary: String
  }

  /// What every command understands. The settings among them are described by `Config`.
  static let common: [Option] =
    [
      Option(name: "site", value: "FILE", summary: "the file of settings (default: site.json)")
    ] + Config.known.map { Option(name: $0.name, value: $0.form, summary: $0.summary) } + [
      Option(name: "json", value: nil, summary: "print one JSON object"),
      Option(name: "help", value: nil, summary: "print this"),
    ]
}

/// Wrong use of the program: the person can put it right.
struct UsageError: Error {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}

enum Help {
  static var overview: String {
    let width = (Jishi.commands.map(\.name.count).max() ?? 0) + 2
    let lines = Jishi.commands.map { "  \($0.name.padded(to: width))\($0.summary)" }
    return """
      jishi \(Jishi.version): runs a Jishi 集市 marketplace.

      Usage: jishi COMMAND [OPTIONS]

      \(lines.joined(separator: "\n"))

      `jishi COMMAND --help` tells more. Settings come from options, then from the environment
      (JISHI_DB …), then from site.json, then from defaults; `jishi config` shows them.
      Exit codes: 0 fine, 1 a fault was found, 2 wrong use, 3 something outside failed.
      """
  }

  static func of(_ command: Command) -> String {
    let operands = command.operands.map { $0.isNeeded ? " \($0.name)" : " [\($0.name)]" }.joined()
    let options = (command.options + Command.common).map { option in
      ("--\(option.name)\(option.value.map { " \($0)" } ?? "")", option.summary)
    }
    let width = (options.map(\.0.count).max() ?? 0) + 2
    let lines = options.map { "  \($0.0.padded(to: width))\($0.1)" }
    let details = command.details.isEmpty ? "" : "\n\(command.details)\n"
    return """
      jishi \(command.name): \(command.summary).

      Usage: jishi \(command.name)\(operands) [OPTIONS]
      \(details)
      \(lines.joined(separator: "\n"))
      """
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
