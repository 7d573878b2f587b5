import Testing
import Theme

@Suite struct EscapingTests {
  private func escaped(_ text: String) -> String {
    var output = Output()
    output.escape(text)
    return output.text
  }

  @Test(arguments: [
    ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
    (#"" onclick=""#, "&quot; onclick=&quot;"),
    ("&amp;", "&amp;amp;"),
    ("", ""),
    ("标志设计 & 品牌", "标志设计 &amp; 品牌"),
    ("“引号”……——", "“引号”……——"),
    ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
    ("\u{0}a\u{8}b\u{7F}c\u{85}d", "\u{FFFD}a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
    ("abc\u{202E}def\u{2066}g\u{200F}", "abcdefg\u{200F}"),
    ("\u{FFFE}\u{FFFF}\u{FFFD}！", "\u{FFFD}\u{FFFD}\u{FFFD}！"),
    ("👩‍👩‍👧 é ñ", "👩‍👩‍👧 é ñ"),
  ])
  func `words stay words`(text: String, expected: String) {
    #expect(escaped(text) == expected)
  }

  @Test func `a sign is found wherever it stands`() {
    for sign in ["<", "&", "\"", "\u{1}", "\u{202E}", "\u{85}", "\u{FFFF}"] {
      for before in 0..<40 {
        for after in [0, 1, 15, 16, 17] {
          let text =
            String(repeating: "文", count: before) + sign + String(repeating: "x", count: after)
          let plain =
            String(repeating: "文", count: before) + escaped(sign)
            + String(repeating: "x", count: after)
          #expect(escaped(text) == plain)
        }
      }
    }
  }

  @Test func `random text comes out as one sign at a time would`() {
    var random = SystemRandomNumberGenerator()
    let signs: [Unicode.Scalar] = [
      "<", "&", "a", "文", "\u{E2}", "\u{C2}", "\u{202B}", "\u{9F}", "😀", "\n",
    ]
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        text.append(signs.randomElement(using: &random) ?? "a")
      }
      #expect(escaped(String(text)) == text.map { escaped(String($0)) }.joined())
    }
  }

  @Test(arguments: [
    (0, 0, "0"), (-1, 0, "-1"), (1234, 2, "12.34"), (5, 2, "0.05"), (-5, 2, "-0.05"),
    (0, 3, "0.000"), (Int.min, 0, "-9223372036854775808"), (Int.max, 9, "9223372036.854775807"),
  ])
  func `digits have a point where the scale says`(units: Int, scale: Int, expected: String) {
    var output = Output()
    output.append(plain: units, scale: scale)
    #expect(output.text == expected)
  }
}
