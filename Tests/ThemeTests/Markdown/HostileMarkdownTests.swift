import Hostile
import Proving
import Testing
import Theme

@Suite struct HostileMarkdownTests {
  @Test func `no text of the corpus becomes more than it may`() {
    for source in XSSCorpus.all {
      for use in [Markdown.Use.people, .own] {
        let markup = Markdown.html(source, for: use).markup
        #expect(AllowedMarkup.fault(in: markup) == nil, "\(source)")
        check(ParsedHTML(fragment: markup), source)
      }
    }
  }

  /// What a parser sees is what is allowed, and the words are all there.
  private func check(_ parsed: ParsedHTML, _ source: String) {
    #expect(parsed.comments.isEmpty, "\(source)")
    for element in parsed.elements {
      let allowed = AllowedMarkup.attributes[element.name]
      #expect(allowed != nil, "\(element.name) in \(source)")
      for (name, value) in element.attributes {
        #expect(allowed?.contains(name) == true, "\(name) in \(source)")
        #expect(!name.hasPrefix("on"))
        if name == "href" { #expect(Address.isSafe(value), "\(value)") }
      }
    }
    let pictures = parsed.elements.compactMap { $0.name == "img" ? $0.attribute("alt") : nil }
    guard pictures.isEmpty else { return }
    let shown = parsed.text.filter { !$0.isWhitespace && !"☑☐".contains($0) }
    let words = Markdown.plain(source, atMost: .max).filter { !$0.isWhitespace }
    #expect(shown == words, "\(source)")
  }

  @Test(arguments: 0..<8)
  func `nothing that is made of pieces of the corpus does either`(seed: Int) {
    var random = Seeded(UInt64(seed) + 100)
    let pieces = XSSCorpus.bytes.filter { $0.count < 300 }
    let joints = [
      "\n", "\n\n", "**", "中", "：", " ", "|", "`", "](", "> ", "- ", "\n    ", "<", "&#",
    ]
    for _ in 0..<400 {
      var source: [UInt8] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let piece = pieces.randomElement(using: &random) ?? []
        let cut = Int.random(in: 0...piece.count, using: &random)
        source += Bool.random(using: &random) ? piece[..<cut] : piece[cut...]
        source += (joints.randomElement(using: &random) ?? "").utf8
      }
      if !source.isEmpty, Bool.random(using: &random) {
        source[Int.random(in: 0..<source.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let text = String(decoding: source, as: UTF8.self)
      for use in [Markdown.Use.people, .own] {
        let markup = Markdown.html(text, for: use).markup
        #expect(AllowedMarkup.fault(in: markup) == nil, "seed \(seed): \(text)")
      }
      #expect(Markdown.plain(text, atMost: 50).count <= 50, "seed \(seed): \(text)")
    }
  }

  @Test func `the strict reader is strict`() {
    for bad in [
      "<script>", "<p>", "</p>", "<p onclick=\"x\"></p>", "<a href=\"javascript:x\"></a>", "a > b",
      "&x", "<a href='/'></a>", "<p ></p>", "<a href=\"//x\"></a>", "<em><p></em></p>", "\u{202E}",
      "<img src=\"https://x\">", "<td class=\"a\" class=\"b\"></td>",
      "<a href=\"//\u{301}x\"></a>", "<img src=\"//\u{FE0F}x\">",
    ] {
      #expect(AllowedMarkup.fault(in: bad) != nil, "\(bad)")
    }
  }
}

@Suite struct MarkdownLimitTests {
  @Test func `what is too long is cut before a character`() {
    let text = String(repeating: "中", count: Markdown.peopleBytesMax)
    let parsed = ParsedHTML(fragment: text.markup(.people))
    #expect(parsed.text.unicodeScalars.count == Markdown.peopleBytesMax / 3)
    #expect(!parsed.text.contains("\u{FFFD}"))
  }

  @Test(arguments: ["> ", "- ", "1. ", ">", "* - + "])
  func `what is nested too deep keeps its words`(mark: String) {
    let markup = (String(repeating: mark, count: 1_000) + "deep").markup(.people)
    #expect(AllowedMarkup.fault(in: markup) == nil)
    #expect(markup.contains("deep"))
    #expect(markup.split(separator: "<blockquote>").count <= Markdown.depthMax)
  }

  @Test func `a table that is nested too deep keeps its words`() {
    let quote = String(repeating: "> ", count: 40)
    let markup = ["|a|b|", "|-|-|", "|c|d|"].map { quote + $0 }.joined(separator: "\n").markup(.own)
    #expect(AllowedMarkup.fault(in: markup) == nil)
    #expect(!markup.contains("<t") && markup.contains("d"))
  }

  @Test func `emphasis that is nested too deep keeps its words`() {
    let markup =
      (String(repeating: "*a **b ", count: 500) + String(repeating: "c** d* ", count: 500))
      .markup(.people)
    #expect(AllowedMarkup.fault(in: markup) == nil)
    #expect(ParsedHTML(fragment: markup).text.count { $0 == "d" } == 500)
  }

  @Test func `a text of too many parts ends whole`() {
    let markup = String(repeating: "- *a*\n", count: 40_000).markup(.own)
    #expect(AllowedMarkup.fault(in: markup) == nil)
    #expect(markup.hasSuffix("</ul>"))
  }

  @Test func `a wide table with many short lines is no table`() {
    let columns = String(repeating: "|a", count: 5_000)
    let borders = String(repeating: "|-", count: 5_000)
    let markup = "\(columns)\n\(borders)\n\(String(repeating: "b\n", count: 20_000))".markup(
      .people)
    #expect(!markup.contains("<table>"))
    #expect("|a|b|\n|-|-|\n|c|d|".markup(.people).contains("<table>"))
  }

  @Test(arguments: [">", "> ", "- ", "1. ", "*\t"])
  func `marks that begin a line have an end`(mark: String) {
    let count = Markdown.markColumnsMax + 10
    let text = "a\n\n" + String(repeating: mark, count: count) + "x\n" + "- - \(mark)y\n"
    let added = MarkdownSource.prepared(text).count - text.utf8.count
    #expect(added == 3)
    let markup = text.markup(.people)
    #expect(AllowedMarkup.fault(in: markup) == nil)
    #expect(markup.contains("x") && markup.contains("y"))
    let code = "```\n\(String(repeating: mark, count: count))\n```\n"
    #expect(
      ParsedHTML(fragment: code.markup(.own)).text.utf8.count { $0 == mark.utf8.first } == count)
  }

  @Test(arguments: ["\n", "\r\n", "\n> "])
  func `borders of tables in one paragraph have an end`(lineEnd: String) {
    let text = String(repeating: "|a|b|\(lineEnd):--\(lineEnd)", count: 4_000)
    let added = MarkdownSource.prepared(text).count - text.utf8.count
    #expect(added > 3 * 3_000)
    let tables = String(repeating: "|a|b|\n|-|:-|\n|c|d|\n\n", count: 2_000)
    #expect(MarkdownSource.prepared(tables) == Array(tables.utf8))
  }

  @Test func `an address that is named once and used often has an end`() {
    let address = "/" + String(repeating: "a", count: 2_000)
    let markup = "\(String(repeating: "[x]\n", count: 15_000))\n\n[x]: \(address)".markup(.people)
    #expect(markup.utf8.count <= Markdown.markupBytesMax + 4_096)
    #expect(AllowedMarkup.fault(in: markup) == nil)
  }

  @Test(arguments: [1, 10, 60, 100, 200, 500])
  func `a text that wants much memory is read like one that wants little`(count: Int) {
    let table = "| f | g |\n|--|--|\n| h | www.i.cn |"
    let part = "**a** [b](/c) ~~d~~ `e`\n\n\(table)\n\n- j\n- k\n\n<!-- -->\n\n"
    let one = part.markup(.people)
    for _ in 0..<2 {
      let text = String(repeating: part, count: count)
      let expected = Array(repeating: one, count: count).joined(separator: "\n")
      #expect(text.markup(.people) == expected)
      #expect(part.markup(.people) == one)
    }
  }

  @Test func `many threads at once get what one gets`() async {
    let texts = (0..<200).map { number in
      String(repeating: "~~a\(number)~~ www.a\(number).cn **注意：**b\n\n", count: 50 + number % 50)
    }
    let alone = texts.map { $0.markup(.people) }
    await withTaskGroup(of: (Int, String).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, text.markup(.people)) }
      }
      for await (index, markup) in group { #expect(markup == alone[index]) }
    }
  }
}
