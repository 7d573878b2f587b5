package import Market

/// What is rendered together: the pages of one thing in all languages, with whatever else is there
/// for its sake. Each file of the site belongs to one of them.
package enum PageKey: Hashable, Sendable {
  /// With its versions, its former addresses and its covers.
  case gig(ID<Gig>)
  case seller(ID<Party>)
  case front(Listing)
  /// A numbered page of a list.
  case numbered(Listing, Int64)
  case chooser
  case missing
  case home
  /// With the covers of its groups.
  case catalogue
  case topics
  /// What is new in the market, for feed readers.
  case feed
  case help
  /// With its feed.
  case blog
  case article(Article.Section, String, Locale)
  case post(String, Locale)
  case sitemap(SitemapGroup)
  /// What says which sitemaps there are.
  case sitemapIndex
  /// The files of the theme.
  case assets
}

extension PageKey {
  /// One number for each key.
  package var number: UInt64 {
    switch self {
    case .gig(let id): Self.number(1, id.number)
    case .seller(let id): Self.number(2, id.number)
    case .front(let listing): Self.number(listing, page: 0)
    case .numbered(let listing, let page): Self.number(listing, page: page)
    case .chooser: Self.number(4, 0)
    case .missing: Self.number(4, 1)
    case .home: Self.number(4, 2)
    case .catalogue: Self.number(4, 3)
    case .topics: Self.number(4, 4)
    case .feed: Self.number(4, 5)
    case .help: Self.number(4, 6)
    case .blog: Self.number(4, 7)
    case .sitemapIndex: Self.number(4, 8)
    case .assets: Self.number(4, 9)
    case .article(let section, let name, let locale):
      Self.number(5, "\(section.rawValue) \(name) \(locale)")
    case .post(let name, let locale): Self.number(6, "\(name) \(locale)")
    case .sitemap(.pages): Self.number(7, 1)
    case .sitemap(.words): Self.number(7, 2)
    case .sitemap(.categories): Self.number(7, 3)
    case .sitemap(.gigs(let number)): Self.number(8, number)
    case .sitemap(.sellers(let number)): Self.number(9, number)
    case .sitemap(.tags(let number)): Self.number(10, number)
    case .sitemap(.skills(let number)): Self.number(11, number)
    }
  }

  /// Whether the key of this number stands for one thing, and for no list of things.
  package static func isLeaf(_ number: UInt64) -> Bool {
    [1, 2, 5, 6].contains(number >> kindShift)
  }

  private static let kindShift: UInt64 = 59
  private static let pageShift: UInt64 = 35
  private static let pagesMax: Int64 = 1 << 24

  private static func number(_ kind: UInt64, _ id: Int64) -> UInt64 {
    precondition(id >= 0 && id < 1 << kindShift, "\(id) is too large to be told apart")
    return kind << kindShift | UInt64(id)
  }

  private static func number(_ listing: Listing, page: Int64) -> UInt64 {
    let kind: UInt64 =
      switch listing {
      case .market, .category: 12
      case .tag: 13
      case .skill: 14
      }
    let subject = listing.subject
    precondition(
      subject >= 0 && subject < 1 << pageShift && page >= 0 && page < pagesMax,
      "page \(page) of \(listing) is too large to be told apart")
    return kind << kindShift | UInt64(page) << pageShift | UInt64(subject)
  }

  /// Names are few: their numbers are as good as different.
  private static func number(_ kind: UInt64, _ name: String) -> UInt64 {
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return kind << kindShift | hash >> (64 - kindShift)
  }
}
