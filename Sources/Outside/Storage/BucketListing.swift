// What is in a bucket, page by page.
extension Bucket {
  /// So many names have been listed at once by every service there is.
  private static let pagesMax = 100_000

  /// Calls with the names that begin so, some at a time and in their order, without the folder of the
  /// bucket's own address.
  package func list(
    under start: String, _ each: ([String]) throws(BucketError) -> Void
  ) throws(BucketError) {
    let folder = address.prefix.isEmpty ? "" : "\(address.prefix)/"
    var token = ""
    for _ in 0..<Self.pagesMax {
      var query = [("list-type", "2"), ("prefix", folder + start)]
      if !token.isEmpty { query.append(("continuation-token", token)) }
      // They are signed in the order of their names.
      query.sort { $0.0 < $1.0 }
      let listing = try listing(query)
      let names = listing.names.filter { $0.hasPrefix(folder) }.map {
        String($0.dropFirst(folder.count))
      }
      if !names.isEmpty { try each(names) }
      guard let next = listing.next, next != token else { return }
      token = next
    }
  }
}

/// An answer to the question what is in a bucket.
struct BucketListing {
  let names: [String]
  /// Asks for what comes next; nil at the end.
  let next: String?

  init(_ body: [UInt8]) {
    let text = String(decoding: body, as: UTF8.self)
    names = Self.contents(of: "Key", in: text)
    let token = Self.contents(of: "NextContinuationToken", in: text).first
    next = token.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func contents(of element: String, in text: String) -> [String] {
    text.split(separator: "<\(element)>", omittingEmptySubsequences: false).dropFirst().map {
      ServiceText.plain(String($0.prefix { $0 != "<" }))
    }
  }
}
