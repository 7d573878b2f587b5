internal import COpenSSL

/// Where pictures that we drew are found.
package enum Pictures {
  /// A cover is drawn anew when this changes, under another name: whoever has the old one keeps it.
  static let edition = "2"

  /// The path of a cover below the site's files, such as `covers/brand-0123456789abcdef.svg`: the
  /// same words of the same owner have the same name, so a page can name a cover that nobody has
  /// drawn yet.
  package static func name(of owner: String, category: String, title: String) -> String {
    var name = "covers/"
    name.reserveCapacity(name.utf8.count + slugBytesMax + 2 * digestBytes + 5)
    name += slug(category)
    name += "-"
    name += hexadecimal(sha256("\(edition)|\(owner)|\(category)|\(title)"))
    name += ".svg"
    return name
  }

  /// The same of a file of somebody, without its ending.
  package static func name(of owner: String, file digest: String) -> String {
    "media/" + hexadecimal(sha256("\(owner)|\(digest)"))
  }

  private static let slugBytesMax = 40
  /// How much of a digest is in a name.
  private static let digestBytes = 8

  /// Only to tell covers apart by eye, so what a file's name should not have is left out.
  private static func slug(_ category: String) -> String {
    let isFit = category.utf8.allSatisfy(isOfSlug)
    if isFit, (1...slugBytesMax).contains(category.utf8.count) { return category }
    let fit = category.utf8.filter(isOfSlug)
    return fit.isEmpty ? "cover" : String(decoding: fit.prefix(slugBytesMax), as: UTF8.self)
  }

  private static func isOfSlug(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // Fetched once and never changed; OpenSSL would look for it each time.
  nonisolated(unsafe) private static let method = EVP_MD_fetch(nil, "SHA256", nil)

  /// As much of it as is in a name, as one number.
  private static func sha256(_ text: String) -> UInt64 {
    var text = text
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      let isDone = text.withUTF8 {
        EVP_Digest($0.baseAddress, $0.count, digest.baseAddress, nil, method, nil) == 1
      }
      guard isDone else { preconditionFailure("OpenSSL has no SHA-256") }
      return digest.prefix(digestBytes).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    String(unsafeUninitializedCapacity: 2 * digestBytes) { letters in
      for place in 0..<2 * digestBytes {
        let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15
        letters[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 2 * digestBytes
    }
  }
}
