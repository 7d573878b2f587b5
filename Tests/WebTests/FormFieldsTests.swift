import Testing
import Web

/// Forms and what stands behind the question mark of an address.
@Suite struct FormFieldsTests {
  static let good: [(String, [[String]])] = [
    ("", []), ("a=b", [["a", "b"]]), ("a", [["a", ""]]), ("a=", [["a", ""]]), ("=b", [["", "b"]]),
    ("a=b=c", [["a", "b=c"]]), ("a=1&b=2&a=3", [["a", "1"], ["b", "2"], ["a", "3"]]),
    ("&&a=1&", [["a", "1"]]), ("a+b=c+d%2B", [["a b", "c d+"]]),
    ("%61=%E9%9B%86%e5%b8%82", [["a", "集市"]]), ("a=集市", [["a", "集市"]]),
    ("a=%26%3D%25", [["a", "&=%"]]), ("a=1%0D%0A2%0A3%0D4%0d%0d%0a", [["a", "1\n2\n3\n4\n\n"]]),
    ("a=%F0%9F%98%80", [["a", "😀"]]), ("a=%2541", [["a", "%41"]]),
  ]

  @Test(arguments: good)
  func `names and values are read in their order`(text: String, pairs: [[String]]) throws {
    for fields in [try FormFields(query: text), try FormFields(body: Array(text.utf8))] {
      #expect(fields.pairs.map { [$0.name, $0.value] } == pairs)
      #expect(fields.names == pairs.map { $0[0] })
    }
  }

  static let bad: [(String, FormFault)] = [
    ("%", .badEscape(at: 0)), ("a=%4", .badEscape(at: 2)), ("a=b%4x", .badEscape(at: 3)),
    ("a=1&b%%41", .badEscape(at: 5)), ("a=%+1", .badEscape(at: 2)), ("a=%é", .badEscape(at: 2)),
    ("a=%00", .noText(at: 2)), ("%00", .noText(at: 0)), ("b=1&a=\u{0}", .noText(at: 6)),
    ("a=%C3", .noText(at: 2)), ("a=%C0%80", .noText(at: 2)), ("a=%ED%A0%80", .noText(at: 2)),
    ("a=%E9%9B&b=%86", .noText(at: 2)),
  ]

  @Test(arguments: bad)
  func `what is no text is refused`(text: String, fault: FormFault) {
    #expect(throws: fault) { try FormFields(query: text) }
    #expect(throws: fault) { try FormFields(body: Array(text.utf8)) }
  }

  @Test func `bytes that are no text are refused`() {
    #expect(throws: FormFault.noText(at: 2)) {
      try FormFields(body: [UInt8(ascii: "a"), UInt8(ascii: "="), 0xFF])
    }
  }

  @Test func `there is a limit to the pairs, and none to empty places`() throws {
    let most = String(repeating: "a&&", count: FormFields.pairsMax)
    #expect(try FormFields(query: most).pairs.count == FormFields.pairsMax)
    #expect(throws: FormFault.tooMany) { try FormFields(query: most + "b") }
  }

  @Test func `a name is found by its bytes`() throws {
    let fields = try FormFields(query: "a=1&%C3%A9=2&a=3&e%CC%81=4")
    #expect(fields["a"] == "1" && fields.values(of: "a") == ["1", "3"])
    #expect(fields["\u{E9}"] == "2" && fields.values(of: "e\u{301}") == ["4"])
    #expect(fields["b"] == nil && fields.values(of: "b").isEmpty && fields["A"] == nil)
  }

  static let segments: [(String, String?)] = [
    ("", ""), ("a", "a"), ("a%20b", "a b"), ("a+b", "a+b"), ("%e9%9b%86", "集"), ("%25", "%"),
    ("..", ".."), ("%2E", "."), ("%", nil), ("%4", nil), ("%zz", nil), ("%2F", nil), ("a%2fb", nil),
    ("a/b", nil), ("%00", nil), ("%FF", nil), ("%C0%AF", nil), ("集", "集"),
  ]

  @Test(arguments: segments)
  func `a part of a path is what it means`(segment: String, text: String?) {
    #expect(Percent.decoded(segment: segment) == text)
    #expect(Percent.decoded(segment: "/\(segment)".dropFirst()) == text)
  }
}
