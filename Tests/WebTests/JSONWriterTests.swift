import Glibc
import Proving
import Testing
import Web

/// How values are written, and whether others read the same.
@Suite struct JSONWriterTests {
  static let values: [(JSON, String)] = [
    (.null, "null"), (true, "true"), (false, "false"), (0, "0"), (-12, "-12"),
    (.integer(.min), "-9223372036854775808"), (.number("-1.50e+7"), "-1.50e+7"),
    (.number("0.5"), "0.5"), (.number("18446744073709551616"), "18446744073709551616"),
    ("", #""""#), ("集市 é 😀", #""集市 é 😀""#), ("</script>&", #""\u003c/script\u003e\u0026""#),
    ("\"\\/", #""\"\\/""#), ("\n\r\t\u{8}\u{0}\u{1F}\u{7F}", #""\n\r\t\u0008\u0000\u001f\u007f""#),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
    ("\u{2027}\u{202A}\u{2068}", "\"\u{2027}\u{202A}\u{2068}\""),
    ([], "[]"), ([1, [.null, "a"]], #"[1,[null,"a"]]"#), ([:], "{}"),
    (["b": 1, "a": ["<": []]], #"{"b":1,"a":{"\u003c":[]}}"#),
  ]

  @Test(arguments: values)
  func `a value is written without blanks`(value: JSON, text: String) throws {
    #expect(String(decoding: value.bytes, as: UTF8.self) == text)
  }

  @Test func `what is written is added to what is there`() {
    var bytes = Array("x".utf8)
    JSON.list([1]).write(into: &bytes)
    #expect(bytes == Array("x[1]".utf8))
  }

  @Test func `every sign is written so that it is read again`() throws {
    for first in stride(from: UInt32(1), through: 0x10FFFF, by: 0x400) {
      let scalars = (first..<first + 0x400).compactMap(Unicode.Scalar.init)
      let value = JSON.text(String(String.UnicodeScalarView(scalars)))
      #expect(try JSON(reading: value.bytes) == value)
      #expect(!value.bytes.contains { $0 < 0x20 || "<>&".utf8.contains($0) })
    }
  }

  /// A line has a text and what we make of it, as hexadecimal digits.
  private static let judge = """
    import json, sys
    class Number(str): pass
    def whole(text):
      return int(text) if -2**63 <= int(text) < 2**63 else Number(text)
    def broken(text):
      if abs(int(text.lower().partition('e')[2] or 0)) >= 2**31: raise ValueError('too large')
      return Number(text)
    def pairs(pairs):
      if len(dict(pairs)) < len(pairs): raise ValueError('twice')
      return ['object'] + pairs
    def constant(text): raise ValueError(text)
    def look(value):
      if isinstance(value, str):
        value.encode()
        if chr(0) in value: raise ValueError('nul')
      elif isinstance(value, (list, tuple)):
        for part in value: look(part)
    def read(text):
      try:
        value = json.loads(bytes.fromhex(text).decode(), object_pairs_hook=pairs,
          parse_int=whole, parse_float=broken, parse_constant=constant)
        look(value)
        return repr(value)
      except ValueError: return None
    good = 0
    for line in open(sys.argv[1]):
      text, ours = line.rstrip('\\n').split(' ')
      theirs = read(text)
      good += theirs is not None
      if theirs != (None if ours == '-' else read(ours) or 'unreadable'):
        print(bytes.fromhex(text), theirs, ours)
    print(good > 500)
    """

  @Test func `Python reads the same in what is made up`() throws {
    let folder = try TemporaryFolder()
    var dice = Seeded(20_261)
    var lines = ""
    for _ in 0..<3_000 {
      var text = Self.text(&dice, depth: 4)
      if Bool.random(using: &dice) { Self.spoil(&text, &dice) }
      let ours = (try? JSON(reading: text)).map { hexadecimal($0.bytes) } ?? "-"
      lines += "\(hexadecimal(text)) \(ours)\n"
    }
    let path = folder.file("texts")
    let file = try #require(fopen(path, "w"))
    fputs(lines, file)
    fclose(file)
    let told = try Command.run("python3", ["-c", Self.judge, path])
    #expect(told.output == "True\n", "seed 20261")
    #expect(told.code == 0, "\(told.errors)")
  }

  private static let words = [
    "", "a", "b", "集市", "é", "e\u{301}", "😀", "</", #"\n"#, #"\u00e9"#, #"\ud83d\ude00"#,
    #"\""#, #"\\"#, #"\/"#, "\u{2028}", #"\u2028"#, "\u{FFFF}",
  ]

  private static let numbers = [
    "0", "-0", "7", "-12", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "-9223372036854775809", "1.5", "-0.0", "1e5", "2E-3", "0.1e+400",
    "123456789012345678901234567890",
  ]

  private static func text(_ dice: inout Seeded, depth: Int) -> [UInt8] {
    func word() -> String {
      (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        words.randomElement(using: &dice) ?? ""
      }.joined()
    }
    let count = Int.random(in: 0...3, using: &dice)
    let blank = ["", "", " ", "\n\t "].randomElement(using: &dice) ?? ""
    let comma = Array(",\(blank)".utf8)
    switch Int.random(in: depth > 0 ? 0...6 : 3...6, using: &dice) {
    case 0:
      let parts = (0..<count).map { _ in text(&dice, depth: depth - 1) }
      return Array("[\(blank)".utf8) + parts.joined(separator: comma) + Array("\(blank)]".utf8)
    case 1, 2:
      let parts = (0..<count).map { _ in
        Array("\"\(word())\":\(blank)".utf8) + text(&dice, depth: depth - 1)
      }
      return Array("{\(blank)".utf8) + parts.joined(separator: comma) + Array("\(blank)}".utf8)
    case 3: return Array("\"\(word())\"".utf8)
    case 4: return Array((["null", "true", "false"].randomElement(using: &dice) ?? "").utf8)
    default: return Array((numbers.randomElement(using: &dice) ?? "").utf8)
    }
  }

  private static let harm: [UInt8] =
    Array("\"\\{}[],:0-.eEu +\u{0}\n\u{7F}dD8".utf8) + [0x80, 0xC3, 0xED, 0xA0, 0xFF]

  /// Takes a byte away, or puts one there.
  private static func spoil(_ text: inout [UInt8], _ dice: inout Seeded) {
    let place = Int.random(in: 0..<text.count, using: &dice)
    let byte = harm.randomElement(using: &dice) ?? 0
    switch Int.random(in: 0...2, using: &dice) {
    case 0: text.remove(at: place)
    case 1: text.insert(byte, at: place)
    default: text[place] = byte
    }
  }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
