import Pages
package import Theme

/// What an operator makes a site of besides the market: the theme, the messages, the market's own words.
package struct Materials: Hashable, Sendable {
  /// The name of a folder of `themes`.
  package var theme: String
  package var themes: String
  package var locales: String
  package var content: String

  package init(theme: String, themes: String, locales: String, content: String) {
    self.theme = theme
    self.themes = themes
    self.locales = locales
    self.content = content
  }

  package func load() throws -> LoadedTheme {
    try LoadedTheme(forPagesOf: theme, in: themes, locales: locales)
  }

  /// Those that count for the site in a folder: of one that was brought back, its own.
  package func inForce(in output: String) -> Materials {
    guard Trees.areThere(in: output), let trees = try? Trees(in: output), let held = trees.held()
    else { return self }
    return Archive.materials(of: trees.path(held.number), theme: held.theme)
  }

  var folders: [String] { [themes, locales, content] }
}
