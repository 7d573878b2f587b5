extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }

  /// May stand in a name of HTTP.
  var isTokenByte: Bool { isLetter || isDigit || "!#$%&'*+-.^_`|~".utf8.contains(self) }

  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  var isControl: Bool { self < 0x20 || self == 0x7F }

  var lowercased: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self }

  var hexDigit: UInt8? {
    switch lowercased {
    case let digit where digit.isDigit: digit - UInt8(ascii: "0")
    case let letter where UInt8(ascii: "a")...UInt8(ascii: "f") ~= letter:
      letter - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension Collection<UInt8> {
  var isToken: Bool { !isEmpty && allSatisfy(\.isTokenByte) }

  /// In small letters, as far as they are of ASCII; nil when this is not UTF-8.
  var lowercasedText: String? { String(validating: map(\.lowercased), as: UTF8.self) }
}

extension BidirectionalCollection<UInt8> {
  /// Without spaces and tabs at its ends.
  var trimmed: SubSequence {
    let start = drop(while: \.isBlank)
    guard let last = start.lastIndex(where: { !$0.isBlank }) else { return start }
    return start[...last]
  }
}
