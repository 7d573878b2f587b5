/// Verticals as an operator's files describe them: `[vertical NAME]`, and after it its steps and its
/// promises.
struct VerticalReader {
  static let kinds = ["vertical", "step", "promise"]
  /// More than anybody would answer.
  private static let requirementsMax: Int64 = 10

  private(set) var verticals: [Vertical] = []

  mutating func read(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    guard Self.kinds.contains(section.kind) else {
      throw sheet.fault(section, "there is no [\(section.kind) …] in a vertical")
    }
    guard Slug.isFit(section.name) else {
      throw sheet.fault(section, "“\(section.name)” is no name: use a–z, 0–9 and hyphens")
    }
    switch section.kind {
    case "vertical": try readVertical(section, of: sheet)
    case "step": try readStep(section, of: sheet)
    default: try readPromise(section, of: sheet)
    }
  }

  private mutating func readVertical(
    _ section: Sheet.Section, of sheet: Sheet
  ) throws(SheetError) {
    guard section.name != Vertical.general else {
      throw sheet.fault(section, "“\(Vertical.general)” is what categories have without a vertical")
    }
    let words = try words(section, of: sheet, plain: ["requirements"], lines: Self.lines)
    try mustBeNew(section, verticals.map(\.name), of: sheet)
    var least = 0
    if let found = words.plain["requirements"] {
      guard let number = Int64(decimal: found.value, scale: 0), 0...Self.requirementsMax ~= number
      else {
        throw SheetError(
          sheet.file, found.line,
          "requirements: found “\(found.value)”, expected a number from 0 to \(Self.requirementsMax)"
        )
      }
      least = Int(number)
    }
    verticals.append(
      Vertical(
        name: section.name, names: try said(words["name"], "name", section, of: sheet),
        summaries: words["summary"], requirementsMin: least))
  }

  private mutating func readStep(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    let words = try words(section, of: sheet, lines: Self.lines)
    let place = try vertical(above: section, of: sheet)
    try mustBeNew(section, verticals[place].steps.map(\.name), of: sheet)
    verticals[place].steps.append(
      Vertical.Step(
        name: section.name, names: try said(words["name"], "name", section, of: sheet),
        summaries: words["summary"]))
  }

  private mutating func readPromise(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    let words = try words(
      section, of: sheet, lines: [(key: "text", max: Vertical.promiseCharactersMax)])
    let place = try vertical(above: section, of: sheet)
    try mustBeNew(section, verticals[place].promises.map(\.name), of: sheet)
    verticals[place].promises.append(
      Vertical.Promise(
        name: section.name, text: try said(words["text"], "text", section, of: sheet)))
  }

  private static let lines = [
    (key: "name", max: Category.nameCharactersMax),
    (key: "summary", max: Category.summaryCharactersMax),
  ]

  private func words(
    _ section: Sheet.Section, of sheet: Sheet, plain: [String] = [],
    lines: [(key: String, max: Int)]
  ) throws(SheetError) -> GigWords {
    let words = GigWords(
      section, of: sheet, plain: plain, localized: lines.map(\.key), prose: [])
    if let fault = words.faults.first { throw fault }
    for line in section.lines {
      guard let pair = line.pair,
        let limit = lines.first(where: { pair.key.hasPrefix($0.key + ".") })
      else { continue }
      guard pair.value.isLine(atMost: limit.max) else {
        throw sheet.fault(line, "a \(limit.key) has at most \(limit.max) characters in one line")
      }
    }
    return words
  }

  private func said(
    _ text: Localized, _ key: String, _ section: Sheet.Section, of sheet: Sheet
  ) throws(SheetError) -> Localized {
    guard !text.texts.isEmpty else { throw sheet.fault(section, "it has no \(key)") }
    return text
  }

  private func vertical(above section: Sheet.Section, of sheet: Sheet) throws(SheetError) -> Int {
    guard let last = verticals.indices.last else {
      throw sheet.fault(section, "a [vertical …] must come first")
    }
    return last
  }

  private func mustBeNew(
    _ section: Sheet.Section, _ known: [String], of sheet: Sheet
  ) throws(SheetError) {
    guard !known.contains(section.name) else {
      throw sheet.fault(section, "“\(section.name)” stands here twice")
    }
  }
}
