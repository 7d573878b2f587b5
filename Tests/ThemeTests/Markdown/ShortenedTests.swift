import Proving
import Testing
import Theme

@Suite struct ShortenedTests {
  private static let pieces = [
    "a", "Z", " ", "é", "e\u{301}", "\u{301}", "\r\n", "\r", "\n", "茶", "，", "か\u{3099}",
    "\u{3099}",
    "\u{302E}", "ｶ\u{FF9E}", "\u{FF9E}", "Ａ", "“", "—", "\u{200D}", "👩🏽‍🚀", "👍", "🇨🇳", "각",
    "\u{1100}\u{1161}",
    "مرحبا", "क्षि", "\u{FE0F}", "☺\u{FE0F}", "©", "©\u{200D}", "\u{AD}", "ñ", "〰", "㊗\u{FE0F}",
    "\u{0}",
    "\u{9F}", "ɐ", "\u{0300}", "𠀀",
  ]

  @Test func `texts are cut between characters, whatever they are made of`() {
    var random = Seeded(11)
    for step in 0..<20_000 {
      let count = Int.random(in: 0...9, using: &random)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: Self.pieces.indices, using: &random)]
      }.joined()
      for most in [0, 1, count / 2, count, count + 1] {
        let kept = text.prefix(max(most - 1, 0))
        let end = kept.lastIndex { $0 != " " }.map { kept.index(after: $0) } ?? kept.startIndex
        let expected =
          most == 0 ? "" : text.count <= most ? text : String(kept[..<end]) + "…"
        #expect(Array(text.shortened(to: most).utf8) == Array(expected.utf8), "\(step) \(text)")
        #expect(text.hasAtMost(most) == (text.count <= most), "\(step) \(text)")
      }
    }
  }
}
