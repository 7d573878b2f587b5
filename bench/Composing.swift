import Foundation
import Market
import Pages
import Proving
import Site
import Store
import Theme

private let gigsUsual = 400
private let rounds = 31
/// As many as a worker of a build takes at once.
private let recordsInHand = 25

/// From records to the bytes of their pages, in each language; beside copying the same bytes.
/// JISHI_COMPOSE_DB names a database with other gigs than the demo's.
func composing() async throws -> [Figure] {
  let records = try await ComposedRecords.read()
  let press = try BenchPress(records)
  // Each gig has a page as it is on offer, and one for the version.
  let gigs = records.gigs.flatMap { [($0, false), ($0, true)] }
  return try [
    press.figure("compose-gigs", gigs) { GigPage($0.0, asVersion: $0.1, by: $1) },
    press.figure("compose-sellers", records.sellers) { SellerPage($0, by: $1) },
    press.figure("compose-listings", records.listings) { listing, composer in
      CategoryPage(listing.record, of: listing.subject, by: composer)
    },
  ]
}

private struct ComposedRecords: Sendable {
  struct OneListing: Sendable {
    let record: ListingRecord
    let subject: ListSubject
  }

  var catalogue: CatalogueRecord
  var rules: Rules
  var gigs: [GigRecord] = []
  var sellers: [ProfileRecord] = []
  var listings: [OneListing] = []

  static func read() async throws -> ComposedRecords {
    if let path = ProcessInfo.processInfo.environment["JISHI_COMPOSE_DB"] {
      return try await read(at: path)
    }
    let here = FileManager.default.currentDirectoryPath
    let folder = try TemporaryFolder(in: here + "/.build")
    let seed = try Command.run(
      here + "/.build/release/jishi",
      ["seed", "--gigs", "\(gigsUsual)", "--content", here + "/content"], in: folder.path)
    guard seed.code == 0 else { throw ProvingError.failed(seed.errors) }
    return try await read(at: folder.file("market.db"))
  }

  private static func read(at path: String) async throws -> ComposedRecords {
    try await Store.with(.sqlite(path: path)) { store in
      try await store.read { rows in
        let now = try rows.lastChangeAt() ?? Instant(milliseconds: 0)
        var records = ComposedRecords(
          catalogue: try rows.catalogueRecord(), rules: try rows.rules(at: now).rules)
        // Neighbours, as a build walks through a category.
        let category = try rows.gigRecord(try rows.shownGigs(after: ID(0), atMost: 1)[0])?.category
        for gig in try rows.shownGigs(after: ID(0), atMost: 20 * gigsUsual) {
          guard records.gigs.count < gigsUsual else { break }
          guard let record = try rows.gigRecord(gig) else { continue }
          if record.category == category || records.catalogue.groups.count == 1 {
            records.gigs.append(record)
          }
        }
        for party in try rows.shownProfiles(after: ID(0), atMost: gigsUsual) {
          if let record = try rows.profileRecord(party) { records.sellers.append(record) }
        }
        for group in records.catalogue.groups {
          for entry in [group] + records.catalogue.categories(of: group.category.id) {
            records.listings.append(
              OneListing(
                record: try rows.listingRecord(.category(entry.category.id)),
                subject: .category(entry.category)))
          }
        }
        return records
      }
    }
  }
}

/// Composes and renders as a build does, with what one of its workers has.
private struct BenchPress {
  let theme: LoadedTheme
  let editions: [Edition]

  init(_ records: ComposedRecords) throws {
    theme = try LoadedTheme(forPagesOf: "default", in: "themes", locales: "locales")
    let origin = SiteOrigin("https://jishi.example")
    guard let origin else { throw ProvingError.failed("no origin") }
    var site = SiteFacts(origin: origin)
    site.owner = "Demo"
    let library = try ContentReader.read(
      "content", in: theme.languages, figures: Figures(rules: Rules.standardText))
    let market = MarketFacts(
      catalogue: records.catalogue, rules: records.rules, calendar: .china)
    let theme = theme
    editions = try theme.locales.compactMap { Locale($0.tag) }
      .map { try Edition($0, of: site, in: theme, market, library) }
  }

  func figure<Record, Page: View>(
    _ name: String, _ records: [Record], _ compose: (Record, Composer) -> Page
  ) throws -> Figure {
    var times = Times()
    var bytes = 0
    // Those of a worker, which last: as deep in a build, what recurs is known.
    let composers = editions.map { Composer($0) }
    var output = Output(capacity: 4 << 20)
    var copy = Output(capacity: 4 << 20)
    for _ in 0..<rounds {
      var round = Times.Round()
      bytes = 0
      for composer in composers {
        let edition = composer.edition
        guard let template = theme.template(for: Page.self, in: edition.locale.tag) else {
          throw ProvingError.failed("no template for \(Page.name)")
        }
        for start in stride(from: 0, to: records.count, by: recordsInHand) {
          output.clear()
          let some = records[start..<min(start + recordsInHand, records.count)]
          var pages: [Page] = []
          round.composing += work { pages = some.map { compose($0, composer) } }
          round.rendering += work { for page in pages { template.render(page, into: &output) } }
          round.composing += work { pages = [] }
          copy.clear()
          let begin = workOfThread()
          output.withBytes { copy.append($0) }
          round.copying += workOfThread() - begin
          bytes += output.count
        }
      }
      times.add(round)
    }
    let count = records.count * editions.count
    return times.figure(name, pages: count, bytesEach: bytes / count)
  }
}

private func work(_ body: () -> Void) -> Double {
  let begin = workOfThread()
  body()
  return workOfThread() - begin
}

/// Seconds of a processor.
private struct Times {
  struct Round {
    var composing = 0.0
    var rendering = 0.0
    var copying = 0.0
  }

  private var composing: [Double] = []
  private var rendering: [Double] = []
  private var ratios: [Double] = []

  mutating func add(_ round: Round) {
    composing.append(round.composing)
    rendering.append(round.rendering)
    ratios.append((round.composing + round.rendering) / round.copying)
  }

  /// By the best rounds: others were disturbed.
  func figure(_ name: String, pages: Int, bytesEach: Int) -> Figure {
    let composed = (composing.min() ?? 0) / Double(pages)
    let rendered = (rendering.min() ?? 0) / Double(pages)
    return Figure(
      name: name, value: 1 / (composed + rendered),
      unit: """
        pages/s of \(bytesEach) bytes, composed in \(shown(composed * 1e6)) µs and rendered in \
        \(shown(rendered * 1e6)) µs
        """, ratio: median(ratios), against: "the time of copying the same bytes")
  }
}
