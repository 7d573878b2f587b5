internal import COpenSSL

/// Where pictures that we drew are found.
package enum Pictures {
  /// A cover is drawn anew when this changes, under another name: whoever has the old one keeps it.
  static let edition = "1"

  /// The path of a cover below the site's files, such as `covers/brand-0123456789abcdef.svg`: the
  /// same words have the same name, so a page can name a cover that nobody has drawn yet.
  package static func name(category: String, title: String) -> String {
    let digest = sha256("\(edition)|\(category)|\(title)")
    return "covers/\(slug(category))-\(hexadecimal(digest.prefix(8))).svg"
  }

  /// Only to tell covers apart by eye, so what a file's name should not have is left out.
  private static func slug(_ category: String) -> String {
    let fit = category.utf8.filter {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return fit.isEmpty ? "cover" : String(decoding: fit.prefix(40), as: UTF8.self)
  }

  private static func sha256(_ text: String) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let bytes = Array(text.utf8)
    guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else {
      preconditionFailure("OpenSSL has no SHA-256")
    }
    return digest
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
