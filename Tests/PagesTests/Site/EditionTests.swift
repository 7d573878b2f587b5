import Market
import Testing
import Theme

@testable import Pages

@Suite struct EditionTests {
  typealias Locale = Market.Locale

  @Test func `a language that the theme does not speak is refused`() throws {
    let klingon = try #require(Locale("tlh"))
    #expect(throws: EditionError.unknownLanguage("tlh")) { try Made.edition(klingon) }
  }

  @Test(arguments: [
    ("2026-11-20T15:59:59Z", Day(year: 2026, month: 11, day: 20)),
    ("2026-11-20T16:00:00Z", Day(year: 2026, month: 11, day: 21)),
    ("2026-12-31T16:00:00Z", Day(year: 2027, month: 1, day: 1)),
    ("2028-02-28T16:00:00Z", Day(year: 2028, month: 2, day: 29)),
  ])
  func `a day begins at midnight at the site`(moment: String, day: Day) throws {
    let edition = try Made.edition(.english)
    #expect(edition.day(Made.moment(moment)) == day)
    #expect(edition.day(edition.start(of: day)) == day)
    #expect(edition.start(of: day) <= Made.moment(moment) || !moment.hasSuffix("16:00:00Z"))
  }

  @Test(
    arguments: [
      (99, 20, 50), (98, 20, 49), (989, 200, 49), (990, 200, 50), (5, 1, 50), (14, 3, 47),
      (9, 2, 45), (89, 20, 45), (1, 1, 10),
    ] as [(Int64, Int64, Int)])
  func `a mean has one decimal, and a half goes up`(sum: Int64, count: Int64, tenths: Int) {
    #expect(Figure.mean(of: sum, over: count) == Figure(tenths, scale: 1))
  }

  @Test func `the mean of nothing is none`() { #expect(Figure.mean(of: 0, over: 0) == nil) }

  @Test(arguments: [(9_810, 981, 1), (9_000, 90, 0), (10_000, 100, 0), (9_999, 999, 1), (0, 0, 0)])
  func `only who never missed is at a hundred per cent`(points: Int, units: Int, scale: Int) {
    #expect(Figure.percent(Int64(points)) == Figure(units, scale: scale))
  }

  @Test func `a text is said in the page's language, then in its own, then in any`() throws {
    let edition = try Made.edition(.english)
    func said(_ text: Localized, first: Locale? = nil) -> [String?] {
      let said = edition.said(text, first: first)
      return [said?.text, said?.lang]
    }
    #expect(said([.english: "tea", .chinese: "茶"], first: .chinese) == ["tea", nil])
    #expect(said([.chinese: "茶"], first: .chinese) == ["茶", "zh-CN"])
    let french = try #require(Locale("fr"))
    #expect(said([.chinese: "茶", french: "thé"], first: .chinese) == ["茶", "zh-CN"])
    #expect(said([.chinese: "茶", french: "thé"]) == ["thé", "fr"])
    #expect(said([.chinese: "", french: "thé"], first: .chinese) == ["thé", "fr"])
    #expect(said([:]) == [nil, nil])
  }

  @Test func `the foot has what was written in the language, by its groups, and the blog`() throws {
    let chinese = try Made.edition(.chinese)
    #expect(
      chinese.footer.map { $0.links.map(\.link.text) } == [
        ["/zh-CN/help/ordering", "/zh-CN/help/ranking"], ["/zh-CN/blog"],
      ])
    let english = try Made.edition(.english)
    #expect(english.footer.flatMap(\.links).map(\.link.text) == ["/en/help/ordering", "/en/blog"])
  }

  @Test func `the way to a category leads over what is open`() throws {
    let closed = Made.category(1, nil, "design", "设计", "Design", isOpen: false)
    let closedLogos = Made.category(11, 1, "logos", "标志", "Logos", isOpen: false)
    for (categories, way) in [
      ([Made.design, Made.logos], ["/en/c/design", "/en/c/logos"]),
      ([Made.design, closedLogos], ["/en/c/design"]), ([closed, Made.logos], []),
      ([Made.logos], ["/en/c/logos"]), ([], []),
    ] {
      let edition = try Made.edition(.english, Made.catalogue(categories))
      #expect(edition.trail(to: Made.logos.id).map(\.link.text) == way)
      // A gig leads to more of its kind all the same.
      let category = GigPage(Made.gig(), in: edition).category
      #expect(category.link.text == way.last ?? "/en/c")
      #expect(!category.name.text.isEmpty)
    }
  }

  @Test(arguments: [
    ("Marks", "Marks. Two."), ("Marks.", "Marks. Two."), ("Marks. ", "Marks. Two."),
    ("Marks!", "Marks. Two."), ("Marks,", "Marks. Two."), ("", "Two."), (" . ", "Two."),
    ("Marks etc...", "Marks etc. Two."),
  ])
  func `two texts are joined with one stop and one space`(first: String, whole: String) throws {
    #expect(try Made.edition(.english).joined(first, "Two.") == whole)
  }

  @Test(arguments: ["商标", "商标。", "商标！", "商标；"])
  func `two Chinese texts are joined without a space`(first: String) throws {
    #expect(try Made.edition(.chinese).joined(first, "共两项。") == "商标。共两项。")
  }

  @Test func `every language has its room`() throws {
    for (tag, room) in [
      ("zh-CN", SearchRoom.wide), ("zh-TW", .wide), ("ja", .wide), ("en", .narrow),
      ("en-XA", .narrow),
    ] {
      #expect(SearchRoom(in: try #require(Locale(tag))) == room)
    }
  }
}
