import Testing
import Theme

@Suite struct MessageFaultTests {
  /// Each fault as `line:column: found … | expected …`.
  private func told(_ bytes: [UInt8]) -> [String] {
    MessageFile(SourceFile(path: "gig.txt", bytes: bytes)).faults.map {
      let names = $0.available.isEmpty ? "" : " of \($0.available.joined(separator: " "))"
      return "\($0.place.line):\($0.place.column) \($0.found) | \($0.expected)\(names)"
    }
  }

  private func told(_ text: String) -> [String] { told(Array(text.utf8)) }

  @Test(arguments: [
    ("gig.a", "1:1 “gig.a” | a line “key = message”"),
    (
      "  gig.a = b",
      "1:3 a line that begins with a space under no message | a message in the line above it"
    ),
    (
      "gig.a = b\n\n  c",
      "3:3 a line that begins with a space under no message | a message in the line above it"
    ),
    (
      "gig.a = b\n# c\n  d",
      "3:3 a line that begins with a space under no message | a message in the line above it"
    ),
    ("gig.a =", "1:8 no words | a message after ="),
    ("gig = b", "1:1 the key “gig” | words joined by points, such as gig.unread"),
    ("Gig.a = b", "1:1 the key “Gig.a” | words joined by points, such as gig.unread"),
    ("gig..a = b", "1:1 the key “gig..a” | words joined by points, such as gig.unread"),
    ("gig.a-b = b", "1:1 the key “gig.a-b” | words joined by points, such as gig.unread"),
    (
      " = b\n= b",
      "1:2 a line that begins with a space under no message | a message in the line above it;2:1 the key “” | words joined by points, such as gig.unread"
    ),
    ("site.a = b", "1:1 the key “site.a” | one that begins with the name of the file: gig.…"),
    ("gig.a = b\ngig.a = c", "2:1 the key “gig.a” again | it only in line 1"),
    ("\u{FEFF}gig.a = b", "1:1 a byte order mark | UTF-8 without it"),
    (
      "gig.a = b\u{0}c\u{7F}",
      "1:10 the control character 0x00 | text;1:12 the control character 0x7F | text"
    ),
  ])
  func `a line that cannot be meant is told`(text: String, fault: String) {
    #expect(told(text) == fault.split(separator: ";").map(String.init))
  }

  @Test(arguments: [
    ("}", "1:9 a } that closes nothing | }} for the sign itself"),
    ("评价 }", "1:12 a } that closes nothing | }} for the sign itself"),
    (
      "e\u{301}} {",
      "1:10 a } that closes nothing | }} for the sign itself;1:12 { that nothing closes | a name such as {count}, or {{ for the sign itself"
    ),
    ("{}", "1:10 “}” | a name such as {count}, or {{ for the sign itself"),
    (
      "{Name} {",
      "1:10 “Name” | a name such as {count}, or {{ for the sign itself;1:16 { that nothing closes | a name such as {count}, or {{ for the sign itself"
    ),
    ("{name", "1:9 { that nothing closes | } or a comma after “name”"),
    ("{name x}", "1:15 “x” | } or a comma after “name”"),
    ("{name,}", "1:15 “}” | how it is written"),
    (
      "{n, numbr}",
      "1:13 “numbr” | how “n” is written of number compact day figure list moment money month plural price select"
    ),
    (
      "{n, text}",
      "1:13 “text” | how “n” is written of compact day figure list moment money month number plural price select"
    ),
    ("{n, number, x}", "1:19 “,” | } after “number”"),
    ("{n, day} {n, number}", "1:19 “n” as a number | a day, as it is before"),
    ("{n} <n>a</n>", "1:14 “n” as words in an element | text, as it is before"),
    (
      "{s, select, a {}} {s, select, b {} other {}}",
      "1:28 “s” as one of b, other | one of a, as it is before"
    ),
  ])
  func `a placeholder that cannot be meant is told`(text: String, fault: String) {
    #expect(told("gig.a = \(text)") == fault.split(separator: ";").map(String.init))
  }

  @Test(arguments: [
    ("{n, plural}", "1:9 a plural without “other” | other {…};1:19 “}” | a comma"),
    ("{n, plural, one {a}}", "1:9 a plural without “other” | other {…}"),
    (
      "{n, plural, ones {a} other {b}}",
      "1:21 “ones” | a number such as =0, or a category of one few many other two zero"
    ),
    (
      "{n, plural, =x {a} other {b}}",
      "1:21 “=x” | a number such as =0, or a category of few many one other two zero"
    ),
    (
      "{n, plural, =12345678901234567890 {a} other {b}}",
      "1:21 “=12345678901234567890” | a number such as =0, or a category of few many one other two zero"
    ),
    (
      "{n, plural, =1 {a} =1 {b} other {c} other {d}}",
      "1:28 “=1” again | it once;1:45 “other” again | it once"
    ),
    ("{n, plural, offset:1 other {a}}", "1:21 “offset:1” | a name and its words: offset:1 {…}"),
    ("{n, plural, {a} other {b}}", "1:21 { | the name of what stands in it: other {…}"),
    ("{n, plural, other {a}", "1:9 { that nothing closes | }"),
    ("{n, plural, other {a {b}", "1:27 { of “other” that nothing closes | }"),
    ("{s, select, }", "1:9 a select without cases | a case such as paid {…}"),
    (
      "{s, select, a! {x} b {} b {}}",
      "1:21 “a!” | the name of a case: letters, digits and hyphens;1:33 “b” again | it once"
    ),
    ("<b>a", "1:9 <b> that nothing closes | </b>"),
    ("a</b>", "1:10 </b> | <b> before it"),
    ("a < b", "1:11 “<” | <name>…</name>, or << for the sign itself"),
    ("<b class>a", "1:9 “<b” | <name>…</name>, or << for the sign itself"),
    ("<a>x</b>", "1:13 “</b>” | </a>"),
    ("<a><b>x</a>", "1:12 <b> that nothing closes | </b>"),
    (
      "{n, plural, other {<a>x}}</a>",
      "1:28 <a> that nothing closes | </a>;1:34 </a> | <a> before it"
    ),
  ])
  func `a branch or an element that cannot be meant is told`(text: String, fault: String) {
    #expect(told("gig.a = \(text)") == fault.split(separator: ";").map(String.init))
  }

  @Test func `all faults of a file are told, in their order`() {
    let text = """
      # A file with many faults.
      gig.a = {x
      gig.b = 您好 }，{Y}
        和 <b>{z, plral} </i>
        。
      nonsense
        and more of it
      gig.b = again
      site.c = elsewhere
      gig.d = fine
      gig.e = {n, plural, one {#}}
      """
    #expect(
      told(text).map { $0.prefix { $0 != "|" }.dropLast() } == [
        "2:9 { that nothing closes", "3:12 a } that closes nothing", "3:15 “Y”",
        "4:12 “plral”", "4:19 “</i>”", "6:1 “nonsense”", "8:1 the key “gig.b” again",
        "9:1 the key “site.c”", "11:9 a plural without “other”",
      ])
  }

  @Test func `what is not UTF-8 is told, and the rest is read`() {
    let bytes =
      Array("gig.a = 您".utf8) + [0xFF, 0xC3] + Array("b\n".utf8)
      + Array("gig.b = \u{E9}".utf8).dropLast() + Array("\ngig.c = {".utf8)
    #expect(
      told(bytes).map { $0.prefix { $0 != "|" }.dropLast() } == [
        "1:10 the byte 0xFF", "2:9 the byte 0xC3", "3:9 { that nothing closes",
      ])
  }

  @Test func `nothing is read beyond the limits`() {
    let large = told([UInt8](repeating: UInt8(ascii: "a"), count: MessageFile.bytesMax + 1))
    #expect(large == ["1:1 \(MessageFile.bytesMax + 1) bytes | at most \(MessageFile.bytesMax)"])
    let long = told("gig.a = " + String(repeating: "a", count: MessageFile.messageBytesMax + 1))
    #expect(long.count == 1 && long[0].hasPrefix("1:9 a message of"))
    let deep = String(repeating: "<a>", count: 9) + String(repeating: "</a>", count: 9)
    #expect(told("gig.a = \(deep)") == ["1:33 more than 8 levels, one in the other | at most 8"])
    let eight = String(repeating: "<a>", count: 8) + String(repeating: "</a>", count: 8)
    #expect(told("gig.a = \(eight)").isEmpty)
    let branches = String(repeating: "{n, plural, other {", count: 3_000)
    #expect(told("gig.a = \(branches.prefix(8_000))").count == 1)
    let name = String(repeating: "a", count: 65)
    #expect(told("gig.a = {\(name)}").count == 1)
    #expect(told("gig.\(name) = a").count == 1)
  }

  @Test func `of very many faults the first are told and the others counted`() {
    let all = told(String(repeating: "x\n", count: 1_000))
    #expect(all.count == 501)
    #expect(all.last == "500:1 500 more faults | those above to be mended first")
  }
}
