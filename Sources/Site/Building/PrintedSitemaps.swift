import Market
import Pages
import Store
import Theme

// What search engines are told.
extension Press where Files: ~Copyable {
  /// In each language that has a page of the group.
  mutating func print(_ group: SitemapGroup, _ rows: borrowing Snapshot) throws {
    switch group {
    case .pages: try print(group) { $0.sitemapLines() }
    case .words: try print(group) { $0.sitemapLinesOfWords() }
    case .categories: try print(group) { $0.sitemapLinesOfCategories() }
    case .gigs:
      let gigs = try rows.gigMentions(group.ids)
      try print(group) { edition in gigs.map { edition.sitemapLine($0) } }
    case .sellers:
      let sellers = try rows.sellerMentions(group.ids)
      try print(group) { edition in sellers.map { edition.sitemapLine($0) } }
    case .tags:
      let tags = try rows.shownTags(
        after: ID(group.ids.lowerBound - 1), atMost: group.ids.count
      ).map(\.thing).filter { group.ids.contains($0.id.number) }
      try print(group) { edition in tags.map { edition.sitemapLine($0) } }
    case .skills:
      let skills = try rows.shownSkills(
        after: ID(group.ids.lowerBound - 1), atMost: group.ids.count
      ).map(\.thing).filter { group.ids.contains($0.id.number) }
      try print(group) { edition in skills.map { edition.sitemapLine($0) } }
    }
  }

  private mutating func print(
    _ group: SitemapGroup, _ lines: (Edition) -> [SitemapLine]
  ) throws {
    begin(.sitemap(group))
    for edition in editions {
      let lines = lines(edition).filter { $0.page.locales.contains(edition.locale) }
      guard !lines.isEmpty else { continue }
      let shard = group.shard(in: edition.locale)
      try write(shard.path, Sitemap.xml(of: lines, in: edition))
      wrote(shard)
    }
  }

  mutating func printIndex(of shards: [SitemapShard]) throws {
    let origin = editions[0].site.origin
    begin(.sitemapIndex)
    try write(Sitemap.indexPath, Sitemap.index(of: shards, at: origin))
    try write("/robots.txt", Sitemap.robots(naming: shards, at: origin, in: editions.map(\.locale)))
  }

  mutating func printAssets(_ assets: Assets) throws {
    begin(.assets)
    for asset in assets.files { try write(Assets.folder + asset.name, asset.bytes) }
  }
}
