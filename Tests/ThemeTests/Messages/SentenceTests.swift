import Testing

@testable import Theme

/// What the program says with the words of the catalogue: titles, descriptions, crumbs.
@Suite struct SentenceTests {
  private let files = [
    SourceFile(path: "locales/zh-CN/locale.txt", CatalogueTests.chinese),
    SourceFile(
      path: "locales/zh-CN/title.txt",
      """
      title.bare = 集市 & <<首页>
      title.numbered = {title}，第{number, number}页
      title.all = {said}，共{count, plural, other {#}}项，{state, select, sold {已售} other {在售}}，{price, price}起，{score, figure}分，{day, day}，{names, list}，{token}
      """),
    SourceFile(path: "locales/en/locale.txt", CatalogueTests.english),
    SourceFile(
      path: "locales/en/title.txt",
      """
      title.bare = Jishi & "co": it's <<home>
      title.numbered = {title}, page {number, number}
      title.all = {said}: {count, plural, =0 {none} one {# gig} other {# gigs}}, {state, select, sold {sold} other {for sale}} from {price, price}, {score, figure}, {day, day}, {names, list}, {token}
      """),
  ]

  private func theme(_ sentences: (any Sentence.Type)..., files: [SourceFile]? = nil) throws
    -> LoadedTheme
  {
    // A theme other than the default one may leave messages of the site unsaid.
    try LoadedTheme(
      try ThemeFiles("mine", layers: [[:]]), in: "themes", try Catalogue(files ?? self.files),
      showing: [], saying: sentences)
  }

  private func told(_ sentence: any Sentence.Type, _ chinese: String, _ english: String) -> [String]
  {
    let texts = [
      ("zh-CN/locale", CatalogueTests.chinese), ("zh-CN/title", chinese),
      ("en/locale", CatalogueTests.english), ("en/title", english),
    ]
    let files = texts.map { SourceFile(path: "locales/\($0).txt", $1) }
    do {
      _ = try theme(sentence, files: files)
      return []
    } catch {
      return (error as? Faults)?.all.map(\.description) ?? ["\(error)"]
    }
  }

  @Test func `every character comes out as it went in`() throws {
    let theme = try theme(Numbered.self, Bare.self)
    let hostile = "a & b < c > d \" e ' f &amp; \u{202E}\u{7}\r\n{{ t }}"
    let numbered = Numbered(title: hostile, number: 1234)
    #expect(
      theme.sentences.spoken(in: "zh-CN").text(numbered) == "\(hostile)，第1,234页")
    #expect(
      theme.sentences.spoken(in: "en").text(numbered) == "\(hostile), page 1,234")
    #expect(theme.sentences.spoken(in: "zh-CN").text(Bare()) == "集市 & <首页>")
    #expect(theme.sentences.spoken(in: "en").text(Bare()) == "Jishi & \"co\": it's <home>")
  }

  @Test func `each kind of value is written as in a page, but for the escaping`() throws {
    let theme = try theme(Everything.self)
    let english = theme.sentences.spoken(in: "en")
    let chinese = theme.sentences.spoken(in: "zh-CN")
    #expect(
      english.text(Everything())
        == "<Tea>: 1 gig, for sale from CN¥200, 4.9, November 20, 2026, a<b, c & d, and 'e', tall")
    #expect(
      chinese.text(Everything()) == "<Tea>，共1项，在售，¥200起，4.9分，2026年11月20日，a<b、c & d和'e'，tall")
    #expect(
      english.text(Everything(count: 0, state: .sold))?.hasPrefix("<Tea>: none, sold from") == true)
    #expect(english.text(Everything(count: 2))?.hasPrefix("<Tea>: 2 gigs, for sale") == true)
  }

  @Test func `a sentence that nobody asked for has no words, nor has another language`() throws {
    let theme = try theme(Bare.self)
    #expect(theme.sentences.spoken(in: "en").text(Numbered(title: "a", number: 1)) == nil)
    #expect(theme.sentences.spoken(in: "fr").text(Bare()) == nil)
    #expect(theme.sentences.spoken(in: "en").text(Bare()) != nil)
  }

  @Test func `a sentence needs its message, and what it says is used`() throws {
    let theme = try theme(Bare.self, Numbered.self)
    #expect(theme.sentences.needs(of: Numbered.self)?.messages == ["title.numbered"])
    #expect(theme.sentences.needs(of: Numbered.self)?.templates.isEmpty == true)
    #expect(theme.sentences.needs(of: Everything.self) == nil)
    #expect(
      theme.sentences.all.map { $0.needs.messages } == [["title.bare"], ["title.numbered"]])
    let faults = #expect(throws: Faults.self) {
      try LoadedTheme(
        try ThemeFiles(ThemeFiles.defaultName, layers: [[:]]), in: "themes",
        try Catalogue(files), showing: [],
        saying: [Bare.self, Everything.self])
    }
    #expect(
      faults?.all.map(\.found) == ["the message “title.numbered”, which nothing shows"])
  }

  @Test func `a message that is missing is told where it should stand`() {
    #expect(
      told(Bare.self, "title.bar = 甲", "title.bar = A") == [
        "locales/zh-CN:1:1: found no message “title.bare” in zh-CN, expected one: Bare says it; available: title.bar"
      ])
    // Told once, by the catalogue: the message of the other language stands in for it.
    #expect(
      told(Bare.self, "title.bare = 甲\ntitle.b = 乙", "title.b = A").map { $0.prefix(46) } == [
        "locales/en/title.txt:1:1: found no message “ti"
      ])
  }

  @Test func `one language that lacks a message is told by its folder`() throws {
    let language = try Language.reading("en")
    var faults: [Fault] = []
    let message = Stage.message("title.bare", [.words("A")])
    _ = Sentences(
      [Bare.self],
      messages: [
        LocaleMessages(language, ["title.bare": message]), LocaleMessages(language, [:]),
      ], place: { Place(file: "locales/\($0)") }, faults: &faults)
    #expect(
      faults.map(\.description) == [
        "locales/en:1:1: found no message “title.bare” in en, expected one: Bare says it"
      ])
  }

  @Test func `a message may leave out what the program brings, and no more`() {
    #expect(told(Numbered.self, "title.numbered = {title}", "title.numbered = {title}") == [])
    #expect(
      told(Numbered.self, "\ntitle.numbered = {titel}", "title.numbered = {titel}") == [
        "locales/en/title.txt:1:1: found the argument “titel” in “title.numbered”, expected a field of Numbered; available: title, note, number, state",
        "locales/zh-CN/title.txt:2:1: found the argument “titel” in “title.numbered”, expected a field of Numbered; available: title, note, number, state",
      ])
    #expect(
      told(Bare.self, "title.bare = {x}", "title.bare = {x}").last
        == "locales/zh-CN/title.txt:1:1: found the argument “x” in “title.bare”, expected none: Bare has no fields"
    )
  }

  @Test(arguments: [
    (
      "{title, number}",
      "“title” as a number in “title.numbered”, expected what Numbered brings: a value of kind text"
    ),
    (
      "{number}",
      "“number” as text in “title.numbered”, expected what Numbered brings: a value of kind number"
    ),
    (
      "{note}",
      "“note” as text in “title.numbered”, expected what Numbered brings: a value of kind text?"
    ),
    (
      "{state, select, new {} paid {} other {}}",
      "“state” as one of new, paid, other in “title.numbered”, expected what Numbered brings: one of new, sold, gone"
    ),
    (
      "<a>{title}</a>",
      "words in the element <a> in “title.numbered”, expected a text without elements: Numbered is no part of a page"
    ),
  ]) func `what is used as something else is told where it is used`(message: String, fault: String)
  {
    let text = "title.numbered = \(message)"
    #expect(
      told(Numbered.self, text, text) == [
        "locales/en/title.txt:1:1: found \(fault)", "locales/zh-CN/title.txt:1:1: found \(fault)",
      ])
  }
}

private struct Bare: Sentence {
  static let key = "title.bare"
  static let about = "A title that is always the same."
  static let fields = Fields<Self>()
}

private struct Numbered: Sentence {
  var title: String
  var number: Int
  var note: String?
  var state = Shelf.State.new

  static let key = "title.numbered"
  static let about = "A title with a number."
  static let fields = Fields<Self>(
    Field("title", \.title, "The title."), Field("number", \.number, "Which page."),
    Field("note", \.note, "What may be missing."), Field("state", \.state, "How it is."))
}

private struct Everything: Sentence {
  var said = Said("<Tea>", lang: "en")
  var count = 1
  var state = Shelf.State.new
  var price = Amount(minorUnits: 20_000, currency: "CNY", scale: 2)
  var score = Figure(49, scale: 1)
  var day = Day(year: 2026, month: 11, day: 20)
  var names = ["a<b", "c & d", "'e'"]
  var token: Token = "tall"

  static let key = "title.all"
  static let about = "A title with every kind of value."
  static let fields = Fields<Self>(
    Field("said", \.said, "Words."), Field("count", \.count, "How many."),
    Field("state", \.state, "How it is."), Field("price", \.price, "From how much."),
    Field("score", \.score, "A rating."), Field("day", \.day, "Since when."),
    Field("names", \.names, "Names."), Field("token", \.token, "A name of ours."))
}
