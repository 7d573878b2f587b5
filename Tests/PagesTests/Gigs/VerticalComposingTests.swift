import Market
import Testing
import Theme

@testable import Pages

@Suite struct VerticalComposingTests {
  typealias Locale = Market.Locale

  private static let studio = Vertical(
    name: "studio", names: [.english: "Studio"],
    summaries: [.chinese: "先出草图", .english: "Drafts come first"],
    steps: [
      .init(
        name: "draft", names: [.chinese: "草图", .english: "Draft"],
        summaries: [.chinese: "画在纸上"]),
      .init(name: "final", names: [.chinese: "定稿", .english: "Final"], summaries: [:]),
    ],
    promises: [
      .init(name: "original", text: [.chinese: "原创", .english: "My own <work>"]),
      .init(name: "quiet", text: [.english: "No gossip"]),
    ])

  private func edition(_ locale: Locale) throws -> Edition {
    let logos = Market.Category(
      id: Made.logos.id, group: Made.logos.group, slug: Made.logos.slug, vertical: "studio",
      position: 11, names: Made.logos.names, summaries: [:])
    let entries = [Made.design, logos, Made.posters].map { CatalogueRecord.Entry($0, seen: 3) }
    return try Made.edition(
      locale, CatalogueRecord(entries, verticals: [Self.studio], seen: 3))
  }

  private func gig(
    _ locale: Locale, promises: Set<String> = ["original", "gone"]
  ) throws -> GigPage {
    let record = Made.gig { $0.content.promises = promises }
    return GigPage(record, in: try edition(locale))
  }

  @Test func `a gig shows the steps of its vertical, and what its seller promised of it`() throws {
    let english = try gig(.english)
    #expect(english.steps.map(\.name.text) == ["Draft", "Final"])
    #expect(english.steps.map(\.summary?.text) == ["画在纸上", nil])
    #expect(english.steps[0].summary?.lang == "zh-CN")
    #expect(english.promises.map(\.text) == ["My own <work>"])
    let chinese = try rendered(try gig(.chinese), in: .chinese)
    #expect(chinese.contains("<h2>订单怎么走</h2>") && chinese.contains("<b>草图</b>"))
    #expect(chinese.contains("<h2>卖家的承诺</h2>") && chinese.contains("<span>原创</span>"))
    #expect(!chinese.contains("No gossip"))
    let page = try rendered(english, in: .english)
    #expect(page.contains("<span lang=\"zh-CN\">画在纸上</span>"))
    #expect(page.contains("<span>My own &lt;work&gt;</span>"))
  }

  @Test func `where nothing was promised, or there is no vertical, nothing is shown of it`() throws
  {
    #expect(try gig(.english, promises: []).promises.isEmpty)
    let plain = GigPage(
      Made.gig { $0.content.promises = ["original"] }, in: try Made.edition(.english))
    #expect(plain.steps.isEmpty && plain.promises.isEmpty)
    let page = try rendered(plain, in: .english)
    #expect(!page.contains("How an order goes") && !page.contains("What the seller promises"))
  }

  @Test func `the front of a category says how one works there`() throws {
    let edition = try edition(.english)
    let logos = try #require(edition.catalogue[Made.logos.id]).category
    let front = CategoryPage(Made.listing(), of: .category(logos), in: edition)
    #expect(front.vertical?.text == "Drafts come first")
    #expect(
      try rendered(front, in: .english).contains("<p class=\"small muted\">Drafts come first</p>"))
    let other = CategoryPage(Made.listing(), of: .category(Made.posters), in: edition)
    #expect(other.vertical == nil)
  }
}
