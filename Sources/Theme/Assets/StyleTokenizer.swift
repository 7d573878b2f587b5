/// Cuts a style sheet into tokens. All tokens together are the sheet, byte by byte.
struct StyleTokenizer {
  private let bytes: [UInt8]
  private var at = 0
  private(set) var tokens: [StyleToken] = []
  private(set) var flaws: [Flaw] = []

  /// Neither needs anything but its own bytes, so that pieces can be cut too.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while at < bytes.count {
      let start = at
      let kind = next()
      tokens.append(StyleToken(kind: kind, text: bytes[start..<at], offset: start))
    }
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private mutating func next() -> StyleToken.Kind {
    guard let first = byte() else { return .sign }
    if first.isStyleSpace { return space() }
    if startsNumber { return number() }
    if startsName() { return nameLike() }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(until: first)
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): return comment()
    case UInt8(ascii: "#") where byte(1)?.isStyleName == true || isEscape(1):
      at += 1
      name()
      return .hash
    case UInt8(ascii: "@") where startsName(1):
      at += 1
      name()
      return .atName
    default: return sign(first)
    }
  }

  private mutating func sign(_ first: UInt8) -> StyleToken.Kind {
    at += 1
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): return .opening
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): return .closing
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: ","): return .comma
    default:
      let isOldComment =
        bytes[(at - 1)...].starts(with: Array("<!--".utf8))
        || bytes[(at - 1)...].starts(with: Array("-->".utf8))
      if isOldComment { flaw(at - 1, "a comment of HTML", "a comment of CSS, /* … */") }
      if first == UInt8(ascii: "\\") {
        flaw(at - 1, "“\\” at the end of a line", "a sign after it")
      }
      return .sign
    }
  }

  private mutating func space() -> StyleToken.Kind {
    while byte()?.isStyleSpace == true { at += 1 }
    return .space
  }

  private mutating func comment() -> StyleToken.Kind {
    let start = at
    at += 2
    while at < bytes.count {
      if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        at += 2
        return .comment
      }
      at += 1
    }
    flaw(start, "a comment without an end", "“*/”")
    return .comment
  }

  private mutating func string(until quote: UInt8) -> StyleToken.Kind {
    let start = at
    at += 1
    while let byte = byte(), byte != quote {
      if byte.isStyleBreak { break }
      at += byte == UInt8(ascii: "\\") ? 1 : 0
      // A break of two bytes is one break.
      at += self.byte() == UInt8(ascii: "\r") && self.byte(1) == UInt8(ascii: "\n") ? 2 : 1
    }
    at = min(at, bytes.count)
    if byte() == quote {
      at += 1
    } else {
      flaw(start, "a text without an end", "the quote that ends it on its line")
    }
    return .string
  }

  private mutating func nameLike() -> StyleToken.Kind {
    let start = at
    name()
    guard byte() == UInt8(ascii: "(") else { return .name }
    at += 1
    let word = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    guard word == "url(" else { return .function }
    var ahead = 0
    while byte(ahead)?.isStyleSpace == true { ahead += 1 }
    if byte(ahead) == UInt8(ascii: "\"") || byte(ahead) == UInt8(ascii: "'") { return .function }
    return address(from: start)
  }

  private mutating func address(from start: Int) -> StyleToken.Kind {
    var hasBegun = false
    var hasEnded = false
    while let byte = byte(), byte != UInt8(ascii: ")") {
      if byte.isStyleSpace {
        hasEnded = hasBegun
      } else {
        hasBegun = true
        if hasEnded || byte < 0x20 || byte == 0x7F || Array("\"'(".utf8).contains(byte) {
          flaw(start, "an address that quotes should stand around", "url(\"…\")")
        }
      }
      at += byte == UInt8(ascii: "\\") ? min(2, bytes.count - at) : 1
    }
    if byte() == nil { flaw(start, "an address without an end", "“)”") } else { at += 1 }
    return .address
  }

  private mutating func name() {
    while let byte = byte() {
      if byte.isStyleName {
        at += 1
      } else if isEscape() {
        escape()
      } else {
        return
      }
    }
  }

  private mutating func escape() {
    at += 1
    var digits = 0
    while digits < 6, byte()?.isHexadecimal == true {
      at += 1
      digits += 1
    }
    if digits == 0 {
      at += 1
    } else if byte() == UInt8(ascii: "\r"), byte(1) == UInt8(ascii: "\n") {
      at += 2
    } else if byte()?.isStyleSpace == true {
      at += 1
    }
  }

  private mutating func number() -> StyleToken.Kind {
    if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { at += 1 }
    digits()
    if byte() == UInt8(ascii: "."), byte(1)?.isDigit == true {
      at += 1
      digits()
    }
    if let exponent = byte(), exponent | 0x20 == UInt8(ascii: "e") {
      let hasSign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if byte(hasSign ? 2 : 1)?.isDigit == true {
        at += hasSign ? 2 : 1
        digits()
      }
    }
    if startsName() { name() } else if byte() == UInt8(ascii: "%") { at += 1 }
    return .number
  }

  private mutating func digits() {
    while byte()?.isDigit == true { at += 1 }
  }

  private mutating func flaw(_ offset: Int, _ found: String, _ expected: String) {
    if flaws.last?.offset != offset {
      flaws.append(Flaw(offset: offset, found: found, expected: expected))
    }
  }
}

extension StyleTokenizer {
  private var startsNumber: Bool {
    let hasSign = byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-")
    let start = hasSign ? 1 : 0
    return byte(start)?.isDigit == true
      || (byte(start) == UInt8(ascii: ".") && byte(start + 1)?.isDigit == true)
  }

  private func startsName(_ ahead: Int = 0) -> Bool {
    guard byte(ahead) == UInt8(ascii: "-") else {
      return byte(ahead)?.isStyleNameStart == true || isEscape(ahead)
    }
    return byte(ahead + 1) == UInt8(ascii: "-") || byte(ahead + 1)?.isStyleNameStart == true
      || isEscape(ahead + 1)
  }

  private func isEscape(_ ahead: Int = 0) -> Bool {
    guard byte(ahead) == UInt8(ascii: "\\"), let next = byte(ahead + 1) else { return false }
    return !next.isStyleBreak
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  fileprivate var isHexadecimal: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
  fileprivate var isStyleBreak: Bool { [0x0A, 0x0C, 0x0D].contains(self) }
  fileprivate var isStyleSpace: Bool { self == 0x20 || self == 0x09 || isStyleBreak }
  fileprivate var isStyleNameStart: Bool { isLetter || self == UInt8(ascii: "_") || self >= 0x80 }
  fileprivate var isStyleName: Bool { isStyleNameStart || isDigit || self == UInt8(ascii: "-") }
}
