/// What the program says about itself.
enum Help {
  static var overview: String {
    let lines = Table(Jishi.commands.map { ["  \($0.name)", $0.summary] }).lines
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
    let options = Table(
      (command.options + Command.common).map { option in
        ["  --\(option.name)\(option.value.map { " \($0)" } ?? "")", option.summary]
      }
    ).lines
    let details = command.details.isEmpty ? "" : "\n\(command.details)\n"
    return """
      jishi \(command.name): \(command.summary).

      Usage: jishi \(usage(of: command)) [OPTIONS]
      \(actions(of: command))\(details)
      \(options.joined(separator: "\n"))
      """
  }

  private static func actions(of command: Command) -> String {
    guard !command.actions.isEmpty else { return "" }
    let lines = Table(command.actions.map { ["  jishi \(usage(of: $0))", $0.summary] }).lines
    return """

      \(lines.joined(separator: "\n"))

      `jishi \(command.name) ACTION --help` tells more of each.

      """
  }

  /// An action that cannot do without some option shows it.
  private static func usage(of command: Command) -> String {
    let operands = command.operands.map { $0.isNeeded ? " \($0.name)" : " [\($0.name)]" }
    let options = command.options.filter(\.isNeeded).map { " --\($0.name) \($0.value ?? "")" }
    return command.name + operands.joined() + options.joined()
  }
}
