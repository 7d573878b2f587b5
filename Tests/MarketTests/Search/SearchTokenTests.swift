import Testing

@testable import Market

@Suite struct SearchTokenTests {
  @Test(arguments: [
    ("logo 设计", "logo 设 计 设计", "logo 设计"),
    ("标志设计", "标 志 设 计 标志 志设 设计", "标志 志设 设计"),
    ("logo设计v2", "logo 设 计 设计 v2", "logo 设计 v2"),
    ("１２３ＡＢＣ", "123abc", "123abc"),
    ("银", "银", "银"),
    ("C++ 与 C# 开发", "c++ 与 c# 开 发 开发", "c++ 与 c# 开发"),
    ("Ｃ＋＋", "c++", "c++"),
    ("logo+名片 a+b x# ab#", "logo 名 片 名片 a b x# ab", "logo 名片 a b x# ab"),
    ("Café Ångström naïve", "cafe angstrom naive", "cafe angstrom naive"),
    ("Cafe\u{301}", "cafe", "cafe"),
    ("Tom’s don't", "tom dont", "tom dont"),
    ("🎨 🧑‍💻", "", ""),
    ("好🎨的", "好 的", "好 的"),
    ("", "", ""), ("  \n\t ", "", ""), ("、。！？…", "", ""), ("+ # ^ \" ' \\", "", ""),
    ("カタカナ・ひらがな", "カ タ ナ カタ タカ カナ ひ ら が な ひら らが がな", "カタ タカ カナ ひら らが がな"),
    ("한국어 번역", "한 국 어 한국 국어 번 역 번역", "한국 국어 번역"),
    ("Привет МИР", "привет мир", "привет мир"),
    ("𠮷野家", "𠮷 野 家 𠮷野 野家", "𠮷野 野家"),
    ("logo LOGO Logos", "logo", "logo"),
  ])
  func `a text and a question give the same tokens`(text: String, found: String, asked: String) {
    #expect(SearchTokens.ofText(text) == found.split(separator: " ").map(String.init))
    #expect(SearchTokens.ofQuery(text) == asked.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    ("websites", "website"), ("companies", "company"), ("business", "business"), ("css", "css"),
    ("status", "status"), ("analysis", "analysis"), ("ies", "ies"), ("логос", "логос"),
  ])
  func `an English plural is found by its singular`(word: String, token: String) {
    #expect(SearchTokens.ofText(word) == [token])
  }

  /// Whatever is asked with a part of a text is found in it: a part of a run of Chinese characters, or
  /// whole words.
  @Test func `a part of a text finds the text`() {
    let text = "为茶馆做标志设计，和 logo design 包装２件"
    let known = Set(SearchTokens.ofText(text))
    for part in ["茶馆", "标", "设计", "志设计", "LOGO", "designs 包装", "装2件", "茶馆做标"] {
      let tokens = SearchTokens.ofQuery(part)
      #expect(!tokens.isEmpty && known.isSuperset(of: tokens), "\(part): \(tokens)")
    }
    #expect(!known.isSuperset(of: SearchTokens.ofQuery("馆茶")))
  }

  @Test func `nothing that an engine could take for its own sign is in a token`() {
    let signs = (1...0x2FFF).compactMap(Unicode.Scalar.init).map { "a\($0)b" }
    for token in signs.flatMap(SearchTokens.ofText) {
      #expect(token.unicodeScalars.allSatisfy { !" \"'\\^&|!():*<>".unicodeScalars.contains($0) })
      #expect(token.unicodeScalars.allSatisfy { $0.value > 0x20 && !$0.properties.isWhitespace })
    }
  }

  @Test func `what is very long is found by its beginning`() {
    let long = String(repeating: "a", count: 10_000)
    #expect(SearchTokens.ofText(long) == [String(repeating: "a", count: SearchTokens.scalarsMax)])
    #expect(SearchTokens.ofQuery(long + "b") == SearchTokens.ofText(long))
    let marks = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(SearchTokens.ofText(marks) == ["e"])
  }

  @Test func `a question has so many tokens and no more`() {
    let many = (0..<200).map { "w\($0)" }.joined(separator: " ")
    #expect(SearchQuery(many).tokens.count == SearchQuery.tokensMax)
    #expect(SearchQuery(many).tokens.first == "w0")
    #expect(SearchQuery("🎨").tokens.isEmpty)
  }
}
