import Market
import Pages
import Store
import Theme

/// Which pages of the tree cannot have changed since it was made.
struct Fresh: Sendable {
  /// Templates that changed: those of a view in a language.
  var templates: Set<String> = []
  /// Languages in which everything may have.
  var locales: Set<Locale> = []
  /// What the log, or content, has touched.
  var keys: Set<PageKey> = []

  func has<Page: View>(_ page: Page.Type, of key: PageKey, in locale: Locale) -> Bool {
    !locales.contains(locale) && !keys.contains(key)
      && !templates.contains(Inputs.template(Page.name, locale.tag))
  }
}

extension Fresh {
  /// Nil when anything may have changed, or nobody can tell.
  init?(since old: SiteState, to inputs: Inputs, _ rows: borrowing Snapshot) throws {
    var touched = Touched()
    guard try old.canBeFollowed(with: rows), let fresh = inputs.fresh(since: old.inputs),
      try touched.add(after: old.position, rows) != nil
    else { return nil }
    self = fresh
    keys.formUnion(touched.all)
  }
}
