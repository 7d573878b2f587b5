/// An address elsewhere that somebody shows to others.
package enum WebLink {
  package static let charactersMax = 300

  /// Whether it leads, by https, to a named place: no sign in it can end it early, and nothing before
  /// the place makes believe that it is another.
  package static func isFit(_ text: String) -> Bool {
    let scheme = "https://"
    guard text.utf8.count <= charactersMax, text.hasPrefix(scheme),
      text.utf8.allSatisfy(isOfAddress)
    else { return false }
    let host = text.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, !last.allSatisfy(isDigit) else {
      return false
    }
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.allSatisfy(isOfLabel)
        && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isOfLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"):
      true
    default: isDigit(byte)
    }
  }

  /// What is beyond ASCII comes as percents.
  private static func isOfAddress(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
  }
}
