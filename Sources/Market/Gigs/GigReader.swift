/// Reads the sections of a gig's file one after the other, and gathers what is wrong with them.
/// Where something is wrong, a value that would do stands in, so that reading goes on.
struct GigReader {
  private let sheet: Sheet
  /// The kind of the section that says whose gig it is: `gig`, or `template`.
  private let head: String
  var faults: [SheetError] = []
  private(set) var owner = ""
  private(set) var category = ""
  /// Of a template.
  private(set) var names = Localized()
  private(set) var summaries = Localized()
  private(set) var origin: Locale?
  private(set) var asset = Asset.cny
  /// In the order in which they are met.
  private(set) var languages: [Locale] = []
  private(set) var texts: ByLocale<GigText> = [:]
  private(set) var packages: [GigPackage] = []
  private(set) var features: [GigFeature] = []
  private(set) var extras: [GigExtra] = []
  private(set) var requirements: [GigRequirement] = []
  private(set) var questions: [GigQuestion] = []
  private(set) var tags: [Localized] = []
  private(set) var attributes: [String: String] = [:]
  private var seen: Set<String> = []

  init(_ sheet: Sheet, head: String = "gig") {
    self.sheet = sheet
    self.head = head
    // The currency decides how prices are read, wherever it stands.
    if let section = sheet.sections(head).first {
      readHead(section)
    } else {
      faults.append(SheetError(sheet.file, 1, "there is no section [\(head)]"))
    }
  }

  /// All that was read, without tags. Throws what was wrong with it.
  mutating func content() throws(SheetFaults) -> GigContent {
    if faults.isEmpty, texts.isEmpty {
      faults.append(SheetError(sheet.file, 1, "there is no [text LANGUAGE]"))
    }
    guard faults.isEmpty else { throw SheetFaults(faults) }
    return GigContent(
      origin: origin ?? languages.first ?? .chinese, texts: texts, asset: asset,
      packages: packages, features: features, extras: extras, requirements: requirements,
      questions: questions, attributes: attributes)
  }

  mutating func read(_ section: Sheet.Section) {
    let isNamed = ["text", "description"].contains(section.kind)
    if isNamed || [head, "attributes"].contains(section.kind) {
      let title = isNamed ? "[\(section.kind) \(section.name)]" : "[\(section.kind)]"
      guard seen.insert(title).inserted else {
        return report(section, "\(title) stands here twice")
      }
    }
    guard isNamed || section.name.isEmpty || section.kind == GigTemplate.head else {
      return report(section, "[\(section.kind)] has no name: found “\(section.name)”")
    }
    switch section.kind {
    case head: break
    case "text": readText(section)
    case "description": readDescription(section)
    case "package": readPackage(section)
    case "feature": readFeature(section)
    case "extra": readExtra(section)
    case "requirement": readRequirement(section)
    case "faq": readQuestion(section)
    case "tag": readTag(section)
    case "attributes": readAttributes(section)
    default:
      report(
        section,
        "there is no [\(section.kind)]; there are \(head), text, description, package, feature, extra, requirement, faq, tag and attributes"
      )
    }
  }

  private mutating func report(_ section: Sheet.Section, _ what: String) {
    faults.append(sheet.fault(section, what))
  }

  /// The lines of a section by their keys; what they lack or have too much is reported.
  private mutating func words(
    _ section: Sheet.Section, plain: [String] = [], localized: [String] = [], prose: [String] = []
  ) -> GigWords {
    let words = GigWords(section, of: sheet, plain: plain, localized: localized, prose: prose)
    faults += words.faults
    return words
  }

  private mutating func taken<Value>(_ value: Value?, _ instead: Value, _ fault: SheetError)
    -> Value
  {
    if value == nil { faults.append(fault) }
    return value ?? instead
  }

  private mutating func number(
    _ words: GigWords, _ key: String, _ section: Sheet.Section, usual: Int? = nil
  ) -> Int {
    guard let found = words.plain[key] else {
      if usual == nil { report(section, "“\(key)” is missing") }
      return usual ?? 0
    }
    return taken(
      Int64(decimal: found.value, scale: 0).flatMap(Int.init(exactly:)), 0,
      SheetError(sheet.file, found.line, "\(key): found “\(found.value)”, expected a whole number"))
  }

  private mutating func price(_ words: GigWords, _ section: Sheet.Section) -> Int64 {
    guard let found = words.plain["price"] else {
      report(section, "“price” is missing")
      return 0
    }
    let example = Money(minorUnits: 38_000, asset).decimal
    return taken(
      Int64(decimal: found.value, scale: asset.scale), 0,
      SheetError(
        sheet.file, found.line,
        "price: found “\(found.value)”, expected an amount of \(asset.code) such as \(example)"))
  }
}

// MARK: The sections

extension GigReader {
  private mutating func readHead(_ section: Sheet.Section) {
    let isTemplate = head == GigTemplate.head
    let needed = isTemplate ? ["category"] : ["party", "category"]
    let words = words(
      section, plain: needed + ["origin", "currency"],
      localized: isTemplate ? ["name", "summary"] : [])
    for key in needed where words.plain[key] == nil { report(section, "“\(key)” is missing") }
    if isTemplate, !Slug.isFit(section.name) {
      report(section, "“\(section.name)” is no name: use a–z, 0–9 and hyphens")
    }
    (names, summaries) = (words["name"], words["summary"])
    if isTemplate, names.texts.isEmpty { report(section, "it has no name") }
    owner = words.plain["party"]?.value ?? ""
    category = words.plain["category"]?.value ?? ""
    if let found = words.plain["origin"] {
      origin = Locale(found.value)
      if origin == nil {
        faults.append(
          SheetError(
            sheet.file, found.line, "origin: “\(found.value)” is no language such as zh-CN"))
      }
    }
    if let found = words.plain["currency"] {
      asset = taken(
        Asset.currency(found.value), .cny,
        SheetError(sheet.file, found.line, "currency: “\(found.value)” is none, such as CNY"))
    }
  }

  private mutating func locale(_ section: Sheet.Section) -> Locale? {
    guard let locale = Locale(section.name) else {
      report(section, "expected [\(section.kind) LANGUAGE], such as [\(section.kind) zh-CN]")
      return nil
    }
    if !languages.contains(locale) { languages.append(locale) }
    return locale
  }

  private mutating func readText(_ section: Sheet.Section) {
    let words = words(section, plain: ["title", "summary"])
    guard let locale = locale(section) else { return }
    texts[locale, default: .empty].title = words.plain["title"]?.value ?? ""
    texts[locale, default: .empty].summary = words.plain["summary"]?.value ?? ""
  }

  private mutating func readDescription(_ section: Sheet.Section) {
    guard let locale = locale(section) else { return }
    texts[locale, default: .empty].description =
      section.lines.map(\.prose).joined(separator: "\n")
  }

  private mutating func readPackage(_ section: Sheet.Section) {
    let words = words(
      section, plain: ["price", "days", "revisions"], localized: ["name", "summary"])
    let isEndless = words.plain["revisions"]?.value == "unlimited"
    packages.append(
      GigPackage(
        name: words["name"], summary: words["summary"], price: price(words, section),
        deliveryDays: number(words, "days", section),
        revisions: isEndless ? nil : number(words, "revisions", section)))
  }

  private mutating func readFeature(_ section: Sheet.Section) {
    let words = words(section, plain: ["packages"], localized: ["label"])
    let count = sheet.sections("package").count
    var set = PackageSet()
    for word in (words.plain["packages"]?.value ?? "").split(separator: " ") {
      if let place = Int(word), (1...max(1, count)).contains(place) {
        set.insert(PackageSet(rawValue: 1 << (place - 1)))
      } else {
        report(section, "packages: found “\(word)”, expected numbers from 1 to \(count)")
      }
    }
    if words.plain["packages"] == nil { report(section, "“packages” is missing") }
    features.append(GigFeature(label: words["label"], packages: set))
  }

  private mutating func readExtra(_ section: Sheet.Section) {
    let words = words(section, plain: ["price", "days"], localized: ["title"])
    extras.append(
      GigExtra(
        title: words["title"], price: price(words, section),
        deliveryDays: number(words, "days", section, usual: 0)))
  }

  private mutating func readRequirement(_ section: Sheet.Section) {
    let words = words(section, plain: ["needed"], localized: ["question"])
    let needed = words.plain["needed"]
    if let needed, !["yes", "no"].contains(needed.value) {
      faults.append(
        SheetError(sheet.file, needed.line, "needed: found “\(needed.value)”, expected yes or no"))
    }
    requirements.append(
      GigRequirement(question: words["question"], isNeeded: needed?.value == "yes"))
  }

  private mutating func readQuestion(_ section: Sheet.Section) {
    let words = words(section, localized: ["question"], prose: ["answer"])
    questions.append(GigQuestion(question: words["question"], answer: words["answer"]))
  }

  private mutating func readTag(_ section: Sheet.Section) {
    let name = words(section, localized: ["name"])["name"]
    if name.texts.isEmpty { report(section, "a tag needs a name") }
    tags.append(name)
  }

  private mutating func readAttributes(_ section: Sheet.Section) {
    for line in section.lines {
      guard let pair = line.pair, attributes[pair.key] == nil else {
        faults.append(sheet.fault(line, "expected `name = choice`, each name once"))
        continue
      }
      attributes[pair.key] = pair.value
    }
  }
}

extension GigText {
  fileprivate static let empty = GigText(title: "", summary: "", description: "")
}
