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
    head = Self.head(of: tag.utf8)
  }

  /// Nil unless the tag could be one: letters, digits and hyphens, a letter first.
  public init?(_ tag: String) {
    guard tag.utf8.count <= Self.bytesMax, Self.isTag(tag.utf8) else { return nil }
    self.init(unchecked: tag)
  }

  /// The same, without a text in between for those that nearly all are.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    switch (bytes.count, Self.head(of: bytes)) {
    case (Self.chinese.tag.utf8.count, Self.chinese.head): self = .chinese
    case (Self.english.tag.utf8.count, Self.english.head): self = .english
    default: self.init(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func head(of bytes: some Collection<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for byte in bytes.prefix(8) { head = head << 8 | UInt64(byte) }
    return head << UInt64(8 * max(0, 8 - bytes.count))
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
