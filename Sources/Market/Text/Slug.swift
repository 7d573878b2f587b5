/// The readable part of an address: a–z and 0–9, single hyphens between words.
package enum Slug {
  package static let bytesMax = 80

  /// Pinyin for Chinese, folded letters for Latin, cut between words at `bytesMax`.
  ///
  /// Empty when nothing of the text can be spelled, as with emoji or Korean alone: such a thing has
  /// its id for an address.
  package static func from(_ text: String) -> String {
    String(decoding: Spelling(of: text, bytesMax: bytesMax).bytes, as: UTF8.self)
  }

  /// Whether a slug that somebody chose may stand as it is.
  package static func isFit(_ slug: String) -> Bool {
    slug.utf8Span.span.withUnsafeBufferPointer(isFit)
  }

  package static func isFit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before = hyphen
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case hyphen where before != hyphen: break
      default: return false
      }
      before = byte
    }
    return before != hyphen && bytes.count <= bytesMax
  }

  private static let hyphen = UInt8(ascii: "-")
}
