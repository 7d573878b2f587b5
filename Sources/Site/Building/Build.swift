import Market
package import Pages
package import Store
package import Theme

/// The whole site of a market, rendered into a folder.
///
/// It is made of the rows of one snapshot, the content and the theme, and of nothing else: no clock
/// is read, so the same of these gives the same bytes.
package struct Build: Sendable {
  package struct Report: Hashable, Sendable {
    package var pages = 0
    package var files = 0
    package var pictures = 0
    package var bytes = 0
  }

  private let theme: LoadedTheme
  private let site: SiteFacts
  private let content: String
  private let output: String
  private let reader: (any PageReader)?

  package init(
    _ theme: LoadedTheme, _ site: SiteFacts, content: String, into output: String,
    reader: (any PageReader)? = nil
  ) {
    self.theme = theme
    self.site = site
    self.content = content
    self.output = output
    self.reader = reader
  }

  /// Leaves the site that is there as it is when anything goes wrong. `progress` is told the share
  /// of gigs that are done.
  package func run(_ store: Store, progress: @escaping @Sendable (Double) -> Void) async throws
    -> Report
  {
    try await store.read { snapshot in try run(on: snapshot, progress) }
  }

  private func run(
    on snapshot: borrowing Snapshot, _ progress: (Double) -> Void
  ) throws -> Report {
    let now = try snapshot.lastChangeAt() ?? Instant(milliseconds: 0)
    let version = try snapshot.ruleVersion(at: now)
    let market = MarketFacts(
      catalogue: try snapshot.catalogueRecord(), rules: try snapshot.rules(at: now).rules,
      calendar: .china)
    let figures = try Figures(rules: try snapshot.ruleText(version.id))
    let library = try ContentReader.read(content, in: theme.languages, figures: figures)
    let editions = try theme.locales.compactMap { Locale($0.tag) }
      .map { try Edition($0, of: site, in: theme, market, library) }
    var press = Press(editions, theme, try SiteTree(in: output), reader)
    try press.printFixedPages(snapshot)
    try press.printListings(snapshot)
    try press.printSellers(snapshot)
    try press.printWords()
    try press.printGigs(snapshot, progress)
    return try press.finish()
  }
}
