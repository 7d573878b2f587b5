extension Translation {
  /// The same messages for a language that counts otherwise: categories that it lacks are left out,
  /// and those that it needs say what `other` says, until somebody translates them.
  package static func fitting(
    _ file: SourceFile, to rules: PluralRules
  ) throws(Faults) -> SourceFile {
    var made = file
    // A plural inside another is fitted once the one around it is: each pass goes a level deeper.
    // A copy of a plural is longer each time, and reading complains when a message is too long.
    while true {
      let reading = MessageReading(made)
      try complain(reading.faults)
      let changes = FittedPlurals(made, rules).changes
      guard !changes.isEmpty else { return made }
      made = SourceFile(path: made.path, bytes: apply(changes, to: made.bytes))
    }
  }
}

/// What has to change in a file without faults so that its outermost plurals fit.
private struct FittedPlurals {
  private(set) var changes: [Translation.Change] = []
  private let rules: PluralRules

  init(_ file: SourceFile, _ rules: PluralRules) {
    self.rules = rules
    var faults = MessageFaults(file)
    for entry in MessageLines(file.bytes, faults: &faults).entries {
      let text = MessageText(entry.lines, of: file.bytes)
      var parser = MessageParser(text)
      _ = parser.message()
      var done = 0
      for plural in parser.plurals.sorted(by: { $0.start < $1.start }) where plural.start >= done {
        let branches = PluralBranches(plural, in: text, of: file.bytes)
        let made = self.changes(of: plural, branches)
        if !made.isEmpty { done = branches.end }
        changes += made
      }
    }
  }

  private func changes(
    of plural: MessageParser.Plural, _ branches: PluralBranches
  ) -> [Translation.Change] {
    let surplus = branches.all.keys.filter { !rules.categories.contains($0) }
    var changes = surplus.compactMap { category in
      branches.extent(of: category).map { Translation.Change($0, "") }
    }
    guard plural.hasWords, let other = branches.words(of: .other) else { return changes }
    let kept = Set(branches.all.keys).subtracting(surplus)
    let lacking = rules.needed(without: plural.exact).subtracting(kept)
    let order = PluralCategory.allCases
    for (place, category) in order.enumerated() where lacking.contains(category) {
      // CLDR's order, as far as the file keeps to it; `other` comes last.
      guard let next = order[place...].first(where: kept.contains),
        let branch = branches.all[next]
      else { continue }
      changes.append(
        Translation.Change(
          branch.start..<branch.start,
          category.rawValue + " " + other + (branch.space.isEmpty ? " " : branch.space)))
    }
    return changes
  }
}

/// Where in its file each category of a plural stands.
private struct PluralBranches {
  struct Branch {
    /// Where its name begins.
    let start: Int
    /// Its braces, and what is in them.
    let words: Range<Int>
    /// What stands between it and what is before it.
    let space: String
  }

  private(set) var all: [PluralCategory: Branch] = [:]
  /// Behind the last of them, in the text.
  private(set) var end: Int
  private let bytes: [UInt8]

  init(_ plural: MessageParser.Plural, in text: MessageText, of bytes: [UInt8]) {
    self.bytes = bytes
    end = plural.start
    for (category, label) in plural.categories {
      let letters = text.bytes
      guard let open = letters[label...].firstIndex(of: MessageSign.open) else { continue }
      let close = Self.closing(open, in: letters)
      end = max(end, close + 1)
      let start = text.offset(of: label)
      all[category] = Branch(
        start: start, words: text.offset(of: open)..<text.offset(of: close) + 1,
        space: String(decoding: Self.space(before: start, in: bytes), as: UTF8.self))
    }
  }

  func words(of category: PluralCategory) -> String? {
    all[category].map { String(decoding: bytes[$0.words], as: UTF8.self) }
  }

  /// All of it, and the space before it.
  func extent(of category: PluralCategory) -> Range<Int>? {
    all[category].map { $0.start - $0.space.utf8.count..<$0.words.upperBound }
  }

  /// The brace that closes the one at `open`. Words and the inside of a placeholder take turns; only
  /// in words is a brace doubled to be meant as itself.
  private static func closing(_ open: Int, in letters: [UInt8]) -> Int {
    var depth = 1
    var index = open + 1
    while index < letters.count {
      let isInWords = depth % 2 == 1
      switch letters[index] {
      case MessageSign.open
      where isInWords && index + 1 < letters.count && letters[index + 1] == MessageSign.open:
        index += 1
      case MessageSign.open: depth += 1
      case MessageSign.close: depth -= 1
      default: break
      }
      if depth == 0 { return index }
      index += 1
    }
    return letters.count - 1
  }

  private static func space(before start: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let last = bytes[..<start].lastIndex { !isSpace($0) } ?? start - 1
    return bytes[(last + 1)..<start]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    MessageLines.isSpace(byte) || byte == UInt8(ascii: "\n")
  }
}
