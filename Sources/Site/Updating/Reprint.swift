import Market
import Outside
import Pages
import Store
import Theme

/// Prints some keys of a tree anew, beside it.
struct Reprint {
  private static let boxedCards = 512
  private static let boxedNames = 256

  private let tree: LiveTree
  private let theme: LoadedTheme
  private let composers: [Composer]
  private let packing: Packing
  private let shelf: Shelf?

  init(
    of tree: LiveTree, theme: LoadedTheme, composers: [Composer], packing: Packing, shelf: Shelf?
  ) {
    self.tree = tree
    self.theme = theme
    self.composers = composers
    self.packing = packing
    self.shelf = shelf
  }

  /// What the keys have no more goes if this is all that there is to do: else a page that is printed
  /// later would lead to a file that is gone. Nil when two pages would have the same address.
  func print(
    _ keys: Set<PageKey>, _ rows: borrowing Snapshot, isWhole: Bool, links: LinkFinder? = nil
  ) throws -> (TouchHand, Printed)? {
    let hand = try TouchHand(in: tree, at: rows.position(), packing: packing, keys, links)
    do {
      let cards = CardBox(atMost: Self.boxedCards, names: Self.boxedNames)
      var press = Press(composers, theme, cards, hand, shelf)
      try press.print(keys, rows)
      if isWhole { try hand.removeRest() }
      if hand.hasOtherNames(of: keys.filter(\.isSitemap)) {
        try hand.ask(for: .sitemapIndex)
        try press.printIndex(of: shards(hand, rows))
      }
      return (hand, try press.finish())
    } catch {
      hand.batch.drop()
      if case SiteError.twice = error { return nil }
      throw error
    }
  }

  /// All sitemaps that there are, in their order.
  private func shards(
    _ hand: TouchHand, _ rows: borrowing Snapshot
  ) throws -> [SitemapShard] {
    let groups: [SitemapGroup] =
      [.pages, .words, .categories]
      + (try SitemapGroup.shards(upTo: rows.lastNumber(of: .gig))).map { .gigs($0) }
      + (try SitemapGroup.shards(upTo: rows.lastNumber(of: .party))).map { .sellers($0) }
      + (try SitemapGroup.shards(upTo: rows.lastNumber(of: .tag))).map { .tags($0) }
      + (try SitemapGroup.shards(upTo: rows.lastNumber(of: .skill))).map { .skills($0) }
    var shards: [SitemapShard] = []
    for group in groups {
      for composer in composers {
        let shard = group.shard(in: composer.edition.locale)
        if try hand.has(String(shard.path.dropFirst()), of: .sitemap(group)) {
          shards.append(shard)
        }
      }
    }
    return shards.sorted()
  }
}

extension PageKey {
  fileprivate var isSitemap: Bool {
    if case .sitemap = self { return true }
    return false
  }
}

extension SitemapGroup {
  /// The numbers of all shards that things up to this number may be in.
  fileprivate static func shards(upTo last: Int64) -> ClosedRange<Int64> {
    1...shard(holding: last)
  }
}
