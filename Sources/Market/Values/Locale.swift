/// A language in which the market speaks, by its tag: `zh-CN`, `en`.
public struct Locale: Hashable, Comparable, Sendable {
  public static let chinese = Locale(unchecked: "zh-CN")
  public static let english = Locale(unchecked: "en")

  public static let bytesMax = 35

  public let tag: String
  /// The first bytes of the tag as one number. Most tags have no others, so that two of them are
  /// compared at once.
  @usableFromInline let head: UInt64

  private init(unchecked tag: String) {
    self.tag = tag
    head =
      tag.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      << UInt64(8 * max(0, 8 - tag.utf8.count))
  }

  /// Nil unless the tag could be one: letters, digits and hyphens, a letter first.
  public init?(_ tag: String) {
    guard tag.utf8.count <= Self.bytesMax, Self.isTag(tag.utf8) else { return nil }
    self.init(unchecked: tag)
  }

  private static func isTag(_ bytes: String.UTF8View) -> Bool {
    var isLanguage = true
    var length = 0
    func isWhole() -> Bool { isLanguage ? (2...3).contains(length) : (1...8).contains(length) }
    for byte in bytes {
      if byte == UInt8(ascii: "-") {
        guard isWhole() else { return false }
        isLanguage = false
        length = 0
      } else {
        guard byte.isLetter || (!isLanguage && byte.isDigit) else { return false }
        length += 1
      }
    }
    return isWhole()
  }

  @inlinable public static func == (left: Self, right: Self) -> Bool {
    left.head == right.head && (left.isAllHead || left.tag == right.tag)
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.head == right.head ? !left.isAllHead && left.tag < right.tag : left.head < right.head
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(head)
    if !isAllHead { hasher.combine(tag) }
  }

  /// The tag is shorter than the number.
  @usableFromInline var isAllHead: Bool { head & 0xFF == 0 }
}

extension Locale: CustomStringConvertible {
  public var description: String { tag }
}

/// What people wrote, in each language in which they wrote it. An empty text is none.
package struct Localized: Hashable, Sendable {
  package private(set) var texts: ByLocale<String>

  package init(_ texts: ByLocale<String> = [:]) {
    self.texts = texts.contains { $0.value.isEmpty } ? texts.filter { !$0.value.isEmpty } : texts
  }

  package subscript(locale: Locale) -> String? {
    get { texts[locale] }
    set { texts[locale] = newValue?.isEmpty == true ? nil : newValue }
  }

  /// In a fixed order, so that what is made of it is the same each time.
  package var inOrder: [(locale: Locale, text: String)] {
    texts.map { ($0.key, $0.value) }
  }
}

extension Localized: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral pairs: (Locale, String)...) {
    self.init(ByLocale(pairs))
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
