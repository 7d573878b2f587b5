/// A language in which the market speaks, by its tag: `zh-CN`, `en`.
package struct Locale: Hashable, Comparable, Sendable {
  package static let chinese = Locale(unchecked: "zh-CN")
  package static let english = Locale(unchecked: "en")

  package static let bytesMax = 35

  package let tag: String

  private init(unchecked tag: String) { self.tag = tag }

  /// Nil unless the tag could be one: letters, digits and hyphens, a letter first.
  package init?(_ tag: String) {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard tag.utf8.count <= Self.bytesMax, let language = parts.first,
      (2...3).contains(language.count), language.allSatisfy(\.isLetter),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isLetter || $0.isDigit }
      })
    else { return nil }
    self.tag = tag
  }

  package static func < (left: Self, right: Self) -> Bool { left.tag < right.tag }
}

extension Locale: CustomStringConvertible {
  package var description: String { tag }
}

/// What people wrote, in each language in which they wrote it. An empty text is none.
package struct Localized: Hashable, Sendable {
  package private(set) var texts: [Locale: String]

  package init(_ texts: [Locale: String] = [:]) { self.texts = texts.filter { !$0.value.isEmpty } }

  package subscript(locale: Locale) -> String? {
    get { texts[locale] }
    set { texts[locale] = newValue?.isEmpty == true ? nil : newValue }
  }

  /// In a fixed order, so that what is made of it is the same each time.
  package var inOrder: [(locale: Locale, text: String)] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Localized: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral pairs: (Locale, String)...) {
    self.init(Dictionary(pairs) { _, last in last })
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
