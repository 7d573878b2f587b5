import Market

/// Names, places and sentences of the people in the demo market.
struct People: Sendable {
  struct City: Sendable {
    let weight: Int
    let minutesEast: Int
    /// By its name in the tz database.
    let zone: String
    let name: Said
  }

  private var pairs: [String: [Said]] = [:]
  private var phrases: [String: [Phrase]] = [:]
  private var sentences: [String: [[Phrase.Piece]]] = [:]
  private(set) var cities: [City] = []
  private(set) var foreigners: [String] = []
  /// By group, the names of what people of that trade have passed.
  private(set) var certificates: [String: [Said]] = [:]
  /// By group, what they have studied.
  private(set) var education: [String: [Said]] = [:]

  static let pairLists = ["surname", "given", "studio", "buyer"]
  static let phraseLists = ["about", "studio about"]
  static let sentenceLists = ["zh-CN", "en"].flatMap { locale in
    ["praise 5", "praise 4", "praise 3", "praise 2", "ending", "reply", "apology"].map {
      "\($0) \(locale)"
    }
  }

  init(_ sheet: Sheet) throws(SheetError) {
    for section in sheet.sections { try add(section, of: sheet) }
    guard !cities.isEmpty, !foreigners.isEmpty else {
      throw SheetError(sheet.file, 1, "there is no [city] or no [foreigner]")
    }
    for list in Self.sentenceLists where sentences[list]?.isEmpty ?? true {
      throw SheetError(sheet.file, 1, "there is no [\(list)]")
    }
    for list in Self.phraseLists where phrases[list]?.isEmpty ?? true {
      throw SheetError(sheet.file, 1, "there is no [\(list)]")
    }
    for list in Self.pairLists where pairs[list]?.isEmpty ?? true {
      throw SheetError(sheet.file, 1, "there is no [\(list)]")
    }
  }

  /// A place by its weight. Most who write in English live abroad, and hardly anybody else.
  func city(abroad: Bool, _ dice: inout Dice) -> Int {
    let places = cities.indices.filter { (cities[$0].minutesEast != 480) == abroad }
    guard let last = places.last else { return 0 }
    var draw = dice.number(0...places.reduce(-1) { $0 + cities[$1].weight })
    for place in places {
      draw -= cities[place].weight
      if draw < 0 { return place }
    }
    return last
  }

  func said(_ list: String) -> [Said] { pairs[list] ?? [] }
  func phrases(_ list: String) -> [Phrase] { phrases[list] ?? [] }
  func sentences(_ list: String) -> [[Phrase.Piece]] { sentences[list] ?? [] }

  private mutating func add(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    let name = section.name.isEmpty ? section.kind : "\(section.kind) \(section.name)"
    for line in section.lines {
      switch section.kind {
      case "foreigner": foreigners.append(line.text)
      case "city":
        let words = line.text.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count == 4, let weight = Int(words[0]), let hours = Double(words[1]),
          let name = Sheet.Line(text: words[3], number: line.number).halves(at: "|")
        else { throw sheet.fault(line, "expected `WEIGHT HOURS ZONE Chinese | English`") }
        cities.append(
          City(
            weight: weight, minutesEast: Int(hours * 60), zone: words[2],
            name: Said(chinese: name.key, english: name.value)))
      case "certificate":
        let words = line.text.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2,
          let name = Sheet.Line(text: words[1], number: line.number).halves(at: "|")
        else { throw sheet.fault(line, "expected `GROUPS Chinese | English`") }
        for group in words[0].split(separator: ",") {
          certificates[String(group), default: []].append(
            Said(chinese: name.key, english: name.value))
        }
      case "education":
        guard let halves = line.halves(at: "|") else {
          throw sheet.fault(line, "expected `Chinese | English`")
        }
        education[section.name, default: []].append(
          Said(chinese: halves.key, english: halves.value))
      case "praise", "ending", "reply", "apology":
        sentences[name, default: []].append(try Phrase.pieces(line.text, line, of: sheet))
      case "about", "studio":
        if name == "studio" { fallthrough }
        phrases[name, default: []].append(try Phrase(line, of: sheet))
      default:
        guard let halves = line.halves(at: "|") else {
          throw sheet.fault(line, "expected `Chinese | English`")
        }
        pairs[name, default: []].append(Said(chinese: halves.key, english: halves.value))
      }
    }
  }
}
