/// Something wrong with a built site, and where.
package struct Fault: Hashable, Comparable, CustomStringConvertible, Sendable {
  /// The address of the page or file.
  package let page: String
  package let rule: Rule
  package let reason: String

  package static func < (left: Self, right: Self) -> Bool {
    (left.rule.rawValue, left.page, left.reason) < (right.rule.rawValue, right.page, right.reason)
  }

  package var description: String { "\(rule): \(page): \(reason)" }
}

package enum Rule: String, CaseIterable, Sendable {
  /// What is linked is there, under the address it has.
  case links
  case fragments
  /// Links away from the site say what they are.
  case rel
  /// What a page needs to be shown is there and is ours.
  case assets
  case unused
  /// Links lead from the front page to every page.
  case reach
  case canonical
  case hreflang
  /// One title, description and heading, of a fair length.
  case head
  /// No two pages of one language are listed under one title.
  case titles
  case language
  /// Open Graph and the cards of others.
  case preview
  /// Linked data says what the page shows.
  case facts
  case sitemap
  case robots
  case feeds
  case inline
  case pictures
  case forms
  case weight
  /// No word that a template or a program left behind.
  case words
  case buildTime
}
