import Market

/// A sentence with gaps, said in both languages: `为{trade}设计标志 | Logo design for {trade}`.
struct Phrase: Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    /// One line of a list of words.
    case slot(String)
    case number(String, ClosedRange<Int>)
    /// Who speaks: one person or a studio.
    case speaker(one: String, many: String)
  }

  let chinese: [Piece]
  let english: [Piece]

  /// The line's two halves.
  init(_ line: Sheet.Line, of sheet: Sheet) throws(SheetError) {
    guard let halves = line.halves(at: "|") else {
      throw sheet.fault(line, "expected `Chinese | English`")
    }
    chinese = try Self.pieces(halves.key, line, of: sheet)
    english = try Self.pieces(halves.value, line, of: sheet)
  }

  init(only text: String, _ line: Sheet.Line, of sheet: Sheet) throws(SheetError) {
    chinese = try Self.pieces(text, line, of: sheet)
    english = chinese
  }

  static func pieces(
    _ text: String, _ line: Sheet.Line, of sheet: Sheet
  ) throws(SheetError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw sheet.fault(line, "a { is not closed")
      }
      pieces.append(try gap(String(rest[rest.index(after: open)..<close]), line, of: sheet))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  private static func gap(
    _ name: String, _ line: Sheet.Line, of sheet: Sheet
  ) throws(SheetError) -> Piece {
    if let speaker = speakers[name] { return .speaker(one: speaker.one, many: speaker.many) }
    guard let colon = name.firstIndex(of: ":") else { return .slot(name) }
    let bounds = name[name.index(after: colon)...].split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw sheet.fault(line, "expected {name:low-high}, found {\(name)}")
    }
    return .number(name, bounds[0]...bounds[1])
  }

  private static let speakers: [String: (one: String, many: String)] = [
    "我": ("我", "我们"), "I": ("I", "we"), "i": ("I", "we"), "My": ("my", "our"),
    "my": ("my", "our"), "me": ("me", "us"),
  ]
}

/// A pair of texts that say the same.
struct Said: Hashable, Sendable {
  var chinese: String
  var english: String
}

/// What fills the gaps of all that one gig or one person says: the same name has the same filling
/// everywhere, so that nobody contradicts himself.
struct Filling: Sendable {
  private let slots: [String: [Said]]
  private let isStudio: Bool
  private var chosen: [String: Said] = [:]
  private var numbers: [String: Int] = [:]
  /// Numbers that belong to the person, by their names: in whatever range a sentence asks for one,
  /// it is this one, or the nearest.
  let habits: [String: Int]

  init(_ slots: [String: [Said]], isStudio: Bool, habits: [String: Int] = [:]) {
    self.slots = slots
    self.isStudio = isStudio
    self.habits = habits
  }

  mutating func fill(_ phrase: Phrase, _ dice: inout Dice) -> Said {
    Said(
      chinese: fill(phrase.chinese, \.chinese, &dice),
      english: fill(phrase.english, \.english, &dice).startingLarge)
  }

  mutating func fill(
    _ pieces: [Phrase.Piece], _ language: KeyPath<Said, String>, _ dice: inout Dice
  ) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .speaker(let one, let many): text += isStudio ? many : one
      case .number(let name, let range):
        if numbers[name] == nil {
          let habit = habits[String(name.prefix { $0 != ":" })]
          numbers[name] =
            habit.map { min(max($0, range.lowerBound), range.upperBound) } ?? dice.number(range)
        }
        text += String(numbers[name] ?? range.lowerBound)
      case .slot(let name):
        if chosen[name] == nil { chosen[name] = slots[name].map { dice.pick($0) } }
        text += chosen[name]?[keyPath: language] ?? name
      }
    }
    return text
  }
}

extension String {
  /// A sentence begins with a capital, whatever word has come to stand there.
  var startingLarge: String {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      return self
    }
    // A name that is written small stays so: iOS, eBay.
    let second = utf8.dropFirst().first
    if let second, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(second) { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}
