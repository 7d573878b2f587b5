package import Market

/// The sitemaps of some things, one in each language.
package enum SitemapGroup: Hashable, Sendable {
  case pages
  case words
  case categories
  /// Things by their numbers: they keep the shard that their number gives them.
  case gigs(Int64)
  case sellers(Int64)
  case tags(Int64)
  case skills(Int64)

  /// Far below the limit of search engines, 50,000: one more page writes all of its shard anew.
  package static let idsPerShard: Int64 = 1_000

  package static func shard(holding id: Int64) -> Int64 { id / idsPerShard + 1 }

  /// Of those that it may hold.
  package var ids: Range<Int64> {
    (number - 1) * Self.idsPerShard..<number * Self.idsPerShard
  }

  package var number: Int64 {
    switch self {
    case .pages, .words, .categories: 1
    case .gigs(let number), .sellers(let number), .tags(let number), .skills(let number): number
    }
  }

  private var kind: String {
    switch self {
    case .pages: "pages"
    case .words: "words"
    case .categories: "categories"
    case .gigs: "gigs"
    case .sellers: "sellers"
    case .tags: "tags"
    case .skills: "skills"
    }
  }

  package func shard(in locale: Locale) -> SitemapShard {
    SitemapShard(kind, locale, number: number)
  }
}

/// One of the site's many sitemaps.
package struct SitemapShard: Hashable, Comparable, Sendable {
  package let kind: String
  package let locale: Locale
  package let number: Int64

  package init(_ kind: String, _ locale: Locale, number: Int64 = 1) {
    self.kind = kind
    self.locale = locale
    self.number = number
  }

  package var path: String { "/sitemaps/\(kind)-\(locale)-\(number).xml" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.kind, left.locale, left.number) < (right.kind, right.locale, right.number)
  }
}
