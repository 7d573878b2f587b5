/// Why a password is refused.
package enum PasswordFault: Hashable, Error {
  case tooShort(min: Int)
  case tooLong(max: Int)
  /// Whoever guesses tries it, or something like it, among the first.
  case common
  /// It is made of what others know of the person.
  case personal
}

/// What a password must be: long enough, and not among what everybody would try.
package enum PasswordRules {
  /// In characters, whatever they are made of.
  package static let lengths = 8...128
  /// A character may be made of many letters, but not all of them.
  package static let bytesMax = 1_024

  /// So many pieces that everybody knows are guessed as one is.
  private static let knownPiecesMax = 3

  package static func fault(
    of password: String, for contact: Contact?, name: String?
  ) -> PasswordFault? {
    guard password.utf8.count <= bytesMax, password.count <= lengths.upperBound else {
      return .tooLong(max: lengths.upperBound)
    }
    guard password.count >= lengths.lowerBound else { return .tooShort(min: lengths.lowerBound) }
    let letters = FoldedPassword(password)
    if isGuessed(letters, by: CommonPasswords.words) { return .common }
    let words = PersonalWords.of(contact, name: name)
    return isGuessed(letters, by: CommonPasswords.words.union(words)) ? .personal : nil
  }

  private static func isGuessed(_ password: FoldedPassword, by words: Set<[UInt32]>) -> Bool {
    password.isRepetitive || words.contains(password.core)
      || password.pieces(of: words) <= knownPiecesMax
  }
}

/// A password as whoever guesses sees it: in small letters, with digits and signs that stand for letters
/// taken as these.
struct FoldedPassword {
  /// What was typed, letter by letter.
  private let typed: [UInt32]
  /// The same with letters for what looks like them.
  private let spelled: [UInt32]

  /// A unit that is typed over and over is as long as this at most.
  private static let unitMax = 4
  private static let pieceMin = 3
  private static let runs =
    ["0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop"]
    + [
      "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    ]
    + ["1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1a2b3c4d5e6f7g8h9i", "a1b2c3d4e5f6g7h8i9"]
    + ["147258369", "1472583690", "741852963", "159357", "!@#$%^&*()_+", "~!@#$%^&*()_+"]
  /// Round and round, and backwards.
  private static let tracks: [[UInt32]] = runs.flatMap { run in
    let letters = run.unicodeScalars.map(\.value)
    return [letters + letters, (letters + letters).reversed()]
  }

  init(_ text: String) {
    typed = Self.folded(text)
    spelled = typed.map(Self.spelling)
  }

  static func folded(_ text: String) -> [UInt32] {
    text.lowercased().unicodeScalars.map { scalar in
      // Letters of full width are those of ASCII.
      (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    }
  }

  /// As words are kept: what stands for a letter and the letter are one.
  static func spelled(_ text: String) -> [UInt32] { folded(text).map(spelling) }

  private static func spelling(_ letter: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(letter) else { return letter }
    return (looks[scalar] ?? scalar).value
  }

  /// A one may be an i or an l, so these are one.
  private static let looks: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "i", "l": "i", "!": "i", "|": "i", "3": "e", "€": "e", "4": "a", "@": "a",
    "5": "s", "$": "s", "7": "t", "+": "t", "8": "b", "9": "g", "6": "g", "2": "z",
  ]

  /// One letter or a few, over and over.
  var isRepetitive: Bool {
    (1...Self.unitMax).contains { unit in
      typed.indices.dropFirst(unit).allSatisfy { typed[$0] == typed[$0 - unit] }
    }
  }

  /// Without the digits and signs that were put before it and after it.
  var core: [UInt32] {
    guard let first = typed.firstIndex(where: Self.isLetter),
      let last = typed.lastIndex(where: Self.isLetter)
    else { return spelled }
    return Array(spelled[first...last])
  }

  private static func isLetter(_ letter: UInt32) -> Bool {
    Unicode.Scalar(letter)?.properties.isAlphabetic ?? false
  }

  /// Into how few pieces it falls that are each a known word, a run, a year or a single letter.
  func pieces(of words: Set<[UInt32]>) -> Int {
    var fewest = [0]
    for end in 1...typed.count {
      var best = fewest[end - 1] + 1
      for start in stride(from: end - Self.pieceMin, through: 0, by: -1)
      where fewest[start] + 1 < best && isKnown(start..<end, words) {
        best = fewest[start] + 1
      }
      fewest.append(best)
    }
    return fewest[typed.count]
  }

  private func isKnown(_ range: Range<Int>, _ words: Set<[UInt32]>) -> Bool {
    range.count <= CommonPasswords.lettersMax && words.contains(Array(spelled[range]))
      || isYear(range) || isRun(range)
  }

  private func isYear(_ range: Range<Int>) -> Bool {
    let starts = ["19", "20"].map { $0.unicodeScalars.map(\.value) }
    return range.count == 4 && starts.contains(Array(typed[range].prefix(2)))
      && typed[range].allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isRun(_ range: Range<Int>) -> Bool {
    let piece = typed[range]
    if piece.allSatisfy({ $0 == piece.first }) { return true }
    return Self.tracks.contains { track in
      track.count / 2 >= piece.count && track.firstRange(of: piece) != nil
    }
  }
}
