/// What stands next to a mark of emphasis, as far as it decides whether the mark opens or closes.
struct Neighbour {
  let kind: Kind
  /// It belongs to a writing that puts no spaces between words, or to its signs.
  let isWide: Bool

  enum Kind {
    case space, letter
    /// A sign that begins something, ends something, or does neither.
    case opening, closing, sign
  }

  static let space = Neighbour(kind: .space, isWide: false)

  init(kind: Kind, isWide: Bool) {
    self.kind = kind
    self.isWide = isWide
  }

  init(_ scalar: Unicode.Scalar) {
    self.init(
      kind: scalar.isASCII ? Self.kind(ofASCII: scalar) : Self.kind(ofOther: scalar),
      isWide: scalar.isWide)
  }

  var isSign: Bool { kind != .space && kind != .letter }

  private static func kind(ofASCII scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    // The border of a cell ends words as a space does.
    case "\0"..." ", "|": .space
    case "(", "[", "{": .opening
    case ")", "]", "}", ",", ".", "!", "?", ":", ";": .closing
    case "0"..."9", "A"..."Z", "a"..."z", "\u{7F}": .letter
    default: .sign
    }
  }

  private static func kind(ofOther scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .spaceSeparator: .space
    case .openPunctuation, .initialPunctuation: .opening
    case .closePunctuation, .finalPunctuation: .closing
    case .otherPunctuation: pauses.contains(scalar) ? .closing : .sign
    case .dashPunctuation, .connectorPunctuation: .sign
    default: .letter
    }
  }

  private static let pauses = Set("。，、；：！？．｡､﹐﹑﹒﹔﹕﹖﹗︰".unicodeScalars)
}

extension Unicode.Scalar {
  /// Chinese, Japanese and Korean letters and signs, and the forms that are as wide as they.
  var isWide: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0x303F, 0x3040...0x4DBF, 0x4E00...0xA4CF: true
    case 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF: true
    case 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFFEF: true
    case 0x1AFF0...0x1B16F, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Chinese and Japanese; Korean has spaces between words.
  var isWrittenWithoutSpaces: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: false
    case 0x2014, 0x2018...0x201F, 0x2026: true
    default: isWide
    }
  }
}

extension ArraySlice<UInt8> {
  /// It could stand under the head of a table, in whatever quote or list.
  var isBorder: Bool {
    contains(UInt8(ascii: "-")) && contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
      && allSatisfy(" \t\u{B}\u{C}>*+.)0123456789|:-".utf8.contains)
  }
}

extension UInt8 {
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  var isASCIISign: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

extension [UInt8] {
  func scalar(at start: Int) -> Unicode.Scalar? {
    guard start < count else { return nil }
    var decoder = UTF8()
    var rest = self[start...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  func scalar(endingAt end: Int) -> Unicode.Scalar? {
    var start = end - 1
    while start > 0, end - start < 4, self[start].isContinuation { start -= 1 }
    return start >= 0 ? scalar(at: start) : nil
  }
}
