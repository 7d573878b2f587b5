/// What a language is: its folder's name, and what `locale.txt` in it says.
package struct LocaleInfo: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable, CaseIterable {
    case ltr, rtl
  }

  package static let file = "locale.txt"
  package static let tagBytesMax = 35

  package let tag: String
  /// As the language calls itself.
  package let name: String
  /// As search engines are told it.
  package let hreflang: String
  package let direction: Direction
  /// As those who preview links are told it: `zh_CN`.
  package let openGraph: String

  /// Without `openGraph` it is what follows from the tag.
  package init(
    tag: String, name: String, hreflang: String, direction: Direction = .ltr,
    openGraph: String? = nil
  ) {
    self.tag = tag
    self.name = name
    self.hreflang = hreflang
    self.direction = direction
    self.openGraph = openGraph ?? LanguageTag.openGraph(tag)
  }

  /// The file that says this.
  package func source(path: String) -> SourceFile {
    let isUsual = openGraph == LanguageTag.openGraph(tag)
    return SourceFile(
      path: path,
      "name = \(name)\nhreflang = \(hreflang)\ndirection = \(direction.rawValue)\n"
        + (isUsual ? "" : "openGraph = \(openGraph)\n"))
  }

  /// A language, a script and a region, each in its usual case: `zh-CN`, `sr-Latn`, `es-419`.
  package static func isTag(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard tag.utf8.count <= tagBytesMax, let language = parts.first,
      (2...3).contains(language.count), language.allSatisfy(MessageSign.isSmall)
    else { return false }
    var rest = parts.dropFirst()
    if let script = rest.first, isScript(script) { rest = rest.dropFirst() }
    if let region = rest.first, isRegion(region) { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// A language and a region in the form of Open Graph: `zh_CN`.
  static func isOpenGraph(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 2, (2...3).contains(parts[0].count) else { return false }
    return parts[0].allSatisfy(MessageSign.isSmall) && isRegion(parts[1])
  }

  private static func isScript(_ part: Substring.UTF8View.SubSequence) -> Bool {
    part.count == 4 && part.first.map(isCapital) == true
      && part.dropFirst().allSatisfy(MessageSign.isSmall)
  }

  private static func isRegion(_ part: Substring.UTF8View.SubSequence) -> Bool {
    part.count == 2 && part.allSatisfy(isCapital)
      || part.count == 3 && part.allSatisfy(MessageSign.isDigit)
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
