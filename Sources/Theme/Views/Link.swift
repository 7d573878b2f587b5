/// An address that a visitor can follow without harm: a path of this site, or an address in a
/// scheme that runs nothing. Whoever holds one need not look again.
package struct Link: FieldValue, Hashable {
  package static var kind: Kind { .link }
  package static let bytesMax = 2048
  package static let schemes = ["https:", "http:", "mailto:", "tel:"]

  package let text: String

  /// Nil when it is neither a path of this site nor an address in one of the schemes, or has
  /// characters that an address cannot have.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard (1...Self.bytesMax).contains(bytes.count),
      bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    let isHere =
      switch bytes.first {
      // Two slashes would begin the name of another host.
      case UInt8(ascii: "/"): bytes.dropFirst().first != UInt8(ascii: "/")
      case UInt8(ascii: "#"), UInt8(ascii: "?"): true
      default: false
      }
    guard isHere || Self.schemes.contains(where: { text.hasPrefixIgnoringCase($0) }) else {
      return nil
    }
    self.text = text
  }

  /// It leads away from this site.
  package var isOutside: Bool {
    text.hasPrefixIgnoringCase("http:") || text.hasPrefixIgnoringCase("https:")
  }
}

/// One picture in several widths.
package struct Sources: FieldValue, Hashable {
  package static var kind: Kind { .sources }

  package let all: [Source]

  package struct Source: Hashable, Sendable {
    package let link: Link
    package let width: Int

    package init(_ link: Link, width: Int) {
      self.link = link
      self.width = width
    }
  }

  package init(_ all: [Source]) { self.all = all }
}

extension String {
  fileprivate func hasPrefixIgnoringCase(_ prefix: String) -> Bool {
    utf8.count >= prefix.utf8.count
      && zip(utf8, prefix.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
