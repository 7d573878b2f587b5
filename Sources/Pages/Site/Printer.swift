import Market
package import Theme

/// Prints pages one by one, as somebody asks for them: a theme, and the site in each of its languages.
package struct Printer: Sendable {
  /// One for each language of the site; the first is for those whose language is unknown.
  package let editions: [Edition]
  private let theme: LoadedTheme

  /// There is one edition at least.
  package init(_ theme: LoadedTheme, _ editions: [Edition]) {
    precondition(!editions.isEmpty, "a site has a language")
    self.theme = theme
    self.editions = editions
  }

  package func print<Page: View>(_ page: Page, in edition: Edition) -> [UInt8] {
    guard let template = theme.template(for: Page.self, in: edition.locale.tag) else {
      preconditionFailure("the theme was not loaded for \(Page.name)")
    }
    var output = Output(capacity: Self.bytesUsual)
    template.render(page, into: &output)
    return output.bytes
  }

  private static let bytesUsual = 1 << 15
}

/// What a page shows, for who hands it to a printer without knowing how views are made.
package typealias Printable = View
