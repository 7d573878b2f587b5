/// A sentence of the site in one language: words, and the places where values go.
package struct Message: Sendable {
  package let key: String
  package let place: Place
  package let parts: [Part]
  /// What it needs, by name.
  package let arguments: [String: Argument]

  package init(key: String, place: Place, parts: [Part], arguments: [String: Argument]) {
    self.key = key
    self.place = place
    self.parts = parts
    self.arguments = arguments
  }

  package indirect enum Part: Hashable, Sendable {
    case words(String)
    case value(String, Style)
    /// Exact numbers first, then the category of the number in this language; `other` is always there.
    case plural(String, exact: [Int: [Part]], categories: [PluralCategory: [Part]])
    /// By the name of a case; under nil what is for all the others.
    case select(String, [String?: [Part]])
    /// Words that the template puts into an element of its own, such as a link.
    case wrapped(String, [Part])
  }

  /// How a value is written.
  package enum Style: String, Hashable, Sendable, CaseIterable {
    case text, number, compact, figure, money, price, day, month, moment, list
  }

  /// What a template must bring for a name.
  package enum Argument: Hashable, Sendable {
    case text, number, figure, money, day, moment, list
    case select(cases: Set<String>, isOpen: Bool)
    case wrapper
  }
}

package enum PluralCategory: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  case zero, one, two, few, many, other
}
