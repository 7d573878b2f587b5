/// Where pages lead to within the site, gathered as they are printed.
final class LinkFinder {
  private(set) var links: Set<String> = []

  func look(at page: UnsafeRawBufferPointer) {
    var place = page.startIndex
    while let quote = page[place...].firstIndex(of: UInt8(ascii: "\"")) {
      place = quote + 1
      let before = page[..<quote]
      guard Self.leads.contains(where: before.hasSuffix), place < page.endIndex,
        page[place] == UInt8(ascii: "/")
      else { continue }
      let link = page[place...].prefix { !Self.ends.contains($0) }
      links.insert(String(decoding: link, as: UTF8.self))
    }
  }

  private static let leads = [Array("href=".utf8), Array("src=".utf8)]
  /// What stands behind a path.
  private static let ends = Set("\"#?".utf8)
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
