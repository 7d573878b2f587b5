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

  init(_ site: SiteFacts, _ loaded: Loaded, _ rows: borrowing Snapshot) throws {
    theme = loaded.theme
    let now = try rows.timeOfLog()
    ruleVersion = try rows.ruleVersion(at: now).id
    rules = try rows.ruleText(ruleVersion)
    let market = MarketFacts(
      catalogue: try rows.catalogueRecord(), rules: try rows.rules(at: now).rules,
      calendar: .china)
    editions = try theme.locales.compactMap { Locale($0.tag) }
      .map { try Edition($0, of: site, in: loaded.theme, market, loaded.library) }
  }

  func inputs(_ packing: Packing) -> Inputs {
    Inputs(theme, editions, rules: rules, packing)
  }
}
