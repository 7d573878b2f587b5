/// Chinese in toneless pinyin, ü written as v: what addresses, indexes and orders are made of.
package enum Pinyin {
  /// The words of a text: a syllable for each Chinese character, Latin words folded to ASCII.
  package static func syllables(of text: String, polyphones: Polyphones = .words) -> [String] {
    words(in: Spelling(of: text, polyphones: polyphones))
  }

  /// The same for the name of a person: 单, 仇 or 曾 sound otherwise as surnames.
  ///
  /// A surname is what at most two more Chinese characters follow; a longer name is a shop's.
  package static func syllables(ofName name: String) -> [String] {
    words(in: Spelling(ofName: name))
  }

  /// The letter A–Z under which an index lists a text, or "#".
  package static func initial(of text: String) -> Character {
    initial(in: Spelling(of: text, bytesMax: 1))
  }

  package static func initial(ofName name: String) -> Character {
    initial(in: Spelling(ofName: name, bytesMax: 1))
  }

  /// Texts in the order of their keys stand as in a Chinese index: by syllables first, Latin words
  /// among them, then by the text itself; what has no initial letter comes last.
  package static func sortKey(_ text: String) -> String {
    sortKey(of: text, as: Spelling(of: text))
  }

  package static func sortKey(ofName name: String) -> String {
    sortKey(of: name, as: Spelling(ofName: name))
  }
}

extension Pinyin {
  private static func words(in spelling: Spelling) -> [String] {
    spelling.bytes.split(separator: Spelling.separator).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func initial(in spelling: Spelling) -> Character {
    guard let first = spelling.bytes.first, isLetter(first) else { return "#" }
    return Character(Unicode.Scalar(first - 0x20))
  }

  private static func sortKey(of text: String, as spelling: Spelling) -> String {
    let hasInitial = spelling.bytes.first.map(isLetter) ?? false
    // A tilde sorts after all letters; a space before them and a tab before a space, so that a
    // shorter text precedes those that begin with it.
    let words = spelling.bytes.map { $0 == Spelling.separator ? UInt8(ascii: " ") : $0 }
    return (hasInitial ? "" : "~") + String(decoding: words, as: UTF8.self) + "\t" + text
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
  }
}
