package import Market

/// What a version says, out of its rows and into them.
extension Reading where Self: ~Copyable {
  package func gigContent(of version: ID<GigVersion>) throws -> GigContent? {
    let head = try row(
      """
      select origin, asset, scale from gig_version where id = $1
      """, version
    ) { (origin: try $0[0] as Locale, asset: Asset(code: try $0[1], scale: try $0[2])) }
    guard let head else { return nil }
    let phrases = try phrases(of: version)
    var attributes: [String: String] = [:]
    try each("select name, choice from gig_attribute where version = $1", version) {
      attributes[try $0[0]] = try $0[1] as String
    }
    return GigContent(
      origin: head.origin, texts: try gigTexts(of: version), asset: head.asset,
      packages: try packages(of: version, phrases), features: try features(of: version, phrases),
      extras: try extras(of: version, phrases),
      requirements: try requirements(of: version, phrases), questions: phrases.questions,
      tags: try tags(of: version), attributes: attributes, media: try media(of: version, phrases))
  }

  package func gigTexts(of version: ID<GigVersion>) throws -> [Locale: GigText] {
    var texts: [Locale: GigText] = [:]
    try each(
      """
      select locale, title, summary, description, source, source_version from gig_text
      where version = $1
      """, version
    ) { row in
      let kind: String = try row[4]
      let source: GigText.Source =
        kind == "written" ? .written : .translated(from: try row[5], byMachine: kind == "machine")
      texts[try row[0]] = GigText(
        title: try row[1], summary: try row[2], description: try row[3], source: source)
    }
    return texts
  }

  private func phrases(of version: ID<GigVersion>) throws -> Phrases {
    var phrases = Phrases()
    try each(
      "select locale, part, position, text, detail from gig_phrase where version = $1", version
    ) {
      phrases.add(
        try $0[3], detail: try $0[4], to: Phrases.Place(part: try $0[1], position: try $0[2]),
        in: try $0[0])
    }
    return phrases
  }

  private func packages(
    of version: ID<GigVersion>, _ phrases: Phrases
  ) throws -> [GigPackage] {
    try rows(
      """
      select position, price, delivery_days, revisions from gig_package where version = $1
      order by position
      """, version
    ) {
      let place = Phrases.Place(part: .package, position: try $0[0])
      return GigPackage(
        name: phrases.text(place), summary: phrases.detail(place), price: try $0[1],
        deliveryDays: try $0[2], revisions: try $0[3])
    }
  }

  private func features(
    of version: ID<GigVersion>, _ phrases: Phrases
  ) throws -> [GigFeature] {
    try rows(
      "select position, packages from gig_feature where version = $1 order by position", version
    ) {
      GigFeature(
        label: phrases.text(Phrases.Place(part: .feature, position: try $0[0])),
        packages: PackageSet(rawValue: try $0[1]))
    }
  }

  private func extras(of version: ID<GigVersion>, _ phrases: Phrases) throws -> [GigExtra] {
    try rows(
      """
      select position, price, delivery_days from gig_extra where version = $1 order by position
      """, version
    ) {
      GigExtra(
        title: phrases.text(Phrases.Place(part: .extra, position: try $0[0])), price: try $0[1],
        deliveryDays: try $0[2])
    }
  }

  private func requirements(
    of version: ID<GigVersion>, _ phrases: Phrases
  ) throws -> [GigRequirement] {
    try rows(
      """
      select position, is_needed from gig_requirement where version = $1 order by position
      """, version
    ) {
      GigRequirement(
        question: phrases.text(Phrases.Place(part: .requirement, position: try $0[0])),
        isNeeded: try $0[1])
    }
  }

  private func media(of version: ID<GigVersion>, _ phrases: Phrases) throws -> [GigMedia] {
    try rows(
      "select position, file from gig_media where version = $1 order by position", version
    ) {
      GigMedia(
        file: try $0[1],
        caption: phrases.text(Phrases.Place(part: .media, position: try $0[0])))
    }
  }
}

/// What the parts of a gig say, by part and place.
struct Phrases {
  enum Part: String, StoredName {
    case package
    case feature
    case extra
    case requirement
    case question
    case media
  }

  struct Place: Hashable {
    let part: Part
    let position: Int
  }

  private var texts: [Place: Localized] = [:]
  private var details: [Place: Localized] = [:]

  mutating func add(_ text: String, detail: String, to place: Place, in locale: Locale) {
    texts[place, default: Localized()][locale] = text
    details[place, default: Localized()][locale] = detail
  }

  func text(_ place: Place) -> Localized { texts[place] ?? Localized() }
  func detail(_ place: Place) -> Localized { details[place] ?? Localized() }

  /// Questions have no rows besides their words, so each has some, be they empty.
  var questions: [GigQuestion] {
    texts.keys.filter { $0.part == .question }.sorted { $0.position < $1.position }.map {
      GigQuestion(question: text($0), answer: detail($0))
    }
  }
}
