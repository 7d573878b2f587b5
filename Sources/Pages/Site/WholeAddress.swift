package import Theme

extension Link {
  /// Scheme and host; nil for a path of this site.
  var origin: Substring? {
    guard isOutside else { return nil }
    var slashes = 0
    for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: "/") {
      slashes += 1
      if slashes == 3 { return text[..<index] }
    }
    return slashes == 2 ? text[...] : nil
  }

  private var isPath: Bool { text.utf8.first == UInt8(ascii: "/") }

  /// With scheme and host, as those who read a page elsewhere need it.
  package func whole(on page: Link) -> String {
    guard isPath, let origin = page.origin else { return text }
    return origin + text
  }

  fileprivate func lead(from origin: Substring?) -> Substring { isPath ? origin ?? "" : "" }
}

extension FactsWriter {
  /// The whole address of a page of the site that is there.
  mutating func link(_ key: StaticString, _ link: Link, from origin: Substring?) {
    text(key, link.lead(from: origin), link.text)
  }
}
