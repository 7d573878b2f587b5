import Testing
import Theme

/// A theme brings messages of its own, so that it can be sent to others as one folder.
@Suite struct ThemeMessagesTests {
  private static let site = [
    SourceFile(path: "locales/zh-CN/locale.txt", CatalogueTests.chinese),
    SourceFile(path: "locales/zh-CN/gig.txt", "gig.by = {name} 提供\ngig.a = 甲"),
    SourceFile(path: "locales/en/locale.txt", CatalogueTests.english),
    SourceFile(path: "locales/en/gig.txt", "gig.by = by {name}\ngig.a = A"),
  ]

  private func catalogue(
    _ texts: [String: String], _ faults: inout [Fault]
  ) -> Catalogue {
    let own = texts.map { ($0, SourceFile(path: "themes/mine/locales/\($0)", $1)) }
    return Catalogue(
      Self.site, with: [Dictionary(uniqueKeysWithValues: own)], faults: &faults)
  }

  private func told(_ texts: [String: String]) -> [String] {
    var faults: [Fault] = []
    _ = catalogue(texts, &faults)
    return Faults(faults).all.map {
      $0.description.replacing("themes/mine/locales/", with: "")
    }
  }

  @Test func `a message is added, or takes the place of the site's, and the others stay`() throws {
    var faults: [Fault] = []
    let catalogue = catalogue(
      [
        "zh-CN/mine.txt": "mine.hello = 你好", "en/mine.txt": "mine.hello = Hello",
        "en/gig.txt": "gig.by = made by {name}", "README.txt": "For people.",
      ], &faults)
    #expect(faults.isEmpty, "\(faults)")
    #expect(catalogue["en"]["gig.by"]?.parts == [.words("made by "), .value("name", .text)])
    #expect(catalogue["en"]["gig.a"]?.parts == [.words("A")])
    #expect(catalogue["zh-CN"]["gig.by"]?.parts == [.value("name", .text), .words(" 提供")])
    #expect(catalogue["zh-CN"]["mine.hello"]?.parts == [.words("你好")])
  }

  @Test func `of two themes the later one has the last word, message by message`() {
    var faults: [Fault] = []
    let layers = [("default", "gig.by = 1 {name}\ngig.a = 1"), ("mine", "gig.a = 2")]
    let catalogue = Catalogue(
      Self.site,
      with: layers.map { ["en/gig.txt": SourceFile(path: "themes/\($0)/locales/en/gig.txt", $1)] },
      faults: &faults)
    #expect(faults.isEmpty)
    #expect(catalogue["en"]["gig.by"]?.parts.first == .words("1 "))
    #expect(catalogue["en"]["gig.a"]?.parts == [.words("2")])
  }

  @Test func `what takes the place of another needs the same, in whichever language`() {
    #expect(
      told(["zh-CN/gig.txt": "gig.by = 提供\ngig.a = 甲 {x}"]) == [
        "zh-CN/gig.txt:1:1: found “gig.by” without the argument “name”, expected it as text, as in locales/zh-CN/gig.txt:1:1",
        "zh-CN/gig.txt:2:12: found the argument “x” in “gig.a”, expected only what locales/zh-CN/gig.txt:2:1 has",
      ])
    #expect(
      told(["en/gig.txt": "gig.by = {name, number}"]) == [
        "en/gig.txt:1:11: found “name” as a number, expected text, as in locales/en/gig.txt:1:1"
      ])
  }

  @Test func `what one language has the others need too`() {
    #expect(
      told(["zh-CN/mine.txt": "mine.a = 甲\nmine.b = 乙"]) == [
        "en/mine.txt:1:1: found no such file, expected one with the messages of zh-CN/mine.txt"
      ])
    #expect(
      told(["en/mine.txt": "mine.a = A"]) == [
        "en/mine.txt:1:1: found the message “mine.a”, expected only messages that zh-CN has"
      ])
  }

  @Test func `a theme brings messages, no languages`() {
    #expect(
      told(["fr/gig.txt": "gig.a = A", "fr/b.txt": "", "en/locale.txt": "", "en/x/y.txt": ""])
        .map { $0.replacing("NAME.txt", with: "…") } == [
          "en/locale.txt:1:1: found locale.txt in a theme, expected only messages: the site says what its languages are",
          "en/x/y.txt:1:1: found a file that is not read, expected locales/LANGUAGE/…, the name a word such as gig",
          "fr:1:1: found the language “fr”, expected one that the site has; available: en, zh-CN",
        ])
  }

  @Test func `what is wrong with its files is told there`() {
    #expect(told(["en/gig.txt": "gig.a = {"]).first?.hasPrefix("en/gig.txt:1:") == true)
    #expect(
      told(["en/gig.txt": "gig.a = {n, plural, other {# a}}"]).first?.contains("argument “n”")
        == true)
  }

  @Test func `a message of its own that nothing shows is told, others are the site's`() {
    var faults: [Fault] = []
    let catalogue = catalogue(
      ["zh-CN/mine.txt": "mine.a = 甲\nmine.b = 乙", "en/mine.txt": "mine.a = A\nmine.b = B"],
      &faults)
    let own: Set = ["themes/mine/locales/zh-CN/mine.txt", "themes/mine/locales/en/mine.txt"]
    #expect(
      catalogue.unused(besides: ["mine.a"], in: own).map { "\($0.place)" } == [
        "themes/mine/locales/zh-CN/mine.txt:2:1"
      ])
    #expect(catalogue.unused(besides: ["mine.a"]).count == 3)
  }
}
