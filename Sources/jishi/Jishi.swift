import Glibc

/// `jishi COMMAND …`: finds the command, gives it its settings, and turns what it throws into one
/// sentence and an exit code.
@main
enum Jishi {
  static let version = "0.1.0"

  static let commands: [Command] = [
    .initialize, .migrate, .config, .check, .backup, .restore, .tasks, .rules, .seal, .audit,
    .catalogue, .user, .gig, .reports, .report, .theme, .locale, .seed, .build,
    .releases, .rollback, .deploy, .verify, .routes, .serve, .work, .watch,
  ]

  static func main() async {
    // A reader that goes away, such as `head`, must not kill us in the middle of a write.
    signal(SIGPIPE, SIG_IGN)
    // A file that grew to its limit is a full disk, and is reported as one.
    signal(SIGXFSZ, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    // What stands after `--` is no option.
    let isJSON = words.prefix { $0 != "--" }.contains("--json")
    do {
      guard let report = try await answer(words) else { return }
      report.print(asJSON: isJSON)
      exit(report.code.rawValue)
    } catch {
      let failure = Failure(error)
      failure.print(asJSON: isJSON)
      exit(failure.code.rawValue)
    }
  }

  /// Nil when help was asked for and given.
  private static func answer(_ words: [String]) async throws -> Report? {
    let flags = words.prefix { $0 != "--" }
    let isHelp = flags.contains("--help") || flags.contains("-h")
    guard let place = Arguments.placeOfWord(in: words, after: Command.common) else {
      if words.contains("--version") { return Report([("version", .text(version))]) }
      guard words.isEmpty || isHelp else {
        throw UsageError("The command is missing; see `jishi --help`.")
      }
      print(Help.overview)
      return nil
    }
    let name = words[place]
    if name == "help" {
      print(try help(about: words[(place + 1)...]))
      return nil
    }
    var command = try find(name)
    var rest = words
    rest.remove(at: place)
    if !command.actions.isEmpty, let place = Arguments.placeOfWord(in: rest, after: command.all) {
      // Whoever asks for help need not have found the right word yet.
      if let action = try isHelp ? command.action(rest[place]) : command.find(rest[place]) {
        command = action
        rest.remove(at: place)
      }
    }
    if isHelp {
      print(Help.of(command))
      return nil
    }
    let arguments = try Arguments(rest, for: command)
    return try await command.run(arguments, try Config(flags: arguments.options))
  }

  private static func help(about words: ArraySlice<String>) throws -> String {
    guard let name = words.first else { return Help.overview }
    let command = try find(name)
    guard let word = words.dropFirst().first, !command.actions.isEmpty else {
      return Help.of(command)
    }
    return Help.of(try command.find(word) ?? command)
  }

  private static func find(_ name: String) throws -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let hint = name.hint(among: commands.map(\.name)).map { " Did you mean `jishi \($0)`?" } ?? ""
    throw UsageError("There is no command “\(name)”.\(hint) See `jishi --help`.")
  }
}

extension Command {
  /// Every option that can stand before or after the action's word.
  fileprivate var all: [Option] { Self.common + options + actions.flatMap(\.options) }

  fileprivate func action(_ word: String) -> Command? { actions.first { $0.word == word } }

  /// Nil for a word that is meant for the command itself, when it takes one.
  fileprivate func find(_ word: String) throws -> Command? {
    if let action = action(word) { return action }
    let near = word.hint(among: actions.map(\.word)).map { "\(name) \($0)" }
    if near == nil, !operands.isEmpty { return nil }
    // A number alone is most likely something to look at.
    let show = Int64(word) == nil || action("show") == nil ? nil : "\(name) show \(word)"
    let hint = (near ?? show).map { " Did you mean `jishi \($0)`?" } ?? ""
    throw UsageError("`jishi \(name)` has no action “\(word)”.\(hint) See `jishi \(name) --help`.")
  }
}

extension String {
  /// The one of these words that was probably meant.
  func hint(among words: [String]) -> String? {
    let near = words.map { (word: $0, distance: $0.distance(to: self)) }
    return near.min { $0.distance < $1.distance }.flatMap { $0.distance <= 2 ? $0.word : nil }
  }

  /// How many letters must change to make one word of the other.
  func distance(to other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (line, letter) in enumerated() {
      var next = [line + 1]
      for (column, wanted) in target.enumerated() {
        next.append(
          Swift.min(
            next[column] + 1, row[column + 1] + 1, row[column] + (letter == wanted ? 0 : 1)))
      }
      row = next
    }
    return row.last ?? 0
  }
}
