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
      ("name = English\nhreflang = en\ndirection = ltr\nopenGraph = en_GB", []),
      (
        "name = English\nhreflang = en\ndirection = ltr\nopenGraph = en-GB",
        [
          "locale.txt:4:13: found “en-GB”, expected a language and a region such as zh_CN or en_US"
        ]
      ),
      (
        "name = English\nhreflang = en\ndirection = ltr\nopenGraph =",
        ["locale.txt:4:12: found nothing, expected words after ="]
      ),
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
          "locale.txt:2:1: found the line “hrflang”, expected a line of locale.txt; available: hreflang, direction, name, openGraph",
          "locale.txt:4:1: found the line “name” again, expected it once",
          "locale.txt:5:13: found “up”, expected a direction; available: ltr, rtl",
        ]
      ),
      (
        "name =\nhreflang = english\ndirection = ltr",
        [
          "locale.txt:1:7: found nothing, expected words after =",
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

  @Test(arguments: [
    ("zh-CN", "zh_CN"), ("zh", "zh_CN"), ("zh-TW", "zh_TW"), ("zh-Hant", "zh_TW"),
    ("zh-Hant-HK", "zh_HK"), ("en", "en_US"), ("en-GB", "en_GB"), ("ja", "ja_JP"),
    ("sr-Latn", "sr_RS"), ("es-419", "es_419"), ("fil", "fil_PH"), ("en-XA", "en_XA"),
    ("xx", "xx"),
  ]) func `previews of links name a language with its region`(tag: String, openGraph: String) {
    #expect(LocaleInfo(tag: tag, name: tag, hreflang: tag).openGraph == openGraph)
  }

  @Test(arguments: ["en_GB", nil])
  func `a language can say how previews name it`(said: String?) throws {
    let info = LocaleInfo(tag: "en", name: "English", hreflang: "en", openGraph: said)
    let file = info.source(path: "locales/en/locale.txt")
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("openGraph") == (said != nil))
    let catalogue = try Catalogue([file])
    #expect(catalogue.locales == [info])
    #expect(catalogue.info("en")?.openGraph == said ?? "en_US")
  }

  @Test func `what is written about a language can be read`() {
    let info = LocaleInfo(tag: "en", name: "Pseudo", hreflang: "en-XA", direction: .rtl)
    let file = info.source(path: "locales/en/locale.txt")
    #expect(told(String(decoding: file.bytes, as: UTF8.self)).isEmpty)
  }
}
