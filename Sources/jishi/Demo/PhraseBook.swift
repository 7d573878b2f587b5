import Market

/// The words of one category, from which its gigs are put together.
struct PhraseBook: Sendable {
  struct Feature: Sendable {
    let from: Int
    let label: Phrase
  }

  struct Extra: Sendable {
    let percent: Int
    let days: Int
    let title: Phrase
  }

  struct Requirement: Sendable {
    let isNeeded: Bool
    let question: Phrase
  }

  struct Price: Sendable {
    /// In yuan.
    var basic = 100.0...1_000.0
    /// As multiples of the basic one.
    var standard = 2.0...2.5
    var premium = 3.5...5.0
    var days = 3...7
  }

  let slug: String
  private(set) var slots: [String: [Said]] = [:]
  private(set) var price = Price()
  private var phrases: [String: [Phrase]] = [:]
  private(set) var features: [Feature] = []
  private(set) var extras: [Extra] = []
  private(set) var requirements: [Requirement] = []
  private(set) var questions: [(question: Phrase, answer: Phrase)] = []
  private(set) var tags: [Said] = []
  private(set) var skills: [Said] = []
  private(set) var details: [Locale: [[Phrase.Piece]]] = [:]

  static let lists = [
    "title", "summary", "opening", "method", "deliverable", "limit", "basic", "standard",
    "premium", "portfolio", "headline", "bio",
  ]

  init(_ sheet: Sheet, slug: String) throws(SheetError) {
    self.slug = slug
    for section in sheet.sections { try add(section, of: sheet) }
    for list in Self.lists where phrases[list]?.isEmpty ?? true {
      throw SheetError(sheet.file, 1, "there is no [\(list)]")
    }
    let isShort = features.isEmpty || extras.isEmpty || requirements.isEmpty || questions.isEmpty
    guard !isShort, !tags.isEmpty, !skills.isEmpty else {
      throw SheetError(
        sheet.file, 1, "one of feature, extra, requirement, faq, tag and skill is missing")
    }
    try checkSlots(of: sheet)
  }

  subscript(list: String) -> [Phrase] { phrases[list] ?? [] }

  private mutating func add(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    switch section.kind {
    case "slot": slots[section.name] = try said(section, of: sheet)
    case "price": price = try Price(section, of: sheet)
    case "tag": tags = try said(section, of: sheet)
    case "skill": skills = try said(section, of: sheet)
    case "feature":
      for line in section.lines {
        let (number, rest) = try number(before: line, of: sheet)
        features.append(Feature(from: number - 1, label: try Phrase(rest, of: sheet)))
      }
    case "extra":
      for line in section.lines {
        let (percent, rest) = try number(before: line, of: sheet)
        let (days, words) = try number(before: rest, of: sheet)
        extras.append(
          Extra(percent: percent, days: days, title: try Phrase(words, of: sheet)))
      }
    case "requirement":
      for line in section.lines {
        let isNeeded = line.text.hasPrefix("! ")
        let words = isNeeded ? line.without(2) : line
        requirements.append(
          Requirement(isNeeded: isNeeded, question: try Phrase(words, of: sheet)))
      }
    case "faq": try addQuestions(section, of: sheet)
    case "detail":
      guard let locale = Locale(section.name) else {
        throw sheet.fault(section, "expected [detail LANGUAGE]")
      }
      for line in section.lines {
        details[locale, default: []].append(try Phrase.pieces(line.text, line, of: sheet))
      }
    default:
      guard Self.lists.contains(section.kind) else {
        throw sheet.fault(section, "there is no [\(section.kind)] in a phrase book")
      }
      for line in section.lines {
        phrases[section.kind, default: []].append(try Phrase(line, of: sheet))
      }
    }
  }

  private mutating func addQuestions(
    _ section: Sheet.Section, of sheet: Sheet
  ) throws(SheetError) {
    var question: Phrase?
    for line in section.lines {
      switch (question, line.text.prefix(2)) {
      case (nil, "Q "): question = try Phrase(line.without(2), of: sheet)
      case (let asked?, "A "):
        questions.append((asked, try Phrase(line.without(2), of: sheet)))
        question = nil
      default: throw sheet.fault(line, "expected Q and A in turn")
      }
    }
  }

  private func said(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) -> [Said] {
    var list: [Said] = []
    for line in section.lines {
      guard let halves = line.halves(at: "|") else {
        throw sheet.fault(line, "expected `Chinese | English`")
      }
      list.append(Said(chinese: halves.key, english: halves.value))
    }
    return list
  }

  /// `30% …` or `2 …`
  private func number(
    before line: Sheet.Line, of sheet: Sheet
  ) throws(SheetError) -> (Int, Sheet.Line) {
    let digits = line.text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { throw sheet.fault(line, "expected a number first") }
    let mark = line.text.dropFirst(digits.count).first == "%" ? 1 : 0
    return (number, line.without(digits.count + mark + 1))
  }

  private func checkSlots(of sheet: Sheet) throws(SheetError) {
    let said =
      phrases.values.joined() + features.map(\.label) + extras.map(\.title)
      + requirements.map(\.question) + questions.flatMap { [$0.question, $0.answer] }
    let all = said.flatMap { $0.chinese + $0.english } + details.values.joined().joined()
    for case .slot(let name) in all where slots[name]?.isEmpty ?? true {
      throw SheetError(sheet.file, 1, "{\(name)} has no [slot \(name)]")
    }
  }
}

extension PhraseBook.Price {
  fileprivate init(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    for line in section.lines {
      let numbers = (line.pair?.value ?? "").split(separator: " ").compactMap { Double($0) }
      guard let key = line.pair?.key, numbers.count == 2, numbers[0] <= numbers[1] else {
        throw sheet.fault(line, "expected `name = LOW HIGH`")
      }
      let range = numbers[0]...numbers[1]
      switch key {
      case "basic": basic = range
      case "standard": standard = range
      case "premium": premium = range
      case "days": days = Int(range.lowerBound)...Int(range.upperBound)
      default: throw sheet.fault(line, "expected basic, standard, premium or days")
      }
    }
  }
}

extension Sheet.Line {
  /// The line without its first signs.
  func without(_ count: Int) -> Sheet.Line {
    Sheet.Line(text: String(text.dropFirst(count)), number: number)
  }
}
