/// What stands in braces: a value, a plural or a select.
extension MessageParser {
  mutating func placeholder() -> Message.Part? {
    let start = at
    at += 1
    skipSpaces()
    let nameStart = at
    guard let name = name() else {
      return lost(from: start, expected: "a name such as {count}, or {{ for the sign itself")
    }
    skipSpaces()
    switch here {
    case MessageSign.close:
      at += 1
      note(name, .text, at: nameStart)
      return .value(name, .text)
    case MessageSign.comma:
      at += 1
      skipSpaces()
      return styled(name, at: nameStart, from: start)
    default: return lost(from: start, expected: "} or a comma after “\(name)”")
    }
  }

  private mutating func styled(_ name: String, at nameStart: Int, from start: Int) -> Message.Part?
  {
    let wordStart = at
    guard let word = self.name() else { return lost(from: start, expected: "how it is written") }
    skipSpaces()
    switch word {
    case "plural": return plural(name, at: nameStart, from: start)
    case "select": return select(name, at: nameStart, from: start)
    default: break
    }
    // Words need no style: there is one way to say it.
    guard let style = Message.Style(rawValue: word), style != .text else {
      let styles = Message.Style.allCases.filter { $0 != .text }.map(\.rawValue)
      fault(
        at: wordStart, found: quoted(word), expected: "how “\(name)” is written",
        available: nearestFirst(styles + ["plural", "select"], to: word))
      recover(from: start)
      return nil
    }
    guard here == MessageSign.close else { return lost(from: start, expected: "} after “\(word)”") }
    at += 1
    note(name, style.argument, at: nameStart)
    return .value(name, style)
  }

  private mutating func plural(_ name: String, at nameStart: Int, from start: Int) -> Message.Part {
    note(name, .number, at: nameStart)
    numbers.append(name)
    let branches = branches(from: start)
    numbers.removeLast()
    var plural = Plural(name: name, start: start)
    var exact: [Int: [Message.Part]] = [:]
    var categories: [PluralCategory: [Message.Part]] = [:]
    for branch in branches where !branch.label.isEmpty {
      if let number = Self.exactNumber(branch.label) {
        if !plural.exact.insert(number).inserted { repeated(branch) }
        exact[number] = branch.parts
      } else if let category = PluralCategory(rawValue: branch.label) {
        if plural.categories.updateValue(branch.at, forKey: category) != nil { repeated(branch) }
        categories[category] = branch.parts
      } else {
        fault(
          at: branch.at, found: quoted(branch.label),
          expected: "a number such as =0, or a category",
          available: nearestFirst(PluralCategory.allCases.map(\.rawValue), to: branch.label))
      }
    }
    if categories[.other] == nil {
      fault(at: start, found: "a plural without “other”", expected: "other {…}")
      categories[.other] = []
    }
    plural.hasWords = categories[.other]?.contains { !$0.isValue } == true
    plurals.append(plural)
    return .plural(name, exact: exact, categories: categories)
  }

  private mutating func select(_ name: String, at nameStart: Int, from start: Int) -> Message.Part {
    var cases: [String?: [Message.Part]] = [:]
    for branch in branches(from: start) where !branch.label.isEmpty {
      guard Token(branch.label) != nil else {
        fault(
          at: branch.at, found: quoted(branch.label),
          expected: "the name of a case: letters, digits and hyphens")
        continue
      }
      let label = branch.label == "other" ? nil : branch.label
      if cases.updateValue(branch.parts, forKey: label) != nil { repeated(branch) }
    }
    if cases.isEmpty {
      fault(at: start, found: "a select without cases", expected: "a case such as paid {…}")
    }
    let names = Set(cases.keys.compactMap(\.self))
    note(name, .select(cases: names, isOpen: cases.keys.contains(nil)), at: nameStart)
    return .select(name, cases)
  }

  private struct Branch {
    let label: String
    let at: Int
    let parts: [Message.Part]
  }

  /// `one {…} other {…}` and the brace that ends them all.
  private mutating func branches(from start: Int) -> [Branch] {
    var branches: [Branch] = []
    if here == MessageSign.comma {
      at += 1
    } else if here != nil {
      fault(at: at, found: seen, expected: "a comma")
    }
    while true {
      skipSpaces()
      guard let byte = here else {
        unclosed(start, "{", "}")
        return branches
      }
      guard byte != MessageSign.close else {
        at += 1
        return branches
      }
      if let branch = branch() { branches.append(branch) }
    }
  }

  private mutating func branch() -> Branch? {
    let start = at
    let label = run()
    skipSpaces()
    guard here == MessageSign.open else {
      // What is cut off is told where it began.
      if here != nil {
        fault(at: start, found: quoted(label), expected: "a name and its words: \(label) {…}")
      }
      return nil
    }
    if label.isEmpty {
      fault(at: start, found: "{", expected: "the name of what stands in it: other {…}")
    }
    return Branch(label: label, at: start, parts: branch(at: at, of: label))
  }

  /// Letters up to a space or a brace.
  private mutating func run() -> String {
    let start = at
    while let byte = here, byte != MessageSign.open, byte != MessageSign.close,
      !MessageLines.isSpace(byte)
    {
      at += 1
    }
    return text.text(start..<at)
  }

  private mutating func repeated(_ branch: Branch) {
    fault(at: branch.at, found: "“\(branch.label)” again", expected: "it once")
  }

  private static func exactNumber(_ label: String) -> Int? {
    guard label.utf8.first == UInt8(ascii: "="), label.utf8.count <= 10 else { return nil }
    let digits = label.utf8.dropFirst()
    return digits.allSatisfy(MessageSign.isDigit) ? Int(label.dropFirst()) : nil
  }
}

extension Message.Part {
  fileprivate var isValue: Bool {
    if case .value = self { true } else { false }
  }
}

// MARK: after a fault

extension MessageParser {
  private mutating func lost(from start: Int, expected: String) -> Message.Part? {
    if here == nil {
      unclosed(start, "{", expected)
    } else {
      fault(at: at, found: seen, expected: expected)
    }
    recover(from: start)
    return nil
  }

  /// What stands here, for a fault.
  private var seen: String {
    guard let byte = here else { return "the end" }
    var end = at + 1
    if MessageSign.isWord(byte) {
      while end < text.bytes.count, MessageSign.isWord(text.bytes[end]) { end += 1 }
    }
    return quoted(text.text(at..<end))
  }

  /// Goes on behind the brace that closes the one at `start`; if there is none, where it is.
  private mutating func recover(from start: Int) {
    // Who has this many faults in one message gains nothing by a long search for each.
    guard flaws.count < MessageFaults.max else { return }
    var open = 0
    for index in start..<text.bytes.count {
      switch text.bytes[index] {
      case MessageSign.open: open += 1
      case MessageSign.close: open -= 1
      default: continue
      }
      if open == 0 {
        at = max(at, index + 1)
        return
      }
    }
  }
}
