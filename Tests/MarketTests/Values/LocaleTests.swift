import Market
import Proving
import Testing

struct LocaleTests {
  @Test(arguments: [
    "en", "zh-CN", "zh-Hant", "zh-Hant-TW", "haw", "de-CH-1901", "sl-rozaj-biske",
  ])
  func `a tag is letters first, then letters and digits`(tag: String) {
    #expect(Locale(tag)?.tag == tag)
  }

  @Test(arguments: [
    "", "-", "e", "engl", "en-", "-en", "en--US", "e1", "en_US", "en-ninebytes", "zh-中",
    "aa-" + Array(repeating: "12345678", count: 4).joined(separator: "-"),
  ])
  func `what is no tag is no language`(tag: String) {
    #expect(Locale(tag) == nil)
  }

  @Test(arguments: [
    "en", "zh-CN", "zh-Hant", "en-US", "de-CH-1901", "EN", "zh-cn", "", "e", "en\0", "en-", "zh_CN",
    "zh-CN\0", "zh-CNzh-CN",
  ])
  func `out of bytes comes what comes out of a text`(tag: String) {
    var tag = tag
    let found = tag.withUTF8 { Locale(utf8: $0) }
    #expect(found == Locale(tag))
    #expect(found?.tag == Locale(tag)?.tag)
  }

  static let inOrder = [
    "aa", "aa-bcdef", "aa-bcdef-g", "aa-bcdefg", "aa-bcdefg-h", "aa-bcdefg-i", "aab", "en",
    "en-US", "zh-CN", "zh-Hant", "zh-Hant-HK", "zh-Hant-TW",
  ].compactMap(Locale.init)

  @Test func `languages are ordered as their tags, however long`() {
    for (place, left) in Self.inOrder.enumerated() {
      for (other, right) in Self.inOrder.enumerated() {
        #expect((left == right) == (place == other), "\(left) \(right)")
        #expect((left < right) == (place < other), "\(left) \(right)")
      }
    }
    #expect(Set(Self.inOrder + Self.inOrder).count == Self.inOrder.count)
    #expect(Self.inOrder.map(\.tag) == Self.inOrder.map(\.tag).sorted())
  }
}

struct ByLocaleTests {
  @Test func `it holds what a dictionary would, in the order of the languages`() {
    var ours = ByLocale<Int>()
    var theirs: [Locale: Int] = [:]
    var random = Seeded(7)
    for step in 0..<500 {
      let locale = LocaleTests.inOrder.randomElement(using: &random) ?? .english
      let value = Bool.random(using: &random) ? step : nil
      ours[locale] = value
      theirs[locale] = value
      #expect(ours[locale] == theirs[locale])
      #expect(ours.map(\.key) == theirs.keys.sorted())
      #expect(ours.allSatisfy { theirs[$0.key] == $0.value })
      #expect(ours == ByLocale(theirs.map { ($0.key, $0.value) }))
      #expect(ours.has(locale) == (value != nil))
    }
  }

  @Test func `of two values for one language the later counts`() {
    let both: ByLocale<String> = [.english: "a", .chinese: "甲", .english: "b"]
    #expect(both == [.chinese: "甲", .english: "b"])
    #expect(both.keys == [.english, .chinese])
    #expect(both.mapValues { $0 + "!" }[.english] == "b!")
    #expect(both.filter { $0.key == .chinese } == [.chinese: "甲"])
    var counts: ByLocale<Int> = [:]
    counts[.english, default: 0] += 2
    #expect(counts == [.english: 2])
  }

  @Test func `an empty text is none`() {
    var said: Localized = [.chinese: "", .english: "a"]
    #expect(said.texts.keys == [.english])
    said[.english] = ""
    #expect(said == [:])
  }
}
