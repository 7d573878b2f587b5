import Market
import Proving
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("iOS 应用", "ios-ying-yong"), ("C++", "c"), ("UI/UX设计", "ui-ux-she-ji"),
    ("3D建模", "3d-jian-mo"), ("don't", "dont"), ("L’été à Zürich", "lete-a-zurich"),
    ("Ｌｏｇｏ　设计", "logo-she-ji"), ("第3期：重庆·长沙", "di-3-qi-chong-qing-chang-sha"),
    ("Straße Æsir Øre Đà Nẵng", "strasse-aesir-ore-da-nang"), ("oﬃce ĳs", "office-ijs"),
    ("e\u{301}te\u{301}", "ete"), ("女装绿色策略", "nv-zhuang-lv-se-ce-lve"),
    ("--Node.js__后端--", "node-js-hou-duan"), ("🎨 海报\u{200B}设计 🎨", "hai-bao-she-ji"),
    ("一九八〇年", "yi-jiu-ba-ling-nian"), ("1\u{FE0F}\u{20E3} 标志", "1-biao-zhi"),
    ("重\u{301}庆", "zhong-qing"), ("2 × 3 ÷ 4", "2-3-4"), ("co\u{AD}op", "coop"),
    ("人工智能(AI)训练", "ren-gong-zhi-neng-ai-xun-lian"), ("\u{F9D1}安", "liu-an"),
    ("¥500起", "500-qi"), ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("ŉ", "n"),
  ])
  func `a title becomes readable words`(title: String, slug: String) {
    #expect(Slug.from(title) == slug)
  }

  @Test(arguments: ["", " ", "🎨🧵", "로고 디자인", "Дизайн", "かな", "---", "×÷", "'", "\u{301}", "𠀀"])
  func `what cannot be spelled has no slug`(title: String) {
    #expect(Slug.from(title).isEmpty)
  }

  @Test func `a long title ends with a whole word`() {
    let title = String(repeating: "装", count: 30)
    #expect(
      Slug.from(title) == Array(repeating: "zhuang", count: 11).joined(separator: "-"))
    let fitting = String(repeating: "a", count: 75)
    #expect(Slug.from(fitting + " 设计") == fitting + "-she")
    #expect(Slug.from(fitting + " 计设") == fitting + "-ji")
    #expect(Slug.from(fitting + "bcdef 设") == fitting + "bcdef")
  }

  @Test func `one word that is too long is cut`() {
    #expect(Slug.from(String(repeating: "ﬃ", count: 50)).utf8.count == Slug.bytesMax)
  }

  @Test(arguments: [
    "a", "0", "logo-design", "c-3po", String(repeating: "x", count: 80),
  ])
  func `people may choose such slugs`(slug: String) {
    #expect(Slug.isFit(slug))
  }

  @Test(arguments: [
    "", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "é", "设计", "a/b", "a\n", "a\u{301}",
    String(repeating: "x", count: 81),
  ])
  func `they may not choose these`(slug: String) {
    #expect(!Slug.isFit(slug))
  }

  @Test(arguments: UInt64(1)...500)
  func `every slug is fit or empty, and stays as it is`(seed: UInt64) {
    var random = Seeded(seed)
    let title = title(using: &random)
    let slug = Slug.from(title)
    #expect(slug.isEmpty || Slug.isFit(slug), "\(title.debugDescription) gave \(slug)")
    #expect(Slug.from(slug) == slug)
  }

  private func title(using random: inout Seeded) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x61...0x7A, 0x80...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x206F,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFB00...0xFB06,
      0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x1F300...0x1F9FF, 0...0xD7FF, 0xE000...0x10FFFF,
    ]
    let words = Array("重庆银行长乐调弹还给").map(String.init)
    var title = ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let range = ranges[Int.random(in: ranges.indices, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        title.unicodeScalars.append(scalar)
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        title += words[Int.random(in: words.indices, using: &random)]
      }
    }
    return title
  }

  /// Canonical equals are the same text to Swift, hence the same address.
  @Test(arguments: [
    ("\u{C5}", "\u{212B}"), ("\u{4B}", "\u{212A}"), ("e\u{323}\u{302}", "\u{1EC7}"),
    ("\u{F900}", "\u{8C48}"), ("\u{FA19}", "\u{795E}"), ("o\u{31B}", "\u{1A1}"),
  ])
  func `texts that are equal have one slug`(one: String, other: String) {
    #expect(one == other)
    #expect(Slug.from(one) == Slug.from(other))
    #expect(!Slug.from(one).isEmpty)
  }
}
