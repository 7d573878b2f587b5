import Market

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
  static func placeOfWord(in words: [String], after known: [Command.Option]) -> Int? {
    let withValue = Set(known.filter { $0.value != nil }.map { "--" + $0.name })
    var isValue = false
    for (place, word) in words.enumerated() {
      if word == "--" { return nil }
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
    if let option = command.options.first(where: { $0.isNeeded && !has($0.name) }) {
      throw UsageError(
        "`jishi \(command.name)` needs --\(option.name) \(option.value ?? ""); see `jishi \(command.name) --help`."
      )
    }
    if operands.count > command.operands.count {
      throw UsageError(
        "`jishi \(command.name)` does not know what to do with “\(operands[command.operands.count])”."
      )
    }
  }

  func has(_ option: String) -> Bool { options[option] != nil }

  /// A whole number from 1.
  func number(_ option: String, atMost limit: Int64 = .max) throws -> Int64? {
    try options[option].map { text in
      guard let number = Int64(text), (1...limit).contains(number) else {
        let range = limit == .max ? "from 1" : "from 1 to \(limit)"
        throw UsageError("--\(option) needs a number \(range), not “\(text)”.")
      }
      return number
    }
  }

  /// One of the names that the cases of a type have.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: String, of type: Choice.Type
  ) throws -> Choice? {
    try options[option].map { try Choice(typed: $0, as: "--\(option)") }
  }

  func locale(_ option: String) throws -> Locale? {
    try options[option].map { text in
      guard let locale = Locale(text) else {
        throw UsageError("--\(option) needs a language such as zh-CN or en, not “\(text)”.")
      }
      return locale
    }
  }

  /// The operand at this place as a number.
  func id<Entity>(_ place: Int, of type: Entity.Type) throws -> ID<Entity> {
    let text = operands[place]
    guard let number = Int64(text), number > 0 else {
      throw UsageError("A number from 1 is needed, not “\(text)”.")
    }
    return ID(number)
  }
}

extension RawRepresentable<String> where Self: CaseIterable {
  init(typed text: String, as place: String) throws {
    guard let found = Self(rawValue: text) else {
      let names = Self.allCases.map(\.rawValue)
      let hint = text.hint(among: names).map { " Did you mean \($0)?" } ?? ""
      throw UsageError(
        "\(place) is one of \(names.joined(separator: ", ")), not “\(text)”.\(hint)")
    }
    self = found
  }
}
