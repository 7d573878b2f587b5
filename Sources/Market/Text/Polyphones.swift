/// Words in which a character sounds otherwise than it does alone.
package struct Polyphones: Sendable {
  /// Ordered by their first character, longer ones first.
  private var entries: [Word] = []
  /// For each character from U+4E00, one more than where its words begin; 0 for none.
  private var places = [UInt16](repeating: 0, count: 0xA000 - 0x4E00)

  struct Word: Sendable {
    /// The characters and their syllables; what is beyond the count is 0.
    var characters: SIMD4<UInt16>
    var syllables: SIMD4<UInt16>
    var count: Int
  }

  /// Reads lines like `行 hang 银行 行业`: a character, how it sounds, the words where it does.
  package init(_ list: String) {
    var found: [SIMD4<UInt16>: Word] = [:]
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard let character = parts[0].utf16.first, let syllable = Syllable(parts[1].utf8) else {
        preconditionFailure("No such syllable: \(line)")
      }
      for part in parts.dropFirst(2) {
        var word = Word(part)
        // A word of two such characters stands with each of them.
        word = found[word.characters] ?? word
        word.sound(character, as: syllable)
        found[word.characters] = word
      }
    }
    entries = found.values.sorted { ($0.characters[0], $1.count) < ($1.characters[0], $0.count) }
    for (place, word) in entries.enumerated().reversed() {
      places[Int(word.characters[0]) - 0x4E00] = UInt16(place + 1)
    }
  }

  /// The longest word with which a text begins.
  @inline(__always)
  func word(at text: Substring.UnicodeScalarView) -> Word? {
    guard let first = text.first?.value, 0x4E00..<0xA000 ~= first else { return nil }
    let place = Int(places[Int(first) - 0x4E00])
    return place == 0 ? nil : longest(from: place - 1, in: text)
  }

  private func longest(from place: Int, in text: Substring.UnicodeScalarView) -> Word? {
    var ahead = SIMD4<UInt16>()
    for (place, scalar) in text.prefix(4).enumerated() {
      ahead[place] = UInt16(exactly: scalar.value) ?? 0
    }
    return entries[place...].prefix { $0.characters[0] == ahead[0] }.first { word in
      ahead.replacing(with: 0, where: word.characters .== 0) == word.characters
    }
  }
}

extension Polyphones.Word {
  fileprivate init(_ text: Substring) {
    characters = SIMD4()
    syllables = SIMD4()
    count = text.utf16.count
    precondition(1...4 ~= count, "A word has up to four characters: \(text)")
    for (place, character) in text.utf16.enumerated() {
      guard let usual = Syllable(of: UInt32(character)) else {
        preconditionFailure("No Chinese word: \(text)")
      }
      characters[place] = character
      syllables[place] = usual.number
    }
  }

  fileprivate mutating func sound(_ character: UInt16, as syllable: Syllable) {
    syllables.replace(with: syllable.number, where: characters .== character)
  }
}
