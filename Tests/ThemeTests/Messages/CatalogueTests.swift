import Testing
import Theme

@Suite struct CatalogueTests {
  static let chinese = "name = 简体中文\nhreflang = zh-CN\ndirection = ltr\n"
  static let english = "name = English\nhreflang = en\ndirection = ltr\n"

  private func files(_ texts: [String: String]) -> [SourceFile] {
    texts.map { SourceFile(path: "locales/\($0.key)", $0.value) }
  }

  private func pair(
    _ chinese: String, _ english: String, tag: String = "en"
  ) -> [SourceFile] {
    files([
      "zh-CN/locale.txt": Self.chinese, "zh-CN/gig.txt": chinese,
      "\(tag)/locale.txt": Self.english, "\(tag)/gig.txt": english,
    ])
  }

  private func told(_ files: [SourceFile]) -> [String] {
    var faults: [Fault] = []
    _ = Catalogue(files, faults: &faults)
    return Faults(faults).all.map(\.description)
  }

  @Test func `a catalogue has the reference first and then the others by their tags`() throws {
    let catalogue = try Catalogue(
      files([
        "en/locale.txt": Self.english, "en/gig.txt": "gig.a = A {x}",
        "ar/locale.txt": "name = العربية\nhreflang = ar\ndirection = rtl",
        "ar/gig.txt": "gig.a = أ {x}", "README.md": "No words.", "glossary.txt": "x",
        "zh-CN/locale.txt": Self.chinese, "zh-CN/gig.txt": "gig.a = 甲 {x}",
      ]))
    #expect(catalogue.tags == ["zh-CN", "ar", "en"])
    #expect(catalogue["en"]["gig.a"]?.parts == [.words("A "), .value("x", .text)])
    #expect(catalogue["zh-CN"]["gig.a"]?.place == Place(file: "locales/zh-CN/gig.txt"))
    #expect(catalogue["fr"].isEmpty)
    #expect(catalogue.info("ar")?.direction == .rtl)
    #expect(catalogue.locales.map(\.name) == ["简体中文", "العربية", "English"])
    #expect(catalogue.pluralRules("ar").category(of: 2) == .two)
  }

  @Test func `without Chinese the first language is the reference`() {
    let all = told(
      files([
        "de/locale.txt": "name = Deutsch\nhreflang = de\ndirection = ltr",
        "de/gig.txt": "gig.a = A", "en/locale.txt": Self.english, "en/gig.txt": "gig.b = B",
      ]))
    #expect(
      all == [
        "locales/en/gig.txt:1:1: found no message “gig.a” in en, expected one, as in de",
        "locales/en/gig.txt:1:1: found the message “gig.b”, expected only messages that de has; available: gig.a",
      ])
  }

  @Test func `a key that one language has and another lacks is told`() {
    #expect(
      told(pair("gig.sellers = 卖家\ngig.b = 乙", "gig.b = B\n\ngig.seller = Seller")) == [
        "locales/en/gig.txt:1:1: found no message “gig.sellers” in en, expected one, as in zh-CN",
        "locales/en/gig.txt:3:1: found the message “gig.seller”, expected only messages that zh-CN has; available: gig.sellers",
      ])
  }

  @Test func `a file that a language lacks is told by its name, once`() {
    let all = told(
      files([
        "zh-CN/locale.txt": Self.chinese, "zh-CN/gig.txt": "# 甲\ngig.a = 甲\ngig.b = 乙",
        "en/locale.txt": Self.english,
      ]))
    #expect(
      all == [
        "locales/en/gig.txt:1:1: found no such file, expected one with the messages of locales/zh-CN/gig.txt"
      ])
  }

  @Test(arguments: [
    ("{x}", "a", "2:1: found “gig.a” without the argument “x”, expected it as text, as in zh-CN"),
    ("a", "b {x}", "2:12: found the argument “x” in “gig.a”, expected only what zh-CN has"),
    ("{sum, money}", "{sum, number}", "2:10: found “sum” as a number, expected money, as in zh-CN"),
    (
      "<w>a</w>", "a",
      "2:1: found “gig.a” without the argument “w”, expected it as words in an element, as in zh-CN"
    ),
    (
      "{s, select, a {} b {}}", "{s, select, a {} b {} c {}}",
      "2:10: found “s” as one of a, b, c, expected one of a, b, as in zh-CN"
    ),
    (
      "{s, select, a {} b {}}", "{s, select, a {} b {} other {}}",
      "2:10: found “s” as one of a, b, other, expected one of a, b, as in zh-CN"
    ),
    ("{n, number}", "{n, plural, one {a} other {b}}", nil),
    ("{n, plural, other {# 条}}", "{n, plural, =0 {no} one {#} other {#}}", nil),
    ("{d, day}", "{d, month}", nil),
    // A broken message is told as broken, not as one that lacks something.
    ("{x}", "}", "2:9: found a } that closes nothing, expected }} for the sign itself"),
  ])
  func `an argument means the same in all languages`(
    chinese: String, english: String, fault: String?
  ) {
    let all = told(pair("gig.a = \(chinese)", "\ngig.a = \(english)"))
    #expect(all == (fault.map { ["locales/en/gig.txt:\($0)"] } ?? []))
  }

  @Test func `a name that is nearly right is suggested`() {
    let all = told(pair("gig.a = {seller} {order}", "gig.a = {selller} {order}"))
    #expect(all.contains { $0.hasSuffix("available: seller, order") })
  }

  @Test(arguments: [
    (
      "en", "{n, plural, one {#} two {#} other {#}}",
      "1:29: found the category “two”, expected one that en has; available: one, other"
    ),
    (
      "en", "{n, plural, other {# b}}",
      "1:9: found a plural of “n” without “one”, expected every category that whole numbers have in en"
    ),
    ("en", "{n, plural, =1 {a} other {# b}}", nil),
    // Without words there is nothing that a number could change.
    ("en", "{n, plural, =0 {none} other {#}}", nil),
    ("ja", "{n, plural, other {#}}", nil),
    (
      "ja", "{n, plural, one {#} other {#}}",
      "1:21: found the category “one”, expected one that ja has; available: other"
    ),
    (
      "pl", "{n, plural, one {# b} other {# b}}",
      "1:9: found a plural of “n” without “few”, “many”, expected every category that whole numbers have in pl"
    ),
    ("pl", "{n, plural, one {#} few {#} many {#} other {# b}}", nil),
    (
      "fr", "{n, plural, one {# b} other {# b}}",
      "1:9: found a plural of “n” without “many”, expected every category that whole numbers have in fr"
    ),
    ("ar", "{n, plural, zero {#} one {#} two {#} few {#} many {#} other {# b}}", nil),
  ])
  func `a plural has the categories of its language`(tag: String, text: String, fault: String?) {
    let all = told(pair("gig.a = {n, number}", "gig.a = \(text)", tag: tag))
    #expect(all == (fault.map { ["locales/\(tag)/gig.txt:\($0)"] } ?? []))
  }

  @Test func `a message that nothing shows is told`() throws {
    let text = "gig.a = a\ngig.b = b\ngig.c = c"
    let catalogue = try Catalogue(pair(text, text))
    #expect(
      catalogue.unused(besides: ["gig.a", "gig.c"]).map(\.description) == [
        "locales/zh-CN/gig.txt:2:1: found the message “gig.b”, which nothing shows, expected a template that does, or no such message"
      ])
  }

  @Test func `files that are not read are told`() {
    let all = told(
      pair("gig.a = a", "gig.a = a")
        + files(["en/Gig.txt": "", "en/a/b.txt": "", "en/gig.md": "", "EN_us/gig.txt": ""])
        + [SourceFile(path: "elsewhere/en/gig.txt", "")])
    #expect(
      all.map { $0.prefix { $0 != "," } } == [
        "elsewhere/en/gig.txt:1:1: found a file that is not read",
        "locales/EN_us:1:1: found the folder “EN_us”",
        "locales/en/Gig.txt:1:1: found a file that is not read",
        "locales/en/a/b.txt:1:1: found a file that is not read",
        "locales/en/gig.md:1:1: found a file that is not read",
      ])
    #expect(
      told([]) == [
        "locales:1:1: found no language, expected a folder for each, such as locales/zh-CN"
      ])
  }
}
