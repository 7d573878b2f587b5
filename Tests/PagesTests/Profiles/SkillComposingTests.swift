import Market
import Testing
import Theme

@testable import Pages

@Suite struct SkillComposingTests {
  private func page(
    number: Int64? = nil, pages: Int64 = 1, seen: Int64 = 1,
    sellers: [SellerCardRecord] = [Made.seller()],
    names: Localized = [.chinese: "书法", .english: "Calligraphy"], _ locale: Market.Locale = .english
  ) throws -> SkillPage {
    SkillPage(
      SkillRecord(
        skill: Made.skill(1, "shufa", names), number: number, pages: pages, seen: seen,
        sellers: sellers), in: try Made.edition(locale))
  }

  @Test func `the front counts, and leads into the numbered pages`() throws {
    let page = try page(pages: 3, seen: 61)
    #expect(page.frame.title == "Sellers skilled in Calligraphy")
    #expect(page.frame.description.hasPrefix("61 sellers skilled in Calligraphy"))
    #expect(page.count == 61 && !page.isRounded && page.number == nil)
    #expect(page.pager?.previous == nil && page.pager?.next?.text == "/en/k/shufa/2")
    #expect(page.pager?.pages.map(\.number) == [2, 1])
    #expect(page.frame.trail.map(\.link.text) == ["/en/search"])
    #expect(try self.page().frame.description.hasPrefix("One seller skilled in Calligraphy"))
    #expect(try self.page(.chinese).frame.title == "会“书法”的卖家")
  }

  @Test func `a numbered page leads back to the front`() throws {
    let page = try page(number: 3, pages: 3, seen: 61)
    #expect(page.frame.title == "Sellers skilled in Calligraphy, page 3")
    #expect(page.count == nil && page.number == 3)
    #expect(
      page.pager?.previous?.text == "/en/k/shufa" && page.pager?.next?.text == "/en/k/shufa/2")
    #expect(page.frame.trail.map(\.link.text) == ["/en/search", "/en/k/shufa"])
    #expect(page.frame.canonical.text == "\(Made.origin)/en/k/shufa/3")
    #expect(page.frame.alternates.count == 3)
  }

  @Test func `a skill with a name in one language is known by that, on every page`() throws {
    for number in [nil, 2] as [Int64?] {
      let page = try page(number: number, pages: 2, names: [.chinese: "书法"])
      let path = number.map { "/\($0)" } ?? ""
      #expect(page.frame.canonical.text == "\(Made.origin)/zh-CN/k/shufa\(path)")
      #expect(page.frame.alternates.isEmpty)
      #expect(page.title.lang == "zh-CN")
    }
  }

  @Test func `more than a hundred are rounded, and none are not listed`() throws {
    #expect(try page(seen: 120).isRounded)
    #expect(try !page(number: 1, pages: 5, seen: 120).isRounded)
    #expect(try !page(seen: 0, sellers: []).frame.isIndexed)
  }
}
