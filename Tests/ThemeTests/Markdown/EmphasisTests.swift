import Hostile
import Proving
import Testing
import Theme

/// `*` and `~~` next to Chinese, Japanese and Korean. In what is expected `[…]` is strong, `{…}` is
/// emphasis and `<…>` is struck.
@Suite struct EmphasisTests {
  static let examples: [(String, String)] = [
    // Signs within, letters around: what CommonMark leaves as it is typed.
    ("**注意：**请先阅读", "[注意：]请先阅读"),
    ("他说**“你好”**。", "他说[“你好”]。"),
    ("他说**“你好”**然后走了", "他说[“你好”]然后走了"),
    ("**你好。**世界", "[你好。]世界"),
    ("**你好，**世界", "[你好，]世界"),
    ("**你好；**世界", "[你好；]世界"),
    ("**你好！**世界", "[你好！]世界"),
    ("**你好？**世界", "[你好？]世界"),
    ("**你好、**世界", "[你好、]世界"),
    ("**你好……**世界", "[你好……]世界"),
    ("看**（重要）**这里", "看[（重要）]这里"),
    ("看**《红楼梦》**这里", "看[《红楼梦》]这里"),
    ("看**「重要」**这里", "看[「重要」]这里"),
    ("看**【重要】**这里", "看[【重要】]这里"),
    ("看**‘重要’**这里", "看[‘重要’]这里"),
    ("看**——重要——**这里", "看[——重要——]这里"),
    ("打**９０％**折", "打[９０％]折"),
    ("打**90%**折", "打[90%]折"),
    ("看**(abc)**这里", "看[(abc)]这里"),
    ("看**\"abc\"**这里", "看[\"abc\"]这里"),
    ("**Note:**请看", "[Note:]请看"),
    ("**价格(元)**见下", "[价格(元)]见下"),
    ("**Note：**read", "[Note：]read"),
    ("**注意：**请看**说明**。", "[注意：]请看[说明]。"),
    ("**一、**甲**二、**乙**三、**丙", "[一、]甲[二、]乙[三、]丙"),
    ("*注意：*请看", "{注意：}请看"),
    ("***注意：***请看", "{[注意：]}请看"),
    ("~~原价：~~现价", "<原价：>现价"),
    ("原~~（价）~~现", "原<（价）>现"),
    ("甲~~**（乙）**~~丙", "甲<[（乙）]>丙"),
    ("甲**~~（乙）~~**丙", "甲[<（乙）>]丙"),
    ("**注意：**🎉", "[注意：]🎉"),
    ("**注意：**`code`后", "[注意：]`code`后"),
    ("看**`code`**后", "看[`code`]后"),
    ("- **注意：**请看", "- [注意：]请看"),
    // Japanese and Korean.
    ("これは**私のやりたかったこと。**だからするの。", "これは[私のやりたかったこと。]だからするの。"),
    ("**「強調」**です", "[「強調」]です"),
    ("**カタカナー！**です", "[カタカナー！]です"),
    ("**패키지(package)**를 씁니다", "[패키지(package)]를 씁니다"),
    ("**안녕!**하세요", "[안녕!]하세요"),
    // Fine before, and the same now.
    ("这是**重点**内容", "这是[重点]内容"),
    ("**重点**。后面", "[重点]。后面"),
    ("前面。**重点**。后面", "前面。[重点]。后面"),
    ("（**重点**）", "（[重点]）"),
    ("“**重点**”和“*轻*”", "“[重点]”和“{轻}”"),
    ("**甲（*乙*）丙**", "[甲（{乙}）丙]"),
    ("*甲（**乙**）丙*", "{甲（[乙]）丙}"),
    ("**甲（~~乙~~）丙**", "[甲（<乙>）丙]"),
    ("**甲（**乙**）丙**", "[甲（[乙]）丙]"),
    ("**他说“**乙**”了**", "[他说“[乙]”了]"),
    ("*注：**重点**见下*", "{注：[重点]见下}"),
    ("**甲，*乙*，丙**", "[甲，{乙}，丙]"),
    ("姓名*，电话*，均为必填", "姓名*，电话*，均为必填"),
    ("2 * 3 * 4，价格 * 数量", "2 * 3 * 4，价格 * 数量"),
    ("3~5天，10~20元", "3~5天，10~20元"),
    ("** 你好：** 世界", "** 你好：** 世界"),
    ("你好：\\**世界**", "你好：*{世界}*"),
    ("\\*\\*注意：\\*\\*请看", "**注意：**请看"),
    ("`**注意：**请看`", "`**注意：**请看`"),
    // Underscores keep their rules within words.
    ("__注意：__请看", "__注意：__请看"),
    ("变量_名（_甲", "变量_名（_甲"),
    ("_强调_ 与 snake_case_名", "{强调} 与 snake_case_名"),
    ("甲_**（乙）**_丙", "甲_[（乙）]_丙"),
  ]

  @Test(arguments: examples)
  func `people in Asia are read as they mean it`(source: String, expected: String) {
    #expect(brackets(source.markup(.people)) == expected)
  }

  /// The markup with signs for tags.
  private func brackets(_ markup: String) -> String {
    let signs = [
      ("<p>", ""), ("</p>", ""), ("<strong>", "["), ("</strong>", "]"), ("<em>", "{"),
      ("</em>", "}"), ("<del>", "‹"), ("</del>", "›"), ("<code>", "`"), ("</code>", "`"),
      ("<ul>\n<li>", "- "), ("</li>\n</ul>", ""), ("‹", "<"), ("›", ">"), ("&quot;", "\""),
    ]
    return signs.reduce(markup) { $0.replacing($1.0, with: $1.1) }
  }

  @Test(arguments: [
    ("看 https://a.cn/b，谢谢", "https://a.cn/b"),
    ("看https://a.cn/b谢谢", "https://a.cn/b"),
    ("看https://a.cn。", "https://a.cn"),
    ("（https://a.cn/b）", "https://a.cn/b"),
    ("“https://a.cn/b”", "https://a.cn/b"),
    ("www.a.cn，谢谢", "http://www.a.cn"),
    ("https://a.cn/b**（重要）**", "https://a.cn/b"),
    ("**看https://a.cn/b。**请", "https://a.cn/b"),
    ("**看https://a.cn/b**。", "https://a.cn/b"),
    ("[甲](https://a.cn/中文)", "https://a.cn/中文"),
    ("[甲]( https://a.cn/中文)", "https://a.cn/中文"),
    ("<https://a.cn/中文>", "https://a.cn/中文"),
    ("[甲]\n\n[甲]: https://a.cn/中文", "https://a.cn/中文"),
    ("[甲](/乙**（丙）**丁)", "/乙**（丙）**丁"),
    ("https://a.cn/é", "https://a.cn/é"),
  ])
  func `an address ends where Chinese begins, and a link keeps its own`(
    source: String, address: String
  ) {
    let elements = ParsedHTML(fragment: source.markup(.people)).elements
    #expect(elements.compactMap { $0.attribute("href") } == [address])
    let strong = elements.filter { $0.name == "strong" }.count
    #expect(strong == (source.contains("**") && !source.hasPrefix("[") ? 1 : 0))
  }

  @Test(arguments: [
    "[甲**：**乙]\n\n[甲**：**乙]: /c", "[**甲：**]\n\n[**甲：**]: /c", "[x][甲：**乙]\n\n[甲：**乙]: /c",
  ])
  func `a label finds its definition`(source: String) {
    #expect(ParsedHTML(fragment: source.markup(.own)).elements.contains { $0.name == "a" })
  }

  @Test(
    arguments: [
      ("```**（甲）**乙\n**（甲）**乙\n```", "<pre><code>**（甲）**乙\n</code></pre>"),
      ("甲\n\n    乙**（丙）**丁", "<p>甲</p>\n<pre><code>乙**（丙）**丁\n</code></pre>"),
      ("<b title=\"甲**（乙\">**（丙）**", nil),
      (
        ">~~~甲\n>乙", "<blockquote>\n<pre><code class=\"language-x\">乙\n</code></pre>\n</blockquote>"
      ),
    ] as [(String, String?)])
  func `code stays as it is`(source: String, markup: String?) {
    let source = source.replacing("~~~甲", with: "~~~x")
    if let markup { #expect(source.markup(.people) == markup) }
    #expect(AllowedMarkup.fault(in: source.markup(.people)) == nil)
  }

  /// Whatever cmark makes of it is then the same, byte for byte.
  @Test(arguments: [UInt64(1), 2, 3])
  func `ASCII alone is given to cmark as it is`(seed: UInt64) {
    var random = Seeded(seed)
    let pieces = [
      "*", "**", "***", "_", "__", "~~", "~", "`", "a", "b c", " ", "\n", "\n\n", "(", ")",
      "[x](/y)",
      "![", "]", "\\", "\\*", "\"", ".", ",", ":", "!", "|", "|-|-|\n", "# ", "- ", "> ", "1. ",
      "https://a.cn/b", "www.a.cn", "<b>", "&amp;", "    ", "```\n", "\t",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...30, using: &random)
      let source = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(MarkdownSource.prepared(source) == Array(source.utf8), "seed \(seed): \(source)")
    }
  }

  @Test(arguments: [UInt64(4), 5, 6])
  func `mending changes emphasis and no words`(seed: UInt64) {
    var random = Seeded(seed)
    let pieces = [
      "**", "*", "~~", "中", "文字", "：", "。", "（", "）", "“", "”", "a", " ", ".", "字\n字", "한", "か",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...24, using: &random)
      let source = (0..<count).reduce("字") { text, _ in
        text + (pieces.randomElement(using: &random) ?? "")
      }
      let plain = Markdown.plain(source, atMost: .max)
      let shown = Letters.only(plain)
      let typed = Letters.only(source)
      #expect(shown == typed, "seed \(seed): \(source)")
      #expect(!plain.unicodeScalars.contains { $0.value == 0xFDD0 })
    }
  }
}

enum Letters {
  /// The letters and signs of a text without spaces and marks of emphasis.
  static func only(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && !"*~`".contains($0) })
  }
}
