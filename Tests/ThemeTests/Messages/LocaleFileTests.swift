import Testing
import Theme

@Suite struct LocaleFileTests {
  private func told(_ text: String?) -> [String] {
    var files = [
      SourceFile(
        path: "locales/zh-CN/locale.txt", "name = 简体中文\nhreflang = zh-CN\ndirection = ltr"),
      SourceFile(path: "locales/en/gig.txt", ""),
    ]
    if let text { files.append(SourceFile(path: "locales/en/locale.txt", text)) }
    var faults: [Fault] = []
    _ = Catalogue(files, faults: &faults)
    return Faults(faults).all.map { String($0.description.dropFirst("locales/en/".count)) }
  }

  @Test(
    arguments: [
      ("name = English\n# c\n\nhreflang = en-GB\ndirection = rtl", []),
      (
        nil,
        [
          "locale.txt:1:1: found no such file, expected one that says what the language is: name, hreflang, direction"
        ]
      ),
      (
        "",
        [
          "locale.txt:1:1: found no line “name”, expected name = …",
          "locale.txt:1:1: found no line “hreflang”, expected hreflang = …",
          "locale.txt:1:1: found no line “direction”, expected direction = …",
        ]
      ),
      (
        "name = English\nhrflang = en\nhreflang = en\nname = E\ndirection = up",
        [
          "locale.txt:2:1: found the line “hrflang”, expected a line of locale.txt; available: hreflang, direction, name",
          "locale.txt:4:1: found the line “name” again, expected it once",
          "locale.txt:5:13: found “up”, expected a direction; available: ltr, rtl",
        ]
      ),
      (
        "name =\nhreflang = english\ndirection = ltr",
        [
          "locale.txt:1:7: found nothing, expected a name",
          "locale.txt:2:12: found “english”, expected the tag of a language such as en or zh-CN",
        ]
      ),
      (
        "name = E\nhreflang = zh-CN\ndirection = ltr",
        [
          "locale.txt:2:12: found the hreflang “zh-CN” again, expected one that only this language has; it is also at locales/zh-CN/locale.txt:2:12"
        ]
      ),
    ] as [(String?, [String])])
  func `what a language is has to be said, once`(text: String?, faults: [String]) {
    #expect(told(text) == faults)
  }

  @Test func `a tag has each of its parts in its usual case`() {
    for tag in ["en", "zh-CN", "zh-Hant-TW", "sr-Latn", "es-419", "en-XA", "fil"] {
      #expect(LocaleInfo.isTag(tag), "\(tag)")
    }
    for tag in [
      "", "e", "EN", "zh_CN", "zh-cn", "zh-CN-", "en-latn", "english", "en-US-x", "-en", "é",
    ] {
      #expect(!LocaleInfo.isTag(tag), "\(tag)")
    }
  }

  @Test func `what is written about a language can be read`() {
    let info = LocaleInfo(tag: "en", name: "Pseudo", hreflang: "en-XA", direction: .rtl)
    let file = info.source(path: "locales/en/locale.txt")
    #expect(told(String(decoding: file.bytes, as: UTF8.self)).isEmpty)
  }
}
