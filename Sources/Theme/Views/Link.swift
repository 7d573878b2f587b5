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
    let isFit = text.withBytes { bytes in
      (1...Self.bytesMax).contains(bytes.count) && bytes.areOfAddress
        && (bytes.beginPath || Self.schemes.contains { bytes.begin(with: $0) })
    }
    guard isFit else { return nil }
    self.text = text
  }

  /// It leads away from this site.
  package var isOutside: Bool {
    text.withBytes { bytes in
      bytes.begin(with: "http:") || bytes.begin(with: "https:")
    }
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

extension UnsafeBufferPointer<UInt8> {
  /// No controls, spaces and backslashes.
  fileprivate var areOfAddress: Bool { first(of: .notOfAddress, from: 0) == count }

  /// A path of this site, or a place on this page. Two slashes would begin the name of another host.
  fileprivate var beginPath: Bool {
    switch first {
    case UInt8(ascii: "/"): count == 1 || self[1] != UInt8(ascii: "/")
    case UInt8(ascii: "#"), UInt8(ascii: "?"): true
    default: false
    }
  }

  /// In letters of any size.
  fileprivate func begin(with prefix: String) -> Bool {
    count >= prefix.utf8.count && zip(self, prefix.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}

extension ByteSet {
  fileprivate static let notOfAddress = ByteSet {
    $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\")
  }
}
