package import Theme

extension Link {
  /// Scheme and host; nil for a path of this site.
  var origin: Substring? {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard isOutside, parts.count >= 3 else { return nil }
    return text[..<parts[2].endIndex]
  }

  /// With scheme and host, as those who read a page elsewhere need it.
  package func whole(on page: Link) -> String {
    guard text.utf8.first == UInt8(ascii: "/"), let origin = page.origin else { return text }
    return origin + text
  }
}
