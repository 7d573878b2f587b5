import Market
import Pages
import Store

/// What there is to print, in pieces that workers take one after the other.
///
/// Gigs come category by category, and after them the pages of that category's list: all of these
/// show the same cards, which a worker keeps at hand.
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
  }

  struct Entry {
    let piece: Piece
    /// The sitemaps that list its pages; nil for pages that are in none.
    let sitemap: SitemapGroup?
    /// About how many pages it has in each language.
    let weight: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var weight = 0

  private static let gigsMax = 1_024
  private static let pagesMax: Int64 = 64
  private static let sellersMax = 256
  private static let termsMax = 32

  init(_ catalogue: CatalogueRecord, _ rows: borrowing Snapshot) throws {
    let lists = catalogue.lists.map(\.category)
    add(.fixedPages, to: SitemapGroup("pages"), weight: 8)
    add(.words, to: SitemapGroup("words"), weight: 32)
    add(.fronts, to: SitemapGroup("categories"), weight: 1 + lists.count)
    try addGigs(catalogue, lists, rows)
    try addNumbered(.market, of: .market, rows)
    let sellers = try rows.shownProfiles(after: ID(0), atMost: .max)
    add(sellers, \.number, "sellers", atMost: Self.sellersMax, weight: 1) { .sellers($0) }
    let tags = try rows.shownTags(after: ID(0), atMost: .max).map(\.thing)
    add(tags, \.id.number, "tags", atMost: Self.termsMax, weight: 2) { .tags($0) }
    let skills = try rows.shownSkills(after: ID(0), atMost: .max).map(\.thing)
    add(skills, \.id.number, "skills", atMost: Self.termsMax, weight: 2) { .skills($0) }
  }

  private mutating func addGigs(
    _ catalogue: CatalogueRecord, _ lists: [Category], _ rows: borrowing Snapshot
  ) throws {
    var gigs: [ID<Category>: [ID<Gig>]] = [:]
    for chunk in try rows.gigChunks(of: Self.gigsMax) {
      gigs[chunk.category, default: []] += chunk.gigs
    }
    // Gigs of a category that was closed still have their pages.
    for id in Set(gigs.keys).subtracting(lists.map(\.id)).sorted() {
      add(gigs[id] ?? [], of: catalogue[id]?.category)
    }
    for category in lists {
      add(gigs[category.id] ?? [], of: category)
      try addNumbered(.category(category.id), of: .category(category), rows)
    }
  }

  private mutating func add(_ gigs: [ID<Gig>], of category: Category?) {
    let kind = "gigs-\(category?.slug ?? "none")"
    add(gigs, \.number, kind, atMost: Self.gigsMax, weight: 2) { .gigs($0) }
  }

  private mutating func addNumbered(
    _ listing: Listing, of list: ListSubject, _ rows: borrowing Snapshot
  ) throws {
    let pages = Listing.pages(of: try rows.listing(listing)?.slots ?? 0)
    guard let last = Listing.pageNumbers(of: pages)?.upperBound else { return }
    for first in stride(from: 1, through: last, by: Int(Self.pagesMax)) {
      let range = first...min(last, first + Self.pagesMax - 1)
      add(.numbered(listing, of: list, range), to: nil, weight: range.count)
    }
  }

  /// Things in the order of their numbers. A sitemap holds a range of numbers, and a piece is listed
  /// in one.
  private mutating func add<Thing>(
    _ things: [Thing], _ number: (Thing) -> Int64, _ kind: String, atMost max: Int, weight: Int,
    _ piece: (ArraySlice<Thing>) -> Piece
  ) {
    var rest = things[...]
    while let first = rest.first {
      let sitemap = SitemapGroup(kind, holding: number(first))
      let next = rest.prefix(max).prefix {
        SitemapGroup(kind, holding: number($0)) == sitemap
      }
      add(piece(next), to: sitemap, weight: weight * next.count)
      rest = rest[next.endIndex...]
    }
  }

  private mutating func add(_ piece: Piece, to sitemap: SitemapGroup?, weight: Int) {
    entries.append(Entry(piece: piece, sitemap: sitemap, weight: weight))
    self.weight += weight
  }
}
