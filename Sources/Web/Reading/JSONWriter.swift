extension JSON {
  /// Without blanks; the same value is the same bytes. It may stand in a page, too: no sign in it
  /// means anything to HTML, and none ends a line of a script.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  package func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .flag(let flag): bytes += flag ? "true".utf8 : "false".utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let text):
      precondition(text.isNumber, "a number is written as JSON has it")
      bytes += text.utf8
    case .text(let text): Self.write(text, into: &bytes)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var written = 0
      for place in text.indices {
        guard let escape = escape(at: place, of: text) else { continue }
        bytes += text[written..<place]
        bytes += escape.text.utf8
        written = place + escape.length
      }
      bytes += text[written...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What is written instead of so many bytes.
  private static func escape(
    at place: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> (text: String, length: Int)? {
    switch text[place] {
    case 0xE2:
      // U+2028 and U+2029, which end lines. The text is UTF-8, so three bytes are there.
      guard text[place + 1] == 0x80, text[place + 2] | 1 == 0xA9 else { return nil }
      return (text[place + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#, 3)
    case UInt8(ascii: "\""): return (#"\""#, 1)
    case UInt8(ascii: "\\"): return (#"\\"#, 1)
    case UInt8(ascii: "\n"): return (#"\n"#, 1)
    case UInt8(ascii: "\r"): return (#"\r"#, 1)
    case UInt8(ascii: "\t"): return (#"\t"#, 1)
    case let byte where byte < 0x20 || byte == 0x7F || "<>&".utf8.contains(byte):
      return (#"\u00"# + (byte < 0x10 ? "0" : "") + String(byte, radix: 16), 1)
    default: return nil
    }
  }
}

extension String {
  /// As RFC 8259 has it.
  fileprivate var isNumber: Bool {
    var rest = utf8[...]
    func skip(_ signs: String) -> Bool {
      guard let first = rest.first, signs.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func skipDigits() -> Bool {
      let digits = rest.prefix { $0.isDigit }
      rest = rest[digits.endIndex...]
      return !digits.isEmpty
    }
    _ = skip("-")
    guard skip("0") || skipDigits() else { return false }
    if skip("."), !skipDigits() { return false }
    if skip("eE") {
      _ = skip("+-")
      if !skipDigits() { return false }
    }
    return rest.isEmpty
  }
}
