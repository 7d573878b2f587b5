import Testing
import Theme

@Suite struct PluralRulesTests {
  @Test(arguments: [
    ("en", [PluralCategory.other, .one, .other, .other, .other, .other, .other]),
    ("zh-CN", [.other, .other, .other, .other, .other, .other, .other]),
    ("pl", [.many, .one, .few, .many, .few, .many, .many]),
    ("ar", [.zero, .one, .two, .many, .few, .other, .other]),
    ("lv", [.zero, .one, .other, .zero, .other, .one, .zero]),
    ("nobody", [.other, .other, .other, .other, .other, .other, .other]),
  ])
  func `a number takes the words of its language`(tag: String, expected: [PluralCategory]) {
    let rules = PluralRules(tag: tag)
    #expect([0, 1, 2, 11, 1_003, 1_000_001, 1_000_000].map(rules.category) == expected)
  }

  @Test func `every number has a category`() {
    let rules = PluralRules(tag: "fr")
    #expect(rules.category(of: 1_000_000) == .many)
    #expect(rules.category(of: -1) == .one)
    for number in [Int.min, .max, 999, 1_000, 1_001] {
      #expect(rules.categories.contains(rules.category(of: number)))
    }
  }

  @Test func `a language says which categories it has and which of them whole numbers need`() {
    #expect(PluralRules(tag: "en").categories == [.one, .other])
    #expect(PluralRules(tag: "cs").categories == [.one, .few, .many, .other])
    // In Czech only decimals are many.
    #expect(PluralRules(tag: "cs").needed(without: []) == [.one, .few, .other])
    #expect(PluralRules(tag: "cs").needed(without: [1, 2, 3, 4]) == [.other])
    #expect(PluralRules(tag: "fr").needed(without: []) == [.one, .many, .other])
  }
}
