extension String {
  /// What is longer is cut before a character and ends with “…”.
  package func shortened(to charactersMax: Int) -> String {
    guard charactersMax > 0 else { return "" }
    guard let end = end(ofFirst: charactersMax), end < endIndex else { return self }
    var kept = self[..<index(before: end)]
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// So many characters, or fewer.
  package func hasAtMost(_ charactersMax: Int) -> Bool {
    end(ofFirst: charactersMax).map { $0 == endIndex } ?? true
  }

  /// Where so many characters end. Nil when there are fewer.
  private func end(ofFirst count: Int) -> Index? {
    // No character is shorter than a byte.
    guard utf8.count >= count else { return nil }
    let plain = withBytes { $0.end(ofFirstPlain: count) }
    switch plain {
    case .at(let offset): return utf8.index(startIndex, offsetBy: offset)
    case .beyond: return nil
    case .unknown: return index(startIndex, offsetBy: count, limitedBy: endIndex)
    }
  }
}

private enum CharacterEnd {
  case at(Int)
  /// There are not so many.
  case beyond
  /// Only Unicode's tables can tell.
  case unknown
}

extension UnsafeBufferPointer<UInt8> {
  /// Where so many characters end, if all up to there and the next one are plain.
  fileprivate func end(ofFirstPlain characters: Int) -> CharacterEnd {
    var index = 0
    var left = characters
    while index < count {
      let length = lengthOfPlain(index)
      guard length > 0 else { return .unknown }
      if left == 0 { return .at(index) }
      index += length
      left -= 1
    }
    return left == 0 ? .at(count) : .beyond
  }

  /// How many bytes the character has if nothing can join it to what stands beside it: that holds
  /// for most of what is written in Latin letters and in Chinese. Else 0.
  private func lengthOfPlain(_ index: Int) -> Int {
    switch self[index] {
    case 0x20...0x7E, UInt8(ascii: "\n"), UInt8(ascii: "\t"): 1
    // U+00A0 to U+02FF.
    case 0xC2 where byte(after: index) >= 0xA0, 0xC3...0xCB: 2
    // From U+2010 to U+2027: dashes and quotation marks.
    case 0xE2 where byte(after: index) == 0x80 && (0x90...0xA7).contains(byte(after: index + 1)): 3
    // U+3000 to U+3FFF, but for the marks that join the sign before them.
    case 0xE3:
      switch (byte(after: index), byte(after: index + 1)) {
      case (0x80, 0xAA...0xAF), (0x82, 0x99...0x9A): 0
      default: 3
      }
    // U+4000 to U+9FFF.
    case 0xE4...0xE9: 3
    // U+FF00 to U+FF7F: the wide forms of ASCII.
    case 0xEF where (0xBC...0xBD).contains(byte(after: index)): 3
    default: 0
    }
  }
}
