/// How long a text may be, in characters as a reader counts them.
package struct TextLimit: Hashable, Sendable {
  /// Marks pile up on a letter without end and are still one character. No language needs so many,
  /// and the largest emoji of a family needs fewer.
  package static let scalarsInCharacterMax = 16
  private static let bytesInScalarMax = 4

  package let charactersMax: Int

  package init(charactersMax: Int) { self.charactersMax = charactersMax }

  package enum Excess: Hashable, Sendable {
    /// So many characters more than may be.
    case characters(Int)
    /// So many bytes that its characters were not counted.
    case bytes(Int)
    /// Its character of this place, the first being 1, has more marks than any language writes.
    case marks(character: Int)
  }

  /// Nil when the text fits.
  package func excess(of text: String) -> Excess? {
    // Counting characters is slow; the size is known.
    let bytesMax = charactersMax * Self.scalarsInCharacterMax * Self.bytesInScalarMax
    guard text.utf8.count <= bytesMax else { return .bytes(text.utf8.count - bytesMax) }
    if text.unicodeScalars.allSatisfy(\.isPlain) {
      let count = text.unicodeScalars.count
      return count > charactersMax ? .characters(count - charactersMax) : nil
    }
    var count = 0
    for character in text {
      count += 1
      if character.unicodeScalars.count > Self.scalarsInCharacterMax {
        return .marks(character: count)
      }
    }
    return count > charactersMax ? .characters(count - charactersMax) : nil
  }

  package func allows(_ text: String) -> Bool { excess(of: text) == nil }
}

extension Unicode.Scalar {
  /// Letters of the usual alphabets and Chinese: each is one character, whatever stands beside it.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x0A, 0x20...0x7E, 0xC0...0x2FF, 0x2010...0x2027, 0x3001...0x3029, 0x4E00...0x9FFF,
      0xFF01...0xFF60:
      true
    default: false
    }
  }
}

extension GigLimits {
  package var title: TextLimit { TextLimit(charactersMax: titleCharactersMax) }
  package var summary: TextLimit { TextLimit(charactersMax: summaryCharactersMax) }
  package var description: TextLimit { TextLimit(charactersMax: descriptionCharactersMax) }
  package var tag: TextLimit { TextLimit(charactersMax: tagCharactersMax) }
  package var packageName: TextLimit { TextLimit(charactersMax: packageNameCharactersMax) }
  package var packageDescription: TextLimit {
    TextLimit(charactersMax: packageDescriptionCharactersMax)
  }
  package var feature: TextLimit { TextLimit(charactersMax: featureCharactersMax) }
  package var extraName: TextLimit { TextLimit(charactersMax: extraNameCharactersMax) }
  package var faqQuestion: TextLimit { TextLimit(charactersMax: faqQuestionCharactersMax) }
  package var faqAnswer: TextLimit { TextLimit(charactersMax: faqAnswerCharactersMax) }
  package var requirement: TextLimit { TextLimit(charactersMax: requirementCharactersMax) }
  package var requirementAnswer: TextLimit {
    TextLimit(charactersMax: requirementAnswerCharactersMax)
  }
}
