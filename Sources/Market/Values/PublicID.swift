/// An identity to show the world: 120 random bits as 24 characters that cannot be misread.
///
/// Nobody can guess another one from it, and it fits an address, a file name and a phone call:
/// lower case, without the letters i, l, o and u.
package struct PublicID<Entity>: Hashable, Sendable {
  package static var length: Int { 24 }

  package let text: String

  package init(using random: inout some RandomNumberGenerator) {
    let letters = (0..<Self.length).map { _ in
      alphabet[Int.random(in: alphabet.indices, using: &random)]
    }
    text = String(decoding: letters, as: UTF8.self)
  }

  /// Of nothing: it stands where what was sent is no identity at all, and is never drawn.
  package static var nothing: Self { Self(drawn: String(repeating: "0", count: length)) }

  private init(drawn text: String) { self.text = text }

  /// Nil unless `text` is one that `init(using:)` could have made.
  package init?(_ text: String) {
    guard text.utf8.count == Self.length, text.utf8.allSatisfy(alphabet.contains) else {
      return nil
    }
    self.text = text
  }
}

extension PublicID: CustomStringConvertible {
  package var description: String { text }
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
