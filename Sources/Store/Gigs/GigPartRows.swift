import Glibc
import Market

/// The parts of a gig: what can be counted of them stands in a table of each kind, and what they
/// say in one for all.
extension Reading where Self: ~Copyable {
  func readParts(into versions: inout Gathered<GigVersion, WrittenVersion>) throws {
    try each(
      """
      select version, position, price, delivery_days, revisions from gig_package
      where version in (ids) order by version, position
      """, among: versions.ids
    ) { row in
      let package = GigPackage(
        name: Localized(), summary: Localized(), price: try row[2], deliveryDays: try row[3],
        revisions: try row[4])
      try versions.change(row[0]) { try $0.content.packages.append(package, at: row[1]) }
    }
    try each(
      """
      select version, position, packages from gig_feature
      where version in (ids) order by version, position
      """, among: versions.ids
    ) { row in
      let feature = GigFeature(label: Localized(), packages: PackageSet(rawValue: try row[2]))
      try versions.change(row[0]) { try $0.content.features.append(feature, at: row[1]) }
    }
    try each(
      """
      select version, position, price, delivery_days from gig_extra
      where version in (ids) order by version, position
      """, among: versions.ids
    ) { row in
      let extra = GigExtra(title: Localized(), price: try row[2], deliveryDays: try row[3])
      try versions.change(row[0]) { try $0.content.extras.append(extra, at: row[1]) }
    }
    try each(
      """
      select version, position, is_needed from gig_requirement
      where version in (ids) order by version, position
      """, among: versions.ids
    ) { row in
      let requirement = GigRequirement(question: Localized(), isNeeded: try row[2])
      try versions.change(row[0]) { try $0.content.requirements.append(requirement, at: row[1]) }
    }
    try each(
      """
      select version, position, file from gig_media
      where version in (ids) order by version, position
      """, among: versions.ids
    ) { row in
      let media = GigMedia(file: try row[2], caption: Localized())
      try versions.change(row[0]) { try $0.content.media.append(media, at: row[1]) }
    }
  }
}

/// Which part of a gig says something.
enum GigPart: String, StoredName {
  case package
  case feature
  case extra
  case requirement
  case question
  case media

  /// Most rows of a gig name a part; their first letters tell them apart.
  init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    let name = try row.utf8(at: column)
    let (part, word): (Self, StaticString) =
      switch name.first {
      case UInt8(ascii: "p"): (.package, "package")
      case UInt8(ascii: "f"): (.feature, "feature")
      case UInt8(ascii: "e"): (.extra, "extra")
      case UInt8(ascii: "r"): (.requirement, "requirement")
      case UInt8(ascii: "q"): (.question, "question")
      default: (.media, "media")
      }
    guard let bytes = name.baseAddress, name.count == word.utf8CodeUnitCount,
      memcmp(bytes, word.utf8Start, name.count) == 0
    else { throw Mismatch() }
    self = part
  }
}

extension GigContent {
  /// More than any rules allow.
  private static let questionsMax = 1_000

  /// A part that is not there says nothing.
  mutating func say(
    _ text: String, _ detail: String, in locale: Locale, _ part: GigPart, at place: Int
  ) throws {
    switch part {
    case .package where packages.indices.contains(place):
      packages[place].name[locale] = text
      packages[place].summary[locale] = detail
    case .feature where features.indices.contains(place): features[place].label[locale] = text
    case .extra where extras.indices.contains(place): extras[place].title[locale] = text
    case .requirement where requirements.indices.contains(place):
      requirements[place].question[locale] = text
    case .media where media.indices.contains(place): media[place].caption[locale] = text
    case .question:
      guard (0..<Self.questionsMax).contains(place) else {
        throw StoreError.corrupt("a question has the number \(place)")
      }
      // Questions have no rows besides their words.
      while questions.count <= place {
        questions.append(GigQuestion(question: Localized(), answer: Localized()))
      }
      questions[place].question[locale] = text
      questions[place].answer[locale] = detail
    default: break
    }
  }
}

extension Array {
  /// Parts are numbered without gaps.
  fileprivate mutating func append(_ part: Element, at place: Int) throws {
    guard place == count else {
      throw StoreError.corrupt("after \(count) parts of a gig comes the one numbered \(place)")
    }
    append(part)
  }
}
