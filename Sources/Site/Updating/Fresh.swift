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
  /// More changes than this are not looked at one by one.
  static let changesMax = 5_000

  /// Nil when anything may have changed, or nobody can tell.
  init?(since old: SiteState, to new: SiteState, _ rows: borrowing Snapshot) throws {
    guard old.boot == new.boot, old.position <= new.position,
      try old.change == rows.mark(of: old.position),
      let fresh = new.inputs.fresh(since: old.inputs)
    else { return nil }
    let changes = try rows.changes(after: old.position, atMost: Self.changesMax)
    guard changes.count < Self.changesMax else { return nil }
    self = fresh
    var touched = Touched()
    for change in changes { try touched.add(change.change, rows) }
    keys.formUnion(touched.all)
  }
}
