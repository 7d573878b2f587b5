import Market
import Store

extension Command {
  static let showGig = Command(
    name: "gig show", summary: "shows all that is known of a gig", operands: [Operand(name: "ID")],
    options: [
      Option(name: "version", value: "N", summary: "print what this version says, as a file")
    ],
    details: """
      What --version prints is a file for `jishi gig create`; pictures are only named in it.
      """
  ) { arguments, config in
    let id = try arguments.id(0, of: Gig.self)
    if let number = try arguments.number("version") {
      return try await show(version: number, of: id, config)
    }
    return try await config.read { try GigPage(of: id, in: $0) }.report
  }

  private static func show(
    version number: Int64, of id: ID<Gig>, _ config: Config
  ) async throws -> Report {
    let (text, version) = try await config.read { snapshot in
      let gig = try snapshot.gig(id)
      let versions = try snapshot.gigVersions(of: id)
      guard let version = versions.first(where: { Int64($0.number) == number }),
        let content = try snapshot.gigContent(of: version.id)
      else {
        let last = versions.last.map { "its last is \($0.number)" } ?? "it has none"
        throw UsageError("Gig \(id) has no version \(number); \(last).")
      }
      let text = content.sheetText(
        owner: "party:\(gig.party)", category: try snapshot.category(gig.category).slug,
        tags: try content.tags.compactMap { try snapshot.tag($0)?.names })
      return (text, version)
    }
    return Report(
      [("gig", .number(id.number)), ("text", .text(text))] + version.facts,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { String($0).oneLine })
  }
}

/// A gig with all that stands around it.
struct GigPage: Sendable {
  static let auditsMax = 20

  struct Place: Sendable {
    let name: String
    let slot: Slot
  }

  let gig: Gig
  let party: Party
  let category: Category
  /// Of what visitors see; of the draft when they never saw anything.
  let content: GigContent?
  let formerSlugs: [(Locale, String)]
  let chosenSlugs: Slugs
  let versions: [GigVersion]
  let places: [Place]
  let related: [(id: ID<Gig>, title: String)]
  let figures: GigFigures
  let audits: [Audit]

  init(of id: ID<Gig>, in snapshot: borrowing Snapshot) throws {
    let gig = try snapshot.gig(id)
    self.gig = gig
    party = try snapshot.party(gig.party)
    category = try snapshot.category(gig.category)
    content = try (gig.version ?? gig.draft).map { try snapshot.gigContent(of: $0) } ?? nil
    formerSlugs = try snapshot.formerSlugs(of: .gig, id.number)
    chosenSlugs = try snapshot.chosenSlugs(of: .gig, id.number)
    versions = try snapshot.gigVersions(of: id)
    places = try snapshot.places(of: id).map { listing, slot in
      Place(name: try snapshot.name(of: listing), slot: slot)
    }
    related = try snapshot.related(to: id).map { ($0, try snapshot.title(of: snapshot.gig($0))) }
    figures = try snapshot.gigFigures(id)
    audits = try snapshot.audits(of: .gig, id.number, atMost: Self.auditsMax)
  }
}

extension Reading where Self: ~Copyable {
  /// What it is called by those who only need to know it again.
  func title(of gig: Gig) throws -> String {
    guard let version = gig.version ?? gig.draft else { return "" }
    let titles = Localized(try gigTexts(of: version).mapValues(\.title))
    return titles[.chinese] ?? titles.inOrder.first?.text ?? ""
  }

  fileprivate func name(of listing: Listing) throws -> String {
    switch listing {
    case .market: "market"
    case .category(let id): "category \(try category(id).slug)"
    case .tag(let id): "tag \(try tag(id)?.slug ?? "\(id)")"
    case .skill(let id): "skill \(try skill(id)?.slug ?? "\(id)")"
    }
  }
}

extension GigVersion {
  var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("version", .number(Int64(number))), ("id", .number(id.number)),
      ("madeAt", .text(madeAt.utcText)), ("digest", .text(digest)),
    ]
    if let publishedAt { facts.append(("publishedAt", .text(publishedAt.utcText))) }
    if let author { facts.append(("author", .number(author.number))) }
    if let rules { facts.append(("rules", .number(rules))) }
    return facts
  }
}
