import Market
package import Pages
package import Store
package import Theme

/// The whole site of a market, rendered into a folder.
///
/// It is made of the rows of one snapshot, the content and the theme, and of nothing else: no clock
/// decides what is printed, so the same of these gives the same bytes.
package struct Build: Sendable {
  package struct Options: Sendable {
    /// How many threads print side by side.
    package var workers = 1
    package var packing = Packing.none
    /// To see whether all of it can be rendered: nothing is looked at or written.
    package var isDryRun = false
    /// Sees what each worker prints, from its thread.
    package var reader: (any PageReader)?
    package init() {}
  }

  private let theme: LoadedTheme
  private let site: SiteFacts
  private let content: String
  private let output: String
  private let options: Options

  package init(
    _ theme: LoadedTheme, _ site: SiteFacts, content: String, into output: String,
    _ options: Options = Options()
  ) {
    self.theme = theme
    self.site = site
    self.content = content
    self.output = output
    self.options = options
  }

  /// Leaves the site that is there as it is when anything goes wrong.
  package func run(
    _ store: Store, progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Report {
    let tree = options.isDryRun ? nil : try SiteTree(in: output, packing: options.packing)
    do {
      let (workplace, printed) = try await store.read(by: options.workers) { rows in
        let agenda = try Agenda(try rows.catalogueRecord(), rows)
        return Workplace(agenda, for: options.workers, tree, at: try rows.position(), progress)
      } then: { rows, workplace, worker in
        try work(in: workplace, as: worker, on: rows)
      }
      return try finish(workplace, printed)
    } catch {
      tree?.abandon()
      throw error
    }
  }

  /// Each worker makes editions of its own: what is shared by threads is slow to touch.
  private func editions(_ rows: borrowing Snapshot) throws -> [Edition] {
    let now = try rows.lastChangeAt() ?? Instant(milliseconds: 0)
    let version = try rows.ruleVersion(at: now)
    let market = MarketFacts(
      catalogue: try rows.catalogueRecord(), rules: try rows.rules(at: now).rules,
      calendar: .china)
    let figures = try Figures(rules: try rows.ruleText(version.id))
    let library = try ContentReader.read(content, in: theme.languages, figures: figures)
    return try theme.locales.compactMap { Locale($0.tag) }
      .map { try Edition($0, of: site, in: theme, market, library) }
  }

  private func work(
    in workplace: Workplace, as worker: Int, on rows: borrowing Snapshot
  ) throws -> Printed {
    do {
      var press = Press(
        try editions(rows), theme, workplace.cards, workplace.hand(), options.reader)
      while let (number, entry) = workplace.next(for: worker) {
        let pages = press.printed.pages
        try press.print(entry.piece, rows)
        var lines = press.takeSitemapLines()
        for group in entry.sitemaps {
          let own = lines.removeValue(forKey: group)
          guard let whole = workplace.sitemaps.add(own, ofPiece: number, to: group)
          else { continue }
          workplace.sitemaps.wrote(try press.printSitemaps(whole, of: group))
        }
        precondition(lines.isEmpty, "pages for sitemaps that nobody planned")
        workplace.did(entry, pages: press.printed.pages - pages)
      }
      return try press.finish()
    } catch {
      workplace.giveUp()
      throw error
    }
  }

  private func finish(_ workplace: Workplace, _ printed: [Printed]) throws -> Report {
    var all = printed.reduce(into: Printed()) { $0.add($1) }
    let shards = workplace.sitemaps.shards
    guard let tree = workplace.tree else { return Report(all, TreeCounts(), doubt: nil) }
    var hand = workplace.hand()
    try hand?.put(Sitemap.indexPath, Sitemap.index(of: shards, at: site.origin))
    try hand?.put("/robots.txt", Sitemap.robots(naming: shards, at: site.origin))
    for asset in theme.assets.files { try hand?.put(Assets.folder + asset.name, asset.bytes) }
    all.files += 2 + theme.assets.files.count
    try hand?.finish()
    return Report(all, try tree.publish(), doubt: tree.doubt)
  }
}
