package import Market

/// What a version says, out of its rows.
extension Reading where Self: ~Copyable {
  package func gigContent(of version: ID<GigVersion>) throws -> GigContent? {
    try writtenVersions([version])[version]?.content
  }

  /// Some versions with all they say. It takes no more statements than one version does, while
  /// they are a dozen at most.
  func writtenVersions(
    _ ids: some Collection<ID<GigVersion>>
  ) throws -> [ID<GigVersion>: WrittenVersion] {
    var found: [ID<GigVersion>: WrittenVersion] = [:]
    try each(
      """
      select id, gig, number, made_at, published_at, author, rules, digest, origin, asset, scale
      from gig_version
      where id in (ids)
      """, among: ids
    ) {
      let version = try WrittenVersion(row: $0)
      found[version.version.id] = version
    }
    try readTexts(into: &found)
    try readPhrases(into: &found)
    try readParts(into: &found)
    try readChoices(into: &found)
    return found
  }

  package func gigTexts(of version: ID<GigVersion>) throws -> ByLocale<GigText> {
    var texts: ByLocale<GigText> = [:]
    try each(
      """
      select locale, title, summary, description, source, source_version from gig_text
      where version = $1
      """, version
    ) { texts[try $0[0]] = try GigText(row: $0, from: 1) }
    return texts
  }

  private func readTexts(into versions: inout [ID<GigVersion>: WrittenVersion]) throws {
    try each(
      """
      select version, locale, title, summary, description, source, source_version from gig_text
      where version in (ids)
      """, among: versions.keys
    ) { versions[try $0[0]]?.content.texts[try $0[1]] = try GigText(row: $0, from: 2) }
  }

  private func readPhrases(into versions: inout [ID<GigVersion>: WrittenVersion]) throws {
    try each(
      """
      select version, part, position, locale, text, detail from gig_phrase
      where version in (ids)
      """, among: versions.keys
    ) {
      versions[try $0[0]]?.phrases.add(
        try $0[4], detail: try $0[5], to: Phrases.Place(part: try $0[1], position: try $0[2]),
        in: try $0[3])
    }
    versions = versions.mapValues(\.withQuestions)
  }

  /// What they say is known already.
  private func readParts(into versions: inout [ID<GigVersion>: WrittenVersion]) throws {
    try each(
      """
      select version, position, 'package' as part, price as number, delivery_days as days,
        revisions, '' as file
      from gig_package where version in (ids)
      union all
      select version, position, 'feature', packages, 0, null, ''
      from gig_feature where version in (ids)
      union all
      select version, position, 'extra', price, delivery_days, null, ''
      from gig_extra where version in (ids)
      union all
      select version, position, 'requirement', is_needed, 0, null, ''
      from gig_requirement where version in (ids)
      union all
      select version, position, 'media', 0, 0, null, file
      from gig_media where version in (ids)
      order by version, position
      """, among: versions.keys
    ) { try versions[$0[0]]?.addPart(row: $0) }
  }

  private func readChoices(into versions: inout [ID<GigVersion>: WrittenVersion]) throws {
    try each(
      """
      select version, name, choice from gig_attribute
      where version in (ids)
      """, among: versions.keys
    ) { versions[try $0[0]]?.content.attributes[try $0[1]] = try $0[2] as String }
    try each(
      """
      select version, tag from gig_tag
      where version in (ids)
      order by version, position
      """, among: versions.keys
    ) { versions[try $0[0]]?.content.tags.append(try $0[1]) }
  }
}

/// A version with all it says.
struct WrittenVersion {
  let version: GigVersion
  var content: GigContent
  fileprivate var phrases = Phrases()

  fileprivate init(row: borrowing Row) throws {
    version = try GigVersion(row: row)
    content = GigContent(
      origin: try row[8], texts: [:], asset: try Asset(stored: row[9], scale: row[10]),
      packages: [])
  }

  /// Questions have no rows besides their words.
  fileprivate var withQuestions: WrittenVersion {
    var version = self
    version.content.questions = phrases.questions
    return version
  }

  fileprivate mutating func addPart(row: borrowing Row) throws {
    let part: Phrases.Part = try row[2]
    let place = Phrases.Place(part: part, position: try row[1])
    let text = phrases.text(place)
    switch part {
    case .package:
      content.packages.append(
        GigPackage(
          name: text, summary: phrases.detail(place), price: try row[3],
          deliveryDays: try row[4], revisions: try row[5]))
    case .feature:
      content.features.append(
        GigFeature(label: text, packages: PackageSet(rawValue: try row[3])))
    case .extra:
      content.extras.append(
        GigExtra(title: text, price: try row[3], deliveryDays: try row[4]))
    case .requirement:
      content.requirements.append(GigRequirement(question: text, isNeeded: try row[3]))
    case .media: content.media.append(GigMedia(file: try row[6], caption: text))
    case .question: throw StoreError.corrupt("a question has a row besides its words")
    }
  }
}

extension GigText {
  fileprivate init(row: borrowing Row, from column: Int) throws {
    let kind: String = try row[column + 3]
    self.init(
      title: try row[column], summary: try row[column + 1], description: try row[column + 2],
      source: kind == "written"
        ? .written : .translated(from: try row[column + 4], byMachine: kind == "machine"))
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
