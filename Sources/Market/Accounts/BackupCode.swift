/// What lets somebody in once who has lost the app: ten letters and digits in two groups, none of which
/// looks like another.
package struct BackupCode: Hashable, Sendable {
  /// How many are made at a time.
  package static let count = 10
  package static let length = 10
  private static let groupLength = 5
  /// However it was grouped, nobody types more.
  private static let typedBytesMax = 64

  /// Without the hyphen, in small letters.
  package let text: String

  package init(using random: inout some RandomNumberGenerator) {
    let letters = (0..<Self.length).map { _ in
      alphabet[Int.random(in: alphabet.indices, using: &random)]
    }
    text = String(decoding: letters, as: UTF8.self)
  }

  /// A new set, in which no two are alike.
  package static func set(using random: inout some RandomNumberGenerator) -> [BackupCode] {
    var codes: [BackupCode] = []
    while codes.count < count {
      let code = BackupCode(using: &random)
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  /// As somebody typed it: capitals, blanks and hyphens are as good. Nil for what is none.
  package init?(_ typed: String) {
    guard typed.utf8.count <= Self.typedBytesMax else { return nil }
    let letters = typed.lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isDash
    }
    let text = String(String.UnicodeScalarView(letters))
    guard text.utf8.count == Self.length, text.utf8.allSatisfy(alphabet.contains) else {
      return nil
    }
    self.text = text
  }
}

/// As it is shown and written down: `k7m2q-9xw4c`.
extension BackupCode: CustomStringConvertible {
  package var description: String {
    "\(text.prefix(Self.groupLength))-\(text.dropFirst(Self.groupLength))"
  }
}

/// Without 0, o, 1, i, l, and u, which a hand writes as it writes v.
private let alphabet = Array("23456789abcdefghjkmnpqrstvwxyz".utf8)
