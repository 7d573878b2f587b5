import Hostile
import Testing
import Theme

@Suite struct MarkdownTests {
  static let both: [(String, String)] = [
    ("words", "<p>words</p>"),
    ("a *b* **c** ~~d~~ `e`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>"),
    ("***a***", "<p><em><strong>a</strong></em></p>"),
    ("1~2 3~4", "<p>1~2 3~4</p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"),
    ("1. a", "<ol>\n<li>a</li>\n</ol>"),
    (
      "- [x] a\n- [ ] b",
      "<ul>\n<li class=\"task\">☑ a</li>\n<li class=\"task\">☐ b</li>\n</ul>"
    ),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("---", "<hr>"),
    ("a  \nb", "<p>a<br>\nb</p>"),
    ("```swift x\na < b\n```", "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>"),
    ("```a\"b\nx\n```", "<pre><code>x\n</code></pre>"),
    (
      "|a|b|c|\n|-|:-:|-:|\n|1|2|3|",
      """
      <div class="table">
      <table>
      <thead>
      <tr><th scope="col">a</th><th scope="col" class="center">b</th>\
      <th scope="col" class="right">c</th></tr>
      </thead>
      <tbody>
      <tr><td>1</td><td class="center">2</td><td class="right">3</td></tr>
      </tbody>
      </table>
      </div>
      """
    ),
    (
      "|a|\n|-|",
      """
      <div class="table">
      <table>
      <thead>
      <tr><th scope="col">a</th></tr>
      </thead>
      </table>
      </div>
      """
    ),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ("<div>\nx\n</div>", "<p>&lt;div&gt;\nx\n&lt;/div&gt;\n</p>"),
    ("[a](/b#c)", "<p><a href=\"/b#c\">a</a></p>"),
    ("[*a*](javascript:b)", "<p><em>a</em></p>"),
    ("a@b.cn", "<p><a href=\"mailto:a@b.cn\">a@b.cn</a></p>"),
    ("&amp; &lt; &copy; &#x202E;", "<p>&amp; &lt; © </p>"),
    ("a\u{202E}b\u{0}c\u{85}d\u{7F}ef\u{C}g", "<p>ab\u{FFFD}cdefg</p>"),
    ("", ""),
  ]

  @Test(arguments: both) func `all that is known becomes markup`(source: String, markup: String) {
    for use in [Markdown.Use.people, .own] {
      #expect(source.markup(use) == markup, "\(use)")
    }
  }

  @Test func `people and the market have their own headings, links, pictures and lines`() {
    let source = "# A\n\n## B\n\n###### C\n\n[d](https://e.cn \"f\") ![g](/h.png)\ni"
    #expect(
      source.markup(.people) == """
        <h3 id="h-a">A</h3>
        <h4 id="h-b">B</h4>
        <h6 id="h-c">C</h6>
        <p><a href="https://e.cn" rel="nofollow ugc noopener">d</a> g<br>
        i</p>
        """)
    #expect(
      source.markup(.own) == """
        <h2 id="h-a">A</h2>
        <h3 id="h-b">B</h3>
        <h6 id="h-c">C</h6>
        <p><a href="https://e.cn" title="f" rel="noopener">d</a> \
        <img src="/h.png" alt="g" loading="lazy">
        i</p>
        """)
  }

  @Test(arguments: [
    "![a](https://b.cn/c.png)", "![a](data:image/png;base64,x)", "![a](//b.cn/c.png)",
    "![a](b.png)",
  ])
  func `a picture from elsewhere is only its words`(source: String) {
    #expect(source.markup(.own) == "<p>a</p>")
  }

  @Test func `a line goes on in Chinese without a space, and with one in English and Korean`() {
    #expect("你好\n世界".markup(.own) == "<p>你好世界</p>")
    #expect("你好，\n“世界”".markup(.own) == "<p>你好，“世界”</p>")
    #expect("你好\nworld".markup(.own) == "<p>你好\nworld</p>")
    #expect("안녕\n세상".markup(.own) == "<p>안녕\n세상</p>")
  }

  @Test func `headings have readable names of their own`() {
    let source = """
      # 怎么退款？
      # 怎么退款
      # How *refunds* work!
      # 怎么退款-2
      # ……
      # Über 12 %
      # cookie
      """
    let names = ParsedHTML(fragment: source.markup(.own)).elements.compactMap { $0.attribute("id") }
    #expect(
      names == [
        "h-怎么退款", "h-怎么退款-2", "h-how-refunds-work", "h-怎么退款-2-2", "h-part", "h-Über-12",
        "h-cookie",
      ])
    #expect(Markdown.html("# a", for: .people, anchors: "about").markup.contains("id=\"about-a\""))
  }

  @Test func `names of headings are short`() {
    let markup = ("# " + String(repeating: "长 ", count: 100)).markup(.own)
    let name = ParsedHTML(fragment: markup).elements.first?.attribute("id")
    #expect(name?.count == 41)
  }

  @Test func `the headings of a text lead to where they are on its page`() {
    let source = "# 怎么*退款*\n\n> # 引文\n\n## `fen`\n\n- # 项\n\n#\n\n# 怎么退款"
    let headings = Markdown.headings(source, anchors: "a")
    #expect(headings.map(\.words) == ["怎么退款", "fen", "怎么退款"])
    #expect(headings.map(\.level) == [2, 3, 2])
    #expect(headings.map(\.link.text) == ["#a-怎么退款", "#a-fen", "#a-怎么退款-2"])
    let elements = ParsedHTML(
      fragment: Markdown.html(source, for: .own, anchors: "a").markup
    ).elements
    for heading in headings {
      #expect(elements.contains { "#\($0.attribute("id") ?? "")" == heading.link.text })
    }
    #expect(Markdown.headings("# a", for: .people).map(\.level) == [3])
    #expect(Markdown.headings("No heading.").isEmpty)
  }
}

@Suite struct PlainMarkdownTests {
  @Test(arguments: [
    ("# A\n\nb *c* [d](/e) `f`\n\n- g\n- h", 100, "A b c d f g h"),
    ("第一行\n第二行\n\n第三 行", 100, "第一行第二行 第三 行"),
    ("a\n<b>&amp;", 100, "a <b>&"),
    ("|a|b|\n|-|-|\n|c|d|", 100, "a b c d"),
    ("**注意：**请先阅读", 5, "注意：请…"),
    ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, "👨‍👩‍👧‍👦…"),
    ("one two three", 5, "one…"),
    ("four", 4, "four"),
    ("four", 1, "…"),
    ("four", 0, ""),
    ("a\u{202E}b", 9, "ab"),
  ])
  func `plain words stand on one line and are cut before a character`(
    source: String, charactersMax: Int, plain: String
  ) {
    #expect(Markdown.plain(source, atMost: charactersMax) == plain)
  }
}

extension String {
  /// Without the line break at the end.
  func markup(_ use: Markdown.Use) -> String {
    let markup = Markdown.html(self, for: use).markup
    return markup.hasSuffix("\n") ? String(markup.dropLast()) : markup
  }
}
