import Market
import Testing
import Theme

@testable import Pages

@Suite struct FixedPageTests {
  typealias Locale = Market.Locale

  @Test func `the home page shows the best, a few of the newest and the newest posts`() throws {
    let cards = (1...12).map { Made.card($0) }
    let skills = [
      Counted(Made.skill(1, "logo", [.chinese: "标志", .english: "Logos"]), seen: 3),
      Counted(Made.skill(2, "none", [:]), seen: 2),
    ]
    let page = HomePage(
      Made.listing(seen: 120, best: Array(cards.prefix(3)), newest: cards), skills: skills,
      in: try Made.edition(.chinese))
    #expect(page.gigCount == 120 && page.isRounded)
    #expect(page.best.count == 3 && page.newest.count == HomePage.newestMax)
    #expect(page.newestLink.text == "/zh-CN/new")
    #expect(page.skills.map(\.link.text) == ["/zh-CN/k/logo"])
    #expect(page.posts.map(\.link.text) == ["/zh-CN/blog/second", "/zh-CN/blog/first"])
    #expect(page.blogLink?.text == "/zh-CN/blog")
    #expect(page.rankingLink?.text == "/zh-CN/help/ranking" && page.escrowLink == nil)
    #expect(page.frame.isWholeTitle && page.frame.title.hasPrefix("集市"))
    #expect(page.frame.feed?.text == "\(Made.origin)/zh-CN/new/feed.xml")
    #expect(page.cancelAfterHours == Rules.standard.order.lateCancelHours)
  }

  @Test func `a market of nothing has a home page without a blog`() throws {
    let edition = try Made.edition(.english, Made.catalogue([], seen: 0), Library())
    let page = HomePage(
      Made.listing(slots: 0, seen: 0, newest: []), skills: [], in: edition)
    #expect(page.gigCount == 0 && !page.isRounded && page.groups.isEmpty)
    #expect(page.posts.isEmpty && page.blogLink == nil)
    #expect(page.frame.footer.isEmpty)
    #expect(try rendered(page, in: .english).contains("<h1>"))
  }

  @Test func `the catalogue has every open group with its open categories`() throws {
    let closed = Made.category(13, 1, "old", "旧", "Old", isOpen: false)
    let edition = try Made.edition(
      .english, Made.catalogue([Made.design, Made.words, Made.logos, closed], seen: 120))
    let page = CataloguePage(in: edition)
    #expect(page.groups.map(\.link.text) == ["/en/c/design", "/en/c/words"])
    #expect(page.groups.map { $0.categories.map(\.link.text) } == [["/en/c/logos"], []])
    let logos = page.groups[0].categories[0]
    #expect(logos.count == 120 && logos.isRounded)
    #expect(logos.summary?.text == "Marks, wordmarks and emblems")
    #expect(logos.otherNames == "标志设计")
    #expect(page.newestLink?.text == "/en/new")
    #expect(page.frame.isIndexed && page.frame.trail.isEmpty)
  }

  @Test func `topics are found by their names in all languages, and not by search engines`() throws
  {
    let page = TopicsPage(
      skills: [Counted(Made.skill(1, "swift", [.chinese: "Swift", .english: "Swift"]), seen: 3)],
      tags: [
        Counted(Made.tag(1, "cha", [.chinese: "茶"]), seen: 2),
        Counted(Made.tag(2, "tea", [.chinese: "茶饮", .english: "tea"]), seen: 1),
        Counted(Made.tag(3, "none", [:]), seen: 1),
      ], in: try Made.edition(.english))
    #expect(page.skills.map(\.otherNames) == [nil])
    #expect(page.tags.map(\.name.text) == ["茶", "tea"])
    #expect(page.tags.map(\.otherNames) == [nil, "茶饮"])
    #expect(page.tags.map(\.count) == [2, 1])
    #expect(!page.frame.isIndexed)
    #expect(page.frame.canonical.text == "\(Made.origin)/en/search")
  }

  @Test(arguments: Made.locales)
  func `where nothing is there are the groups`(locale: Locale) throws {
    let page = MissingPage(in: try Made.edition(locale))
    #expect(page.groups.map(\.link.text) == ["/\(locale)/c/design", "/\(locale)/c/words"])
    #expect(!page.frame.isIndexed && page.frame.alternates.isEmpty)
    #expect(page.frame.languages.map(\.link.text) == ["/zh-CN/404", "/en/404"])
  }

  @Test func `an old address leads to the new one, and is known as that`() throws {
    let edition = try Made.edition(.english)
    let gig = Made.gig()
    let page = MovedPage(
      to: edition.translations(of: gig), titled: edition.title(of: gig), in: edition)
    #expect(page.link.text == "/en/g/tea-shop-logo-42")
    #expect(page.canonical.text == "\(Made.origin)/en/g/tea-shop-logo-42")
    #expect(page.title == "A logo for your tea shop")
    // Search engines are not led from twin to twin.
    let chinese = Made.gig { $0.content.texts[.english] = nil }
    let twin = MovedPage(
      to: edition.translations(of: chinese), titled: edition.title(of: chinese), in: edition)
    #expect(twin.link.text == "/en/g/tea-shop-logo-42")
    #expect(twin.canonical.text == "\(Made.origin)/zh-CN/g/cha-yin-dian-42")
  }

  @Test func `the chooser leads to every language, in its own words`() throws {
    let page = ChooserPage(in: try Made.locales.map { try Made.edition($0) })
    #expect(page.languages.map(\.link.text) == ["/zh-CN", "/en"])
    #expect(page.languages.map(\.language.text) == ["zh-CN", "en"])
    #expect(page.languages[0].words.hasPrefix("集市") && page.languages[1].words.hasPrefix("Jishi"))
    #expect(page.language == "zh-CN" && page.openGraphLocale == "zh_CN")
    #expect(page.isIndexed)
  }
}
