/// A gig as an operator's file describes it, before the market has numbers for what it names.
package struct GigPlan: Sendable {
  /// As the file names the party.
  package let owner: String
  /// The name of the category in addresses.
  package let category: String
  /// Without tags, which the market knows by number.
  package let content: GigContent
  package let tags: [Localized]
  private let sheet: Sheet

  /// Throws everything that cannot be read. What can be read may still not be fit to be published.
  package init(_ sheet: Sheet) throws(SheetFaults) {
    var reader = GigReader(sheet)
    for section in sheet.sections { reader.read(section) }
    content = try reader.content()
    self.sheet = sheet
    owner = reader.owner
    category = reader.category
    tags = reader.tags
  }

  package func fault(_ field: GigFault.Field, _ what: String) -> SheetError {
    sheet.fault(field, what)
  }

  /// What the market does not know, at the line of the first section that says it.
  package func unknown(_ key: String, _ what: String) -> SheetError {
    let section = sheet.sections("gig").first
    let line = section?.lines.first { $0.pair?.key == key }
    return SheetError(sheet.file, line?.number ?? section?.number ?? 1, what)
  }
}

extension Sheet {
  /// Where a fault of a gig that was read stands: at its line, at its section, or at the top.
  func fault(_ field: GigFault.Field, _ what: String) -> SheetError {
    let place = field.place
    let found = sections(place.section).filter { place.name == nil || $0.name == place.name }
    guard place.number < found.count else { return SheetError(file, 1, what) }
    let section = found[place.number]
    let line = section.lines.first { $0.pair?.key == place.key }
    return SheetError(file, line?.number ?? section.number, what)
  }
}

extension GigFault.Field {
  private typealias Place = (section: String, name: String?, number: Int, key: String)

  /// The section of a file that says it: the so-manieth of its kind, or the one of this name.
  fileprivate var place: (section: String, name: String?, number: Int, key: String) {
    func at(_ section: String, _ number: Int, _ key: String) -> Place {
      (section, nil, number, key)
    }
    switch self {
    case .title(let locale): return ("text", locale.tag, 0, "title")
    case .summary(let locale): return ("text", locale.tag, 0, "summary")
    case .description(let locale): return ("description", locale.tag, 0, "")
    case .packages: return at("package", 0, "")
    case .packageName(let number, let locale): return at("package", number, "name.\(locale)")
    case .packageSummary(let number, let locale): return at("package", number, "summary.\(locale)")
    case .packagePrice(let number): return at("package", number, "price")
    case .packageDelivery(let number): return at("package", number, "days")
    case .packageRevisions(let number): return at("package", number, "revisions")
    case .features: return at("feature", 0, "")
    case .featureLabel(let number, let locale): return at("feature", number, "label.\(locale)")
    case .extras: return at("extra", 0, "")
    case .extraTitle(let number, let locale): return at("extra", number, "title.\(locale)")
    case .extraPrice(let number): return at("extra", number, "price")
    case .extraDelivery(let number): return at("extra", number, "days")
    case .requirements: return at("requirement", 0, "")
    case .requirement(let number, let locale):
      return at("requirement", number, "question.\(locale)")
    case .questions: return at("faq", 0, "")
    case .question(let number, let locale): return at("faq", number, "question.\(locale)")
    case .answer(let number, let locale): return at("faq", number, "answer.\(locale)")
    case .tags: return at("tag", 0, "")
    case .attribute(let name): return at("attributes", 0, name)
    case .promise(let name): return at("attributes", 0, Vertical.Promise.key(name))
    case .languages: return at("gig", 0, "origin")
    case .currency: return at("gig", 0, "currency")
    case .media, .caption: return at("gig", 0, "")
    }
  }
}
