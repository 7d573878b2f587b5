/// What a text is found by: the same for what is searched and for what is asked, so that both always
/// fit. Words of letters are folded; writing without blanks between its words gives each two characters
/// that stand side by side, and each character alone for who asks for one.
package enum SearchTokens {
  /// What is longer is found by its beginning.
  package static let scalarsMax = 32

  /// Each once, in the order in which they first stand there.
  package static func ofText(_ text: String) -> [String] { tokens(of: text, isAsked: false) }

  /// A single character counts only where it stands alone: pairs say more.
  package static func ofQuery(_ text: String) -> [String] { tokens(of: text, isAsked: true) }

  private static func tokens(of text: String, isAsked: Bool) -> [String] {
    var found = FoundTokens(isAsked: isAsked)
    for scalar in text.unicodeScalars { found.add(scalar) }
    found.endWord()
    found.endRun()
    return found.tokens
  }
}

/// Tokens as they come up, one character after the other.
private struct FoundTokens {
  let isAsked: Bool
  private(set) var tokens: [String] = []
  private var known: Set<String> = []
  /// A word of letters and digits, as far as it has been read.
  private var word = String.UnicodeScalarView()
  /// The signs right behind it, which are a part of `c++` and `c#`.
  private var signs = 0
  private var sign: Unicode.Scalar = "+"
  /// Characters of a writing without blanks.
  private var run: [Unicode.Scalar] = []

  init(isAsked: Bool) { self.isAsked = isAsked }

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isWrittenWithoutBlanks {
      endWord()
      return run.append(scalar)
    }
    switch Latin(scalar.value) {
    case .nothing: break
    case .letters(let letters):
      endRun()
      if signs > 0 { endWord() }
      for place in 0..<3 {
        let byte = UInt8(truncatingIfNeeded: letters >> (8 * UInt32(place)))
        if byte != 0 { word.append(Unicode.Scalar(byte)) }
      }
    case .gap: addBeyondLatin(scalar)
    }
  }

  private mutating func addBeyondLatin(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if !scalar.isASCII, properties.isAlphabetic || properties.numericType == .decimal {
      endRun()
      if signs > 0 { endWord() }
      word.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
    } else if let plain = scalar.signOfProgrammers, !word.isEmpty, signs == 0 || sign == plain {
      sign = plain
      signs += 1
    } else if !properties.isMark || word.isEmpty && run.isEmpty {
      endWord()
      endRun()
    }
  }

  mutating func endWord() {
    guard !word.isEmpty else { return }
    let isCode = sign == "+" ? signs == 2 : signs == 1 && word.count == 1
    let plain = String(String.UnicodeScalarView(word.prefix(SearchTokens.scalarsMax)))
    keep(
      isCode ? plain + String(repeating: Character(sign), count: signs) : plain.withoutPlural)
    word.removeAll(keepingCapacity: true)
    signs = 0
  }

  mutating func endRun() {
    guard !run.isEmpty else { return }
    if !isAsked || run.count == 1 { for each in run { keep(String(Character(each))) } }
    for (one, next) in zip(run, run.dropFirst()) {
      keep(String(String.UnicodeScalarView([one, next])))
    }
    run.removeAll(keepingCapacity: true)
  }

  private mutating func keep(_ token: String) {
    if known.insert(token).inserted { tokens.append(token) }
  }
}

extension Unicode.Scalar {
  /// Chinese characters, kana, bopomofo, hangul: between them a blank says nothing of words.
  fileprivate var isWrittenWithoutBlanks: Bool {
    switch value {
    case 0..<0x3005: false
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x312F: true
    case 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// In `c++` and `c#`, full-width ones too.
  fileprivate var signOfProgrammers: Unicode.Scalar? {
    switch self {
    case "+", "\u{FF0B}": "+"
    case "#", "\u{FF03}": "#"
    default: nil
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}

extension String {
  /// An English plural finds the singular and the other way round. Words that only look like one lose
  /// their end too, in the text as in the question.
  fileprivate var withoutPlural: String {
    let bytes = utf8
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s"), bytes.allSatisfy({ $0 < 0x80 }) else {
      return self
    }
    if hasSuffix("ies"), bytes.count > 4 { return dropLast(3) + "y" }
    return hasSuffix("ss") || hasSuffix("us") || hasSuffix("is") ? self : String(dropLast())
  }
}
