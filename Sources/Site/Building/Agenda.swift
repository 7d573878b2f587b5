import Market
import Pages
import Store

/// What there is to print, in pieces.
///
/// Gigs and the pages of the long lists come by their age, the oldest first: a card stands on the page
/// of its gig, beside its neighbours, and in lists, all of about one age, so whoever prints piece
/// after piece needs few cards at a time, however large the market is.
struct Agenda {
  enum Piece {
    /// Those of which there is one in each language.
    case fixedPages
    case words
    /// The fronts of the lists of the market and of its categories.
    case fronts
    /// A stretch of the numbered pages of a list.
    case numbered(Listing, of: ListSubject, ClosedRange<Int64>)
    case gigs(ArraySlice<ID<Gig>>)
    case sellers(ArraySlice<ID<Party>>)
    case tags(ArraySlice<Tag>)
    case skills(ArraySlice<Skill>)
    case sitemap(SitemapGroup)
  }

  struct Entry {
    let piece: Piece
    /// About how many pages it has in each language.
    let weight: Int
    /// From zero to one.
    fileprivate var age = 0.0
  }

  private(set) var entries: [Entry] = []
  private(set) var weight = 0

  private static let gigsMax = 192
  private static let pagesMax: Int64 = 8
  private static let sellersMax = 256
  private static let termsMax = 32

  init(_ catalogue: CatalogueRecord, _ rows: borrowing Snapshot) throws {
    let gigs = try rows.shownGigs(after: ID(0), atMost: .max)
    add(gigs, \.number, SitemapGroup.gigs, atMost: Self.gigsMax, weight: 4) { .gigs($0) }
    try addNumbered(.market, of: .market, rows)
    for category in catalogue.lists.map(\.category) {
      try addNumbered(.category(category.id), of: .category(category), rows)
    }
    entries.sort { $0.age < $1.age }
    let sellers = try rows.shownProfiles(after: ID(0), atMost: .max)
    add(sellers, \.number, SitemapGroup.sellers, atMost: Self.sellersMax, weight: 1) {
      .sellers($0)
    }
    let tags = try rows.shownTags(after: ID(0), atMost: .max).map(\.thing)
    add(tags, \.id.number, SitemapGroup.tags, atMost: Self.termsMax, weight: 2) { .tags($0) }
    let skills = try rows.shownSkills(after: ID(0), atMost: .max).map(\.thing)
    add(skills, \.id.number, SitemapGroup.skills, atMost: Self.termsMax, weight: 2) { .skills($0) }
    add(.fixedPages, weight: 8)
    add(.words, weight: 32)
    add(.fronts, weight: 1 + catalogue.lists.count)
    for group in [SitemapGroup.pages, .words, .categories] { add(.sitemap(group), weight: 1) }
  }

  private mutating func addNumbered(
    _ listing: Listing, of list: ListSubject, _ rows: borrowing Snapshot
  ) throws {
    let pages = Listing.pages(of: try rows.listing(listing)?.slots ?? 0)
    guard let last = Listing.pageNumbers(of: pages)?.upperBound else { return }
    for first in stride(from: 1, through: last, by: Int(Self.pagesMax)) {
      let range = first...min(last, first + Self.pagesMax - 1)
      add(
        .numbered(listing, of: list, range), weight: range.count,
        age: Double(first) / Double(last))
    }
  }

  /// Things in the order of their numbers.
  private mutating func add<Thing>(
    _ things: [Thing], _ number: (Thing) -> Int64, _ sitemap: (Int64) -> SitemapGroup,
    atMost countMax: Int, weight: Int, _ piece: (ArraySlice<Thing>) -> Piece
  ) {
    for range in things.indices.pieces(of: countMax) {
      add(
        piece(things[range]), weight: weight * range.count,
        age: Double(range.lowerBound) / Double(things.count))
    }
    for shard in Set(things.map { SitemapGroup.shard(holding: number($0)) }).sorted() {
      add(.sitemap(sitemap(shard)), weight: 4)
    }
  }

  private mutating func add(_ piece: Piece, weight: Int, age: Double = 0) {
    entries.append(Entry(piece: piece, weight: weight, age: age))
    self.weight += weight
  }
}

extension Range<Int> {
  /// One after the other, each of so many but the last.
  func pieces(of count: Int) -> [Range] {
    stride(from: lowerBound, to: upperBound, by: count).map {
      $0..<Swift.min($0 + count, upperBound)
    }
  }
}
