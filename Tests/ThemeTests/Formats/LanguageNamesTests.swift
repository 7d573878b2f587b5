import Testing
import Theme

@Suite struct LanguageNamesTests {
  @Test(arguments: [
    ("zh", "中文", "Chinese"), ("zh-CN", "中文", "Chinese"), ("zh-Hans", "中文", "Chinese"),
    ("zh-TW", "繁体中文", "Traditional Chinese"), ("zh-Hant", "繁体中文", "Traditional Chinese"),
    ("zh-hk", "繁体中文", "Traditional Chinese"), ("yue", "粤语", "Cantonese"),
    ("en", "英语", "English"), ("en-GB", "英语", "English"), ("pt-BR", "葡萄牙语", "Portuguese"),
    ("sr", "塞尔维亚语", "Serbian"), ("sr-Latn", "塞尔维亚语（拉丁文）", "Serbian (Latin)"),
    ("de-CH-1996", "德语", "German"), ("ar-u-nu-latn", "阿拉伯语", "Arabic"), ("iw", "希伯来语", "Hebrew"),
  ]) func `a language has its plain name`(tag: String, chinese: String, english: String) throws {
    let inChinese = try Formats(tag: "zh-CN")
    let inEnglish = try Formats(tag: "en")
    #expect(inChinese.name(ofLanguage: tag) == chinese)
    #expect(inEnglish.name(ofLanguage: tag) == english)
    // What was asked before is remembered.
    #expect(inEnglish.name(ofLanguage: tag) == english)
  }

  @Test(arguments: ["", "qq", "xx-YY", "und", "english language", "zh_CN", "<b>", "中文", "-"])
  func `what is no language has no name`(tag: String) throws {
    #expect(try Formats(tag: "en").name(ofLanguage: tag) == nil)
  }

  @Test func `every language calls itself and the others as ICU does`() throws {
    for tag in UnicodeLocale.all {
      let formats = try Formats(tag: tag)
      let icu = try Oracle(tag: tag)
      let own = tag.prefix { $0 != "-" }
      for asked in [String(own), "zh", "en", "ja", "fr", "ar", "ru", "fil", "gsw"] {
        // ICU says the code of what it has no name for.
        let theirs = icu.fullName(of: asked).flatMap { $0 == asked ? nil : $0 }
        let ours = formats.name(ofLanguage: asked)
        if ours.map({ Array($0.utf8) }) != theirs.map({ Array($0.utf8) }) {
          Issue.record("\(asked) in \(tag): “\(ours ?? "nil")” should be “\(theirs ?? "nil")”")
        }
      }
    }
  }
}
