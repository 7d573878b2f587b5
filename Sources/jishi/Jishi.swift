import Glibc

/// `jishi COMMAND …`: finds the command, gives it its settings, and turns what it throws into one
/// sentence and an exit code.
@main
enum Jishi {
  static let version = "0.1.0"

  static let commands: [Command] = [
    .initialize, .migrate, .config, .check, .backup, .restore, .tasks, .rules, .seal, .audit, .seed,
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
    guard let place = Arguments.placeOfCommand(in: words) else {
      if words.contains("--version") { return Report([("version", .text(version))]) }
      guard words.isEmpty || isHelp else {
        throw UsageError("The command is missing; see `jishi --help`.")
      }
      print(Help.overview)
      return nil
    }
    let name = words[place]
    if name == "help" {
      let about = try words[(place + 1)...].first.map { try find($0) }
      print(about.map(Help.of) ?? Help.overview)
      return nil
    }
    let command = try find(name)
    if isHelp {
      print(Help.of(command))
      return nil
    }
    var rest = words
    rest.remove(at: place)
    let arguments = try Arguments(rest, for: command)
    return try await command.run(arguments, try Config(flags: arguments.options))
  }

  private static func find(_ name: String) throws -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let near = commands.map(\.name).min { $0.distance(to: name) < $1.distance(to: name) }
    let hint = near.map { $0.distance(to: name) <= 2 ? " Did you mean `jishi \($0)`?" : "" } ?? ""
    throw UsageError("There is no command “\(name)”.\(hint) See `jishi --help`.")
  }
}

extension String {
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
