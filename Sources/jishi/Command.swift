/// What stands after `jishi`, with all that is said about it in one place. A command with actions
/// does what `run` does when none of them is named.
struct Command: Sendable {
  /// As it is typed: `user`, or `user show` for an action.
  let name: String
  let summary: String
  /// The words that must or may follow, such as `FILE`.
  var operands: [Operand] = []
  var options: [Option] = []
  /// What a person would want to know beyond the summary.
  var details = ""
  var actions: [Command] = []
  let run: @Sendable (Arguments, Config) async throws -> Report

  /// What tells an action from its neighbours.
  var word: String { name.split(separator: " ").last.map(String.init) ?? name }

  struct Operand: Sendable {
    let name: String
    var isNeeded = true
  }

  struct Option: Sendable {
    let name: String
    /// Nil for an option that is just there or not.
    let value: String?
    let summary: String
    var isNeeded = false
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
