/// What stood after the command, sorted into words and options.
struct Arguments: Sendable {
  private(set) var operands: [String] = []
  private(set) var options: [String: String] = [:]

  init(_ words: [String], for command: Command) throws {
    let known = command.options + Command.common
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("--") else {
        operands.append(word)
        continue
      }
      let (name, attached) = Self.split(word)
      guard let option = known.first(where: { $0.name == name }) else {
        throw UsageError(
          "`jishi \(command.name)` has no option --\(name); see `jishi \(command.name) --help`.")
      }
      guard options[name] == nil else { throw UsageError("--\(name) is given twice.") }
      switch (option.value, attached) {
      case (nil, nil): options[name] = ""
      case (nil, _): throw UsageError("--\(name) takes no value.")
      case (_, let value?): options[name] = value
      case (let form?, nil):
        guard let value = rest.popFirst(), !value.hasPrefix("--") else {
          throw UsageError("--\(name) needs a value: --\(name) \(form).")
        }
        options[name] = value
      }
    }
    try check(command)
  }

  /// The first word that is neither an option nor an option's value.
  static func placeOfCommand(in words: [String]) -> Int? {
    let withValue = Set(Command.common.filter { $0.value != nil }.map { "--" + $0.name })
    var isValue = false
    for (place, word) in words.enumerated() {
      if !isValue, !word.hasPrefix("-") { return place }
      isValue = !isValue && withValue.contains(word)
    }
    return nil
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    let body = word.dropFirst(2)
    guard let equals = body.firstIndex(of: "=") else { return (String(body), nil) }
    return (String(body[..<equals]), String(body[body.index(after: equals)...]))
  }

  private func check(_ command: Command) throws {
    let needed = command.operands.filter(\.isNeeded)
    if operands.count < needed.count {
      throw UsageError(
        "`jishi \(command.name)` needs \(needed[operands.count].name); see `jishi \(command.name) --help`."
      )
    }
    if operands.count > command.operands.count {
      throw UsageError(
        "`jishi \(command.name)` does not know what to do with “\(operands[command.operands.count])”."
      )
    }
  }

  func has(_ option: String) -> Bool { options[option] != nil }
}
