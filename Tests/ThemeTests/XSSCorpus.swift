import Testing

/// Texts that have broken the escaping of other programs, as `Fixtures/xss.txt` lists them: one a
/// line, with `\n` `\r` `\t` `\0` `\\`, `\u{202E}` for a character, `\xC0` for a byte, and
/// `\R{10000}a` for the next character so many times. A line that begins with `%%` is a heading.
enum XSSCorpus {
  static let bytes: [[UInt8]] = read().compactMap(decoded)
  /// As any reader of UTF-8 sees them: what is none is a replacement character.
  static let all: [String] = bytes.map { String(decoding: $0, as: UTF8.self) }

  private static func read() -> [Substring] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let bytes = Fixture.bytes("/\(folder)/Fixtures/xss.txt") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("%%") }
  }

  private static func decoded(_ line: Substring) -> [UInt8]? {
    var rest = line.unicodeScalars[...]
    var bytes: [UInt8] = []
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        bytes += String(scalar).utf8
        continue
      }
      guard let piece = escape(&rest) else {
        Issue.record("xss.txt: “\(line)” has an escape that nobody knows")
        return nil
      }
      bytes += piece
    }
    return bytes
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) -> [UInt8]? {
    switch rest.popFirst() {
    case "n": return [0x0A]
    case "r": return [0x0D]
    case "t": return [0x09]
    case "0": return [0x00]
    case "\\": return [0x5C]
    case "x":
      let digits = String(rest.prefix(2))
      rest = rest.dropFirst(2)
      return UInt8(digits, radix: 16).map { [$0] }
    case "u":
      return braced(&rest, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
    case "R":
      guard let count = braced(&rest, radix: 10), let scalar = rest.popFirst() else { return nil }
      return (0..<count).flatMap { _ in String(scalar).utf8 }
    default: return nil
    }
  }

  private static func braced(_ rest: inout Substring.UnicodeScalarView, radix: Int) -> UInt32? {
    guard rest.popFirst() == "{" else { return nil }
    let digits = String(rest.prefix { $0 != "}" })
    rest = rest.dropFirst(digits.unicodeScalars.count + 1)
    return UInt32(digits, radix: radix)
  }
}

@Suite struct XSSCorpusTests {
  @Test func `the corpus is read`() {
    #expect(XSSCorpus.all.count >= 220)
    #expect(XSSCorpus.all.contains("<script>alert(1)</script>"))
    #expect(XSSCorpus.all.contains { $0.count >= 10_000 })
    let twice = Dictionary(grouping: XSSCorpus.bytes) { $0 }.filter { $0.value.count > 1 }
    #expect(twice.keys.map { String(decoding: $0, as: UTF8.self) } == [])
  }
}
