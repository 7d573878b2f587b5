import Market
import Testing
import Theme

@testable import Pages

@Suite struct HelpComposingTests {
  typealias Locale = Market.Locale

  @Test func `help lists what was written in its language, by its groups`() throws {
    let chinese = HelpPage(in: try Made.edition(.chinese))
    #expect(chinese.groups.map(\.kind) == [.buyers])
    #expect(
      chinese.groups[0].articles.map(\.link.text) == [
        "/zh-CN/help/ordering", "/zh-CN/help/ranking",
      ])
    let english = HelpPage(in: try Made.edition(.english))
    #expect(english.groups[0].articles.map(\.link.text) == ["/en/help/ordering"])
  }

  @Test func `a text in one language has no twin, and the switch leads to all help`() throws {
    let edition = try Made.edition(.chinese)
    let article = try #require(edition.library.article(.help, "ranking", in: .chinese))
    let page = ArticlePage(article, in: edition)
    #expect(page.frame.alternates.isEmpty)
    #expect(page.frame.canonical.text == "\(Made.origin)/zh-CN/help/ranking")
    #expect(page.frame.languages.map(\.link.text) == ["/zh-CN/help/ranking", "/en/help"])
    #expect(page.frame.trail.map(\.name.text) == ["帮助与规则"])
    #expect(edition.translations(of: article).locales == [.chinese])
  }

  @Test func `a text leads to its parts and to others of its group`() throws {
    let edition = try Made.edition(.chinese)
    let article = try #require(edition.library.article(.help, "ordering", in: .chinese))
    let page = ArticlePage(article, in: edition)
    #expect(page.contents.map(\.name.text) == ["One", "Two"])
    for part in page.contents {
      #expect(page.body.markup.contains("id=\"\(part.link.text.dropFirst())\""))
    }
    #expect(page.siblings.map(\.link.text) == ["/zh-CN/help/ranking"])
    #expect(page.frame.alternates.count == 3)
    #expect(page.frame.kind == "article")
    let facts = try read(page.facts)
    #expect(facts["dateModified"] as? String == "2026-11-20")
    #expect(facts["inLanguage"] as? String == "zh-CN")
  }

  @Test func `texts come in the order of their groups and places, posts the newest first`() {
    let library = Library(
      [("b", 2), ("c", 1), ("a", 2)].map { Made.article($0.0, .english, place: $0.1) },
      [("a", 1), ("c", 3), ("b", 3)].map { Made.post($0.0, .english, day: $0.1) })
    #expect(library.articles(in: .english).map(\.name) == ["c", "a", "b"])
    #expect(library.posts(in: .english).map(\.name) == ["c", "b", "a"])
    #expect(library.articles(in: .chinese).isEmpty && library.posts(in: .chinese).isEmpty)
    #expect(library.article(.policies, "a", in: .english) == nil)
    #expect(library.article(.help, "a", in: .english)?.name == "a")
    #expect(library.post("d", in: .english) == nil)
  }
}

@Suite struct FiguresTests {
  private func text(_ name: String, in tag: String = "en") throws -> String? {
    let text = """
      [order]
      late-cancel-hours = 24
      rate = 12.50
      note = as agreed
      version = 1.2.3

      [asset CNY]
      most = 1000000
      """
    return try Figures(rules: text).text(name, in: try Formats(tag: tag))
  }

  @Test(
    arguments: [
      ("order.late-cancel-hours", "24"), ("order.rate", "12.50"), ("order.note", "as agreed"),
      ("order.version", "1.2.3"), ("asset CNY.most", "1,000,000"), ("order.none", nil),
      ("listing.page", "24"), ("ranking.front-places", "12"),
    ] as [(String, String?)])
  func `a figure is written as the language writes numbers`(name: String, shown: String?) throws {
    #expect(try text(name) == shown)
  }

  @Test func `every line of the rules in force has a name`() throws {
    let figures = try Figures(rules: Rules.standardText)
    #expect(figures.names.contains("order.late-cancel-hours"))
    #expect(figures.names == figures.names.sorted())
    let formats = try Formats(tag: "en")
    for name in figures.names { #expect(figures.text(name, in: formats) != nil) }
  }

  @Test func `rules that are none are refused`() {
    #expect(throws: SheetError.self) { try Figures(rules: "late = 1") }
  }
}
