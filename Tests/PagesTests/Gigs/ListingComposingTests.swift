import Market
import Testing
import Theme

@testable import Pages

@Suite struct ListingComposingTests {
  typealias Locale = Market.Locale

  private func front(
    _ list: ListSubject, _ locale: Locale = .english, _ record: ListingRecord = Made.listing()
  ) throws -> CategoryPage {
    CategoryPage(record, of: list, in: try Made.edition(locale))
  }

  @Test func `the front of a category says what belongs there and how many there are`() throws {
    let english = try front(.category(Made.logos))
    #expect(english.frame.title == "Logo design services")
    #expect(
      english.frame.description
        == "Marks, wordmarks and emblems. 3 services in Logo design, with prices, delivery times"
        + " and reviews; payments are held in escrow.")
    #expect(english.title.text == "Logo design")
    let chinese = try front(.category(Made.logos), .chinese)
    #expect(chinese.frame.title == "标志设计服务")
    #expect(chinese.frame.description == "商标、字标与图形标。标志设计类目下共3项服务，价格、交付时间和评价一目了然，款项先托管。")
  }

  @Test(
    arguments: [
      (0, "No service yet"), (1, "One service in"), (2, "2 services in"), (99, "99 services in"),
      (1_200, "1,200 services in"),
    ] as [(Int64, String)])
  func `a count is said in good English`(count: Int64, words: String) throws {
    let page = try front(.category(Made.posters), .english, Made.listing(seen: count))
    #expect(page.frame.description.hasPrefix(words))
    #expect(page.count == Int(count))
    #expect(page.isRounded == (count > 99))
    #expect(page.frame.isIndexed == (count > 0))
    #expect(!page.frame.description.contains("  "))
  }

  @Test(arguments: Made.locales)
  func `one and many are told apart in all lists`(locale: Locale) throws {
    let tag = Made.tag(1, "tea", [.chinese: "茶", .english: "tea"])
    for count in [1, 2] as [Int64] {
      let text = try front(.tag(tag), locale, Made.listing(seen: count)).frame.description
      #expect(text.contains("1 services") == false)
      #expect(text.contains(count == 1 ? /One service |1项/ : /2 services|2项/))
    }
  }

  @Test func `a listing leads on by its pages, and back to its front`() throws {
    let front = try front(
      .category(Made.logos), .english, Made.listing(slots: 24 * 10, seen: 230))
    #expect(front.number == nil && front.pager?.previous == nil)
    #expect(front.pager?.next?.text == "/en/c/logos/9")
    #expect(front.pager?.pages.map(\.number) == [9, 8, 7, 1])
    #expect(front.frame.trail.map(\.link.text) == ["/en/c/design"])
    let page = CategoryPage(
      Made.page(9, of: 10), of: .category(Made.logos), in: try Made.edition(.english))
    #expect(page.number == 9 && page.count == nil)
    #expect(page.frame.title == "Logo design services, page 9")
    #expect(page.frame.description.hasPrefix("Logo design services, page 9: "))
    #expect(page.frame.canonical.text == "\(Made.origin)/en/c/logos/9")
    #expect(page.frame.trail.map(\.link.text) == ["/en/c/design", "/en/c/logos"])
    #expect(
      page.pager?.previous?.text == "/en/c/logos/10" && page.pager?.next?.text == "/en/c/logos/8")
    #expect(page.title.text == front.title.text)
  }

  @Test func `a group stands under all categories, a tag under all topics`() throws {
    let group = try front(.category(Made.design))
    #expect(group.frame.trail.map(\.link.text) == ["/en/c"])
    let tag = try front(.tag(Made.tag(1, "tea", [.english: "tea"])))
    #expect(tag.frame.trail.map(\.link.text) == ["/en/search"])
  }

  @Test func `a group leads into it, a category to its neighbours`() throws {
    func narrower(_ list: ListSubject) throws -> [String] {
      try front(list).narrower.map(\.link.text)
    }
    #expect(try narrower(.category(Made.design)) == ["/en/c/logos", "/en/c/posters"])
    #expect(try narrower(.category(Made.logos)) == ["/en/c/posters"])
    #expect(try narrower(.category(Made.words)) == [])
    #expect(try narrower(.market) == ["/en/c/design", "/en/c/words"])
    #expect(try narrower(.tag(Made.tag(1, "tea", [.english: "tea"]))) == [])
  }

  @Test func `only the front of the whole market has a feed`() throws {
    let market = try front(.market)
    #expect(market.frame.feed?.text == "\(Made.origin)/en/new/feed.xml")
    #expect(market.frame.trail.isEmpty)
    let page = CategoryPage(Made.page(1, of: 2), of: .market, in: try Made.edition(.english))
    #expect(page.frame.feed == nil)
    #expect(page.frame.title == "The newest services, page 1")
    #expect(page.frame.trail.map(\.link.text) == ["/en/new"])
    #expect(try front(.category(Made.logos)).frame.feed == nil)
  }

  @Test func `a tag with a name in one language is known by that`() throws {
    let tag = Made.tag(1, "cha", [.chinese: "茶"])
    let page = try front(.tag(tag))
    #expect(page.title.text == "茶" && page.title.lang == "zh-CN")
    #expect(page.frame.canonical.text == "\(Made.origin)/zh-CN/t/cha")
    #expect(page.frame.alternates.isEmpty)
    let numbered = CategoryPage(
      Made.page(2, of: 2), of: .tag(tag), in: try Made.edition(.english))
    #expect(numbered.frame.canonical.text == "\(Made.origin)/zh-CN/t/cha/2")
    #expect(numbered.frame.trail.map(\.name.lang) == [nil, "zh-CN"])
  }

  @Test func `a card has its price, its stars and its seller`() throws {
    let card = try Made.composer(.english).card(Made.card())
    #expect(card.title.text == "Wordmark 7" && card.title.lang == nil)
    #expect(card.link.text == "/en/g/wordmark-7")
    #expect(card.rating == Figure(50, scale: 1) && card.reviewCount == 1)
    #expect(card.price == Amount(minorUnits: 88_050, currency: "CNY", scale: 2))
    #expect(card.seller.link?.text == "/en/s/lin-jianshan-5")
    let new = try Made.composer(.english).card(
      Made.card {
        $0.figures = GigFigures(orders: 0, reviews: 0, stars: 0)
        $0.titles = [.chinese: "字标"]
        $0.seller.isShown = false
      })
    #expect(new.rating == nil && new.seller.link == nil)
    #expect(new.title.lang == "zh-CN")
  }

  @Test(arguments: Made.locales)
  func `no two lists have the same title`(locale: Locale) throws {
    let names: Localized = [.chinese: "标志设计", .english: "Logo design"]
    let edition = try Made.edition(locale)
    let skill = SkillRecord(
      skill: Made.skill(1, "logo", names), number: nil, pages: 1, seen: 1,
      sellers: [Made.seller()])
    let titles =
      try [
        front(.category(Made.logos), locale).frame.title,
        front(.tag(Made.tag(1, "logo", names)), locale).frame.title,
        front(.market, locale).frame.title, SkillPage(skill, in: edition).frame.title,
        CategoryPage(Made.page(1, of: 2), of: .market, in: edition).frame.title,
        CategoryPage(Made.page(2, of: 2), of: .market, in: edition).frame.title,
      ] + FixedPage.allCases.filter { $0 != .newest }.map { edition.title(of: $0) }
    #expect(Set(titles).count == titles.count)
    for title in titles { #expect(title.count <= edition.room.title, "\(title)") }
  }
}
