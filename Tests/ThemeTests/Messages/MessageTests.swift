import Testing
import Theme

@Suite struct MessageTests {
  typealias Part = Message.Part

  private func message(_ text: String) throws -> Message {
    let file = MessageFile(SourceFile(path: "gig.txt", "gig.x = \(text)"))
    #expect(file.faults.isEmpty)
    return try #require(file.messages.first)
  }

  @Test(arguments: [
    ("No reviews yet", [Part.words("No reviews yet")]),
    ("  a  b \t", [.words("a  b")]),
    ("{name}", [.value("name", .text)]),
    ("by { name }!", [.words("by "), .value("name", .text), .words("!")]),
    ("{n, number} {n,compact}", [.value("n", .number), .words(" "), .value("n", .compact)]),
    ("{p, money}{p, price}", [.value("p", .money), .value("p", .price)]),
    ("{d, day}{d, month}", [.value("d", .day), .value("d", .month)]),
    ("{f, figure}{m, moment}", [.value("f", .figure), .value("m", .moment)]),
    ("{names, list}", [.value("names", .list)]),
    ("a = b", [.words("a = b")]),
    ("# is no. 1, 2 > 1", [.words("# is no. 1, 2 > 1")]),
    ("{{a}} << ##", [.words("{a} < ##")]),
    ("{{{name}}}", [.words("{"), .value("name", .text), .words("}")]),
    ("a <b>c {d}</b>", [.words("a "), .wrapped("b", [.words("c "), .value("d", .text)])]),
    ("<a><b>c</b></a>", [.wrapped("a", [.wrapped("b", [.words("c")])])]),
    ("<a></a>", [.wrapped("a", [])]),
  ])
  func `a message is words and placeholders`(text: String, parts: [Part]) throws {
    #expect(try message(text).parts == parts)
  }

  @Test func `a plural has exact numbers and categories, and # is its number`() throws {
    let parts = try message("{n, plural, =0 {none} =12 {a dozen} one {# ## {who}} other {#}}").parts
    #expect(
      parts == [
        .plural(
          "n", exact: [0: [.words("none")], 12: [.words("a dozen")]],
          categories: [
            .one: [.value("n", .number), .words(" # "), .value("who", .text)],
            .other: [.value("n", .number)],
          ])
      ])
  }

  @Test func `a select has cases, and other is for the rest`() throws {
    let parts = try message("{s, select, paid {yes #} in-work {} other {no}}").parts
    #expect(
      parts == [
        .select("s", ["paid": [.words("yes #")], "in-work": [], nil: [.words("no")]])
      ])
  }

  @Test func `what stands in each other keeps its number`() throws {
    let parts = try message(
      "{n, plural, other {{s, select, a {#} b {{m, plural, other {#<w>#</w>}}#}}}}"
    ).parts
    let inner = Part.plural(
      "m", exact: [:],
      categories: [.other: [.value("m", .number), .wrapped("w", [.value("m", .number)])]])
    #expect(
      parts == [
        .plural(
          "n", exact: [:],
          categories: [
            .other: [
              .select("s", ["a": [.value("n", .number)], "b": [inner, .value("n", .number)]])
            ]
          ])
      ])
  }

  @Test func `a closing brace inside a branch always closes`() throws {
    let parts = try message("{n, plural, other {{{ {x}}} }}").parts
    #expect(
      parts == [
        .plural("n", exact: [:], categories: [.other: [.words("{ "), .value("x", .text)]]),
        .words(" }"),
      ])
  }

  @Test func `a message names what it needs`() throws {
    let text = """
      {who} {n, number} {n, plural, other {#}} {p, price} {p, money} {d, month} {m, moment}
       {l, list} {f, figure} <w>{s, select, a {} b {}}</w>
       {o, select, a {} other {}} {o, select, b {} other {}}
      """
    #expect(
      try message(text).arguments == [
        "who": .text, "n": .number, "p": .money, "d": .day, "m": .moment, "l": .list,
        "f": .figure, "w": .wrapper, "s": .select(cases: ["a", "b"], isOpen: false),
        "o": .select(cases: ["a", "b"], isOpen: true),
      ])
  }

  @Test func `a message goes on in lines that begin with a space`() throws {
    let file = MessageFile(
      SourceFile(
        path: "gig.txt",
        """
        # For the reader.
        gig.a = By ordering
            you <t>accept
        \tthis</t>.
        gig.b =
          {n, plural,
            one {# thing}
            other {# things}}

        gig.c = 您下单，
          即表示“同意”
          本条款 {x}
          和 English
        """))
    #expect(file.faults.isEmpty)
    #expect(file.messages.map(\.key) == ["gig.a", "gig.b", "gig.c"])
    #expect(file.messages.map(\.place.line) == [2, 5, 10])
    #expect(
      file.messages[0].parts == [
        .words("By ordering you "), .wrapped("t", [.words("accept this")]), .words("."),
      ])
    #expect(
      file.messages[1].parts == [
        .plural(
          "n", exact: [:],
          categories: [
            .one: [.value("n", .number), .words(" thing")],
            .other: [.value("n", .number), .words(" things")],
          ])
      ])
    #expect(
      file.messages[2].parts == [
        .words("您下单，即表示“同意”本条款 "), .value("x", .text), .words(" 和 English"),
      ])
  }

  @Test func `lines may end as Windows ends them`() {
    let file = MessageFile(
      SourceFile(path: "gig.txt", "gig.a = a\r\n  b\r\n\r\n# c\r\ngig.b = d\r\n"))
    #expect(file.faults.isEmpty)
    #expect(file.messages.map(\.parts) == [[.words("a b")], [.words("d")]])
  }
}
