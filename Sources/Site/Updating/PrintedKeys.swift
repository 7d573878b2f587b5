import Market
import Pages
import Store

// Some keys and nothing else: what is linked to comes before what links to it.
extension Press where Files: ~Copyable {
  mutating func print(_ keys: Set<PageKey>, _ rows: borrowing Snapshot) throws {
    let sorted = SortedKeys(keys)
    try print(sorted.sellers[...], rows)
    try print(sorted.gigs[...], rows)
    for key in sorted.words { try printWords(key) }
    for (listing, numbers) in sorted.numbered { try print(numbers, of: listing, rows) }
    for listing in sorted.fronts { try print(frontOf: listing, rows) }
    for key in sorted.fixed { try printFixed(key, rows) }
    for group in sorted.sitemaps { try print(group, rows) }
  }

  private mutating func printWords(_ key: PageKey) throws {
    for composer in composers {
      let edition = composer.edition
      switch key {
      case .article(let section, let name, edition.locale):
        if let article = edition.library.article(section, name, in: edition.locale) {
          try print(article, by: composer)
        }
      case .post(let name, edition.locale):
        if let post = edition.library.post(name, in: edition.locale) {
          try print(post, by: composer)
        }
      default: break
      }
    }
  }

  private mutating func print(frontOf listing: Listing, _ rows: borrowing Snapshot) throws {
    if case .skill(let id) = listing {
      if let skill = try shownSkill(id, rows) { _ = try print(skill, rows) }
    } else if let list = try subject(of: listing, rows) {
      try print(listing, of: list, rows)
    }
  }

  private mutating func print(
    _ numbers: [Int64], of listing: Listing, _ rows: borrowing Snapshot
  ) throws {
    let pages = Listing.pages(of: try rows.listing(listing)?.slots ?? 0)
    guard let all = Listing.pageNumbers(of: pages) else { return }
    let stretches = numbers.filter(all.contains).stretches
    if case .skill(let id) = listing {
      guard let skill = try shownSkill(id, rows) else { return }
      for stretch in stretches { try print(stretch, of: skill, rows) }
    } else if let list = try subject(of: listing, rows) {
      for stretch in stretches { try print(stretch, of: listing, list, rows) }
    }
  }

  /// Nil for a list without pages.
  private func subject(
    of listing: Listing, _ rows: borrowing Snapshot
  ) throws -> ListSubject? {
    switch listing {
    case .market: return .market
    case .category(let id):
      return editions[0].catalogue.lists.first { $0.category.id == id }.map {
        .category($0.category)
      }
    case .tag(let id):
      guard try rows.listing(listing)?.seen ?? 0 > 0 else { return nil }
      return try rows.tag(id).map { .tag($0) }
    case .skill: return nil
    }
  }

  /// Nil for one that nobody has who is shown.
  private func shownSkill(_ id: ID<Skill>, _ rows: borrowing Snapshot) throws -> Skill? {
    guard try rows.listing(.skill(id))?.seen ?? 0 > 0 else { return nil }
    return try rows.skill(id)
  }
}

/// Keys by their kinds, each kind in the order of its numbers.
private struct SortedKeys {
  var gigs: [ID<Gig>] = []
  var sellers: [ID<Party>] = []
  var words: [PageKey] = []
  var numbered: [(Listing, [Int64])] = []
  var fronts: [Listing] = []
  var fixed: [PageKey] = []
  var sitemaps: [SitemapGroup] = []

  init(_ keys: Set<PageKey>) {
    var pages: [Listing: [Int64]] = [:]
    for key in keys.sorted(by: { $0.number < $1.number }) {
      switch key {
      case .gig(let id): gigs.append(id)
      case .seller(let id): sellers.append(id)
      case .front(let listing): fronts.append(listing)
      case .numbered(let listing, let page): pages[listing, default: []].append(page)
      case .article, .post: words.append(key)
      case .sitemap(let group): sitemaps.append(group)
      case .chooser, .missing, .home, .catalogue, .topics, .feed, .help, .blog: fixed.append(key)
      // Which sitemaps there are is known when they are printed, and files of the theme are no pages.
      case .sitemapIndex, .assets: break
      }
    }
    numbered = pages.sorted { PageKey.front($0.key).number < PageKey.front($1.key).number }
      .map { ($0.key, $0.value) }
  }
}

extension [Int64] {
  /// Numbers in their order as ranges without gaps.
  fileprivate var stretches: [ClosedRange<Int64>] {
    var stretches: [ClosedRange<Int64>] = []
    for number in self {
      if let last = stretches.last, last.upperBound + 1 == number {
        stretches[stretches.count - 1] = last.lowerBound...number
      } else {
        stretches.append(number...number)
      }
    }
    return stretches
  }
}
