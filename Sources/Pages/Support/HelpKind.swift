import Theme

/// Whom a text of the market is for, or what it is about.
package enum HelpKind: Int, CaseIterable, Choice {
  case buyers, sellers, open, market
}
