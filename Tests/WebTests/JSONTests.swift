import Testing
import Web

/// What is JSON and what is none.
@Suite struct JSONTests {
  static let good: [(String, JSON)] = [
    ("null", .null), (" true\n", true), ("\t\r\nfalse ", false), ("0", 0), ("-0", 0), ("-7", -7),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .number("9223372036854775808")),
    ("-9223372036854775809", .number("-9223372036854775809")),
    ("18446744073709551616", .number("18446744073709551616")),
    ("1.0", .number("1.0")), ("1e2", .number("1e2")), ("-0.50E-07", .number("-0.50E-07")),
    ("1e400", .number("1e400")), ("0e0", .number("0e0")), ("1E+2", .number("1E+2")),
    (#""""#, ""), (#""集市 é 😀""#, "集市 é 😀"), (#""\u96c6\u5E02""#, "集市"),
    (#""\ud83d\uDE00""#, "😀"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0001""#, "\u{1}"),
    ("\"\u{7F}\u{2028}\u{FFFE}\u{10FFFF}\"", "\u{7F}\u{2028}\u{FFFE}\u{10FFFF}"),
    ("[]", []), (" [ ] ", []), ("[1,[2,[]]]", [1, [2, []]]),
    ("{}", [:]), (#"{"b":1,"a":{"b":null}}"#, ["b": 1, "a": ["b": .null]]),
    (#"{"":0}"#, ["": 0]), (#"{"a":[],"b":[{}]}"#, ["a": [], "b": [[:]]]),
  ]

  @Test(arguments: good)
  func `a good text is read`(text: String, value: JSON) throws {
    #expect(try JSON(reading: Array(text.utf8)) == value)
  }

  static let bad: [(String, JSONFault.Reason, Int)] = [
    ("", .unfinished, 0), (" ", .unfinished, 1), ("[", .unfinished, 1), ("[1", .unfinished, 2),
    ("\"a", .unfinished, 2), (#"{"a""#, .unfinished, 4), (#"{"a":"#, .unfinished, 5),
    ("tru", .unfinished, 3), ("-", .unfinished, 1), ("1.", .syntax, 2), ("1e", .unfinished, 2),
    ("1e+", .syntax, 3),
    ("1 1", .somethingFollows, 2), ("[]]", .somethingFollows, 2), ("null,", .somethingFollows, 4),
    ("1\u{0}", .somethingFollows, 1), ("01", .somethingFollows, 1), ("0x1", .somethingFollows, 1),
    ("{}//", .somethingFollows, 2),
    ("True", .syntax, 0), ("nul1", .syntax, 0), ("NaN", .syntax, 0), ("Infinity", .syntax, 0),
    ("-Infinity", .syntax, 1), ("+1", .syntax, 0), (".5", .syntax, 0),
    ("-01", .somethingFollows, 2),
    ("1.e1", .syntax, 2), ("'a'", .syntax, 0), ("/* */1", .syntax, 0), ("\u{FEFF}1", .syntax, 0),
    ("[1,]", .syntax, 3), ("[,1]", .syntax, 1), ("[1 2]", .syntax, 3), ("[1}", .syntax, 2),
    (#"{"a":1,}"#, .syntax, 7), ("{a:1}", .syntax, 1), (#"{"a" 1}"#, .syntax, 5),
    ("{1:1}", .syntax, 1), (#"{"a":1 "b":2}"#, .syntax, 7),
    ("\"\n\"", .syntax, 1), ("\"\u{0}\"", .syntax, 1), ("\"\t\"", .syntax, 1),
    ("\u{A0}1", .syntax, 0), ("\u{B}1", .syntax, 0), (#""\x41""#, .syntax, 2),
    (#""\'""#, .syntax, 2), (#""\u12""#, .syntax, 5), (#""\uD83D""#, .syntax, 7),
    (#""\uDE00""#, .syntax, 7), (#""\uD83D\n""#, .syntax, 8), (#""\uD83D\uD83D""#, .syntax, 9),
    (#""\u0000""#, .nul, 7), (#"{"a\u0000b":1}"#, .nul, 10),
    ("1e99999999999", .tooLarge, 11),
    (#"{"a":1,"a":2}"#, .repeatedName, 9), (#"{"a":1,"\u0061":2}"#, .repeatedName, 14),
    (#"[{"":{"a":1},"":2}]"#, .repeatedName, 14),
  ]

  @Test(arguments: bad)
  func `any other text is refused, and where it is wrong`(
    text: String, reason: JSONFault.Reason, offset: Int
  ) {
    #expect(throws: JSONFault(reason, at: offset)) {
      try JSON(reading: Array(text.utf8))
    }
  }

  /// Not UTF-8: what is cut, too long, half of a pair, beyond the last, or never there.
  static let noTexts: [[UInt8]] = [
    [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE6, 0x9B],
    [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE, 0xFF],
  ]

  @Test(arguments: noTexts)
  func `a text or a name that is no text is refused`(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    for text in [
      [quote] + bytes + [quote], Array(#"{"a"#.utf8) + bytes + Array(#"":1}"#.utf8),
      Array(#"["\n"#.utf8) + bytes + Array(#"x"]"#.utf8), bytes,
    ] {
      #expect(throws: JSONFault.self) { try JSON(reading: text) }
    }
  }

  @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
  func `lists and objects within each other have a limit`(start: String, end: String) throws {
    func text(_ depth: Int) -> [UInt8] {
      let ends = (String(repeating: start, count: depth), String(repeating: end, count: depth))
      return Array("\(ends.0)1\(ends.1)".utf8)
    }
    let limit = JSON.depthMax
    #expect(try JSON(reading: text(limit)).bytes == text(limit))
    let fault = #expect(throws: JSONFault.self) { try JSON(reading: text(limit + 1)) }
    #expect(fault?.reason == .tooDeep)
    #expect(try JSON(reading: text(2), depthMax: 2).bytes == text(2))
    #expect(throws: JSONFault.self) { try JSON(reading: text(1), depthMax: 0) }
    #expect(try JSON(reading: text(0), depthMax: 0) == 1)
    // Far more than a stack could hold.
    #expect(throws: JSONFault.self) { try JSON(reading: text(1_000_000)) }
  }

  @Test func `names that look the same are two`() throws {
    let (one, other) = ("\u{E9}", "e\u{301}")
    #expect(one == other, "Swift takes them for the same")
    let value = try JSON(reading: Array(#"{"\#(one)":1,"\#(other)":2}"#.utf8))
    #expect(value[one] == 1 && value[other] == 2 && value["e"] == nil)
    #expect(JSON.text(one) != .text(other))
    #expect(JSON.object([.init(one, 1)]) != .object([.init(other, 1)]))
    #expect(Set([JSON.text(one), .text(other), .text(one)]).count == 2)
  }

  @Test func `a name is found twice among many`() throws {
    for count in [7, 8, 9, 10, 5_000] {
      let members = (0..<count).map { #""\#($0)":\#($0)"# }
      let value = try JSON(reading: Array("{\(members.joined(separator: ","))}".utf8))
      #expect(value.members?.map(\.name) == (0..<count).map(String.init))
      #expect(value["\(count - 1)"] == .integer(Int64(count - 1)))
      for again in [members[0], members[count / 2], members[count - 1]] {
        let fault = #expect(throws: JSONFault.self) {
          try JSON(reading: Array("{\(members.joined(separator: ",")),\(again)}".utf8))
        }
        #expect(fault?.reason == .repeatedName)
      }
    }
  }

  @Test func `long texts with escapes are whole`() throws {
    let text = String(repeating: "集市 \n \" ", count: 10_000)
    #expect(try JSON(reading: JSON.text(text).bytes) == .text(text))
    let value = JSON.object([.init(text, [.text(text)]), .init("", "")])
    #expect(try JSON(reading: value.bytes) == value)
  }

  @Test func `a value is what it is and nothing else`() {
    let values: [JSON] = [.null, true, 1, .number("1.5"), "a", [1], ["a": 1]]
    #expect(values.compactMap(\.flag) == [true])
    #expect(values.compactMap(\.integer) == [1])
    #expect(values.compactMap(\.text) == ["a"])
    #expect(values.compactMap(\.list) == [[1]])
    #expect(values.compactMap(\.members) == [[.init("a", 1)]])
    #expect(values.compactMap { $0["a"] } == [1])
    for (place, value) in values.enumerated() {
      #expect(values.firstIndex(of: value) == place)
    }
  }
}
