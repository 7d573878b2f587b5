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
    let words = CommonPasswords.words.with(PersonalWords.of(contact, name: name))
    return isGuessed(letters, by: words) ? .personal : nil
  }

  private static func isGuessed(_ password: FoldedPassword, by words: KnownWords) -> Bool {
    password.isRepetitive || words.contains(password.core)
      || password.pieces(of: words) <= knownPiecesMax
  }
}

/// Words as `FoldedPassword` spells them.
struct KnownWords {
  private let words: Set<[UInt32]>
  /// How long they are.
  let lengths: [Int]

  init(_ texts: [String]) { self.init(spelled: Set(texts.map(FoldedPassword.spelled))) }

  private init(spelled words: Set<[UInt32]>) {
    self.words = words
    lengths = Set(words.map(\.count)).sorted()
  }

  func with(_ texts: [String]) -> KnownWords {
    KnownWords(spelled: words.union(texts.map(FoldedPassword.spelled)))
  }

  func contains(_ letters: [UInt32]) -> Bool { words.contains(letters) }
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
  private static let runMin = 3
  private static let yearLength = 4
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

  /// Where on the tracks each letter is.
  private static let places: [UInt32: [(track: Int, index: Int)]] = {
    let all = tracks.enumerated().flatMap { track, letters in
      letters.enumerated().map { (letter: $1, track: track, index: $0) }
    }
    return Dictionary(grouping: all, by: \.letter).mapValues { $0.map { ($0.track, $0.index) } }
  }()

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
  func pieces(of words: KnownWords) -> Int {
    var fewest = Array(0...typed.count)
    for start in typed.indices {
      let next = fewest[start] + 1
      for length in [1] + knownLengths(from: start, words) {
        fewest[start + length] = min(fewest[start + length], next)
      }
    }
    return fewest[typed.count]
  }

  private func knownLengths(from start: Int, _ words: KnownWords) -> [Int] {
    let left = typed.count - start
    let ofWords = words.lengths.prefix { $0 <= left }.filter {
      words.contains(Array(spelled[start..<start + $0]))
    }
    let run = runLength(from: start)
    return ofWords + (run < Self.runMin ? [] : Array(Self.runMin...run))
      + (isYear(from: start) ? [Self.yearLength] : [])
  }

  private func isYear(from start: Int) -> Bool {
    let digits = typed[start...].prefix(Self.yearLength)
    let starts = ["19", "20"].map { $0.unicodeScalars.map(\.value) }
    return digits.count == Self.yearLength && starts.contains(Array(digits.prefix(2)))
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// How far it goes on along the keys or the alphabet, or with the same letter.
  private func runLength(from start: Int) -> Int {
    let rest = typed[start...]
    let same = rest.prefix { $0 == rest.first }.count
    let places = rest.first.flatMap { Self.places[$0] } ?? []
    return places.reduce(same) { longest, place in
      let track = Self.tracks[place.track][place.index...].prefix(
        Self.tracks[place.track].count / 2)
      return max(longest, zip(rest, track).prefix { $0 == $1 }.count)
    }
  }
}
