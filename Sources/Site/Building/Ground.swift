import Market
import Pages
import Store
import Theme

/// What all pages of a site stand on besides their own rows: the theme, the market's words, its
/// catalogue and its rules, in each language.
struct Ground: Sendable {
  let theme: LoadedTheme
  /// One for each language of the site.
  let editions: [Edition]
  let ruleVersion: ID<RuleVersion>
  private let rules: String

  init(
    _ site: SiteFacts, in theme: LoadedTheme, content: String, _ rows: borrowing Snapshot
  ) throws {
    self.theme = theme
    // Whoever prints has no clock: the rules are those of the newest change.
    let now = try rows.lastChangeAt() ?? Instant(milliseconds: 0)
    ruleVersion = try rows.ruleVersion(at: now).id
    rules = try rows.ruleText(ruleVersion)
    let market = MarketFacts(
      catalogue: try rows.catalogueRecord(), rules: try rows.rules(at: now).rules,
      calendar: .china)
    let library = try ContentReader.read(
      content, in: theme.languages, figures: try Figures(rules: rules))
    editions = try theme.locales.compactMap { Locale($0.tag) }
      .map { try Edition($0, of: site, in: theme, market, library) }
  }

  func inputs(_ packing: Packing) -> Inputs {
    Inputs(theme, editions, rules: rules, packing)
  }
}
