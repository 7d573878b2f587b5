/// What can be read without harm.
extension String {
  /// One line that says something: not blank, no control characters, no direction overrides.
  package func isLine(atMost limit: Int) -> Bool {
    TextLimit(charactersMax: limit).allows(self) && !isBlank
      && !unicodeScalars.contains { $0.isControl || $0.turnsDirection || $0.endsLine }
  }

  /// Text of several lines.
  package func isText(atMost limit: Int) -> Bool {
    TextLimit(charactersMax: limit).allows(self) && !isBlank
      && !unicodeScalars.contains { $0.isControl && $0 != "\n" || $0.turnsDirection }
  }

  /// There is something in it that no reader sees, but for what joins letters or chooses their shape.
  package var hidesSomething: Bool {
    unicodeScalars.contains {
      $0.properties.isDefaultIgnorableCodePoint && !$0.joinsOrShapes
        || $0.properties.isNoncharacterCodePoint || (0xFFF9...0xFFFB).contains($0.value)
    }
  }

  /// Nothing of it can be seen.
  package var isBlank: Bool { unicodeScalars.allSatisfy(\.isInvisible) }
}

extension Unicode.Scalar {
  /// Or says nothing at all, and never will.
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || properties.isNoncharacterCodePoint
  }

  /// As a line feed does, for who lays out the text.
  fileprivate var endsLine: Bool { value == 0x2028 || value == 0x2029 }

  fileprivate var joinsOrShapes: Bool {
    value == 0x200C || value == 0x200D || properties.isVariationSelector
  }

  /// White space, joiners, fillers, and the empty pattern of braille.
  fileprivate var isInvisible: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value == 0x2800
  }

  /// They can make a text read otherwise than it is written, beyond its own borders.
  fileprivate var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
