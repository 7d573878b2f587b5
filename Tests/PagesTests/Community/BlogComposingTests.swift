import Market
import Testing
import Theme

@testable import Pages

@Suite struct BlogComposingTests {
  typealias Locale = Market.Locale

  @Test func `the blog lists what was written in its language, the newest first`() throws {
    let chinese = BlogPage(in: try Made.edition(.chinese))
    #expect(chinese.posts.map(\.title.text) == ["second zh-CN", "first zh-CN"])
    #expect(chinese.feed.text == "/zh-CN/blog/feed.xml")
    #expect(chinese.frame.feed?.text == "\(Made.origin)/zh-CN/blog/feed.xml")
    let english = BlogPage(in: try Made.edition(.english))
    #expect(english.posts.map(\.title.text) == ["first en"])
    // The index itself is there in both.
    #expect(english.frame.alternates.count == 3)
  }

  @Test func `a post in one language has no twin, and the switch leads to the blog`() throws {
    let edition = try Made.edition(.chinese)
    let post = try #require(edition.library.post("second", in: .chinese))
    let page = PostPage(post, in: edition)
    #expect(page.frame.alternates.isEmpty)
    #expect(page.frame.languages.map(\.link.text) == ["/zh-CN/blog/second", "/en/blog"])
    #expect(page.frame.trail.map(\.link.text) == ["/zh-CN/blog"])
    #expect(page.frame.kind == "article")
    #expect(page.newer == nil && page.older?.link.text == "/zh-CN/blog/first")
  }

  @Test func `a post in both languages has its twin and its neighbours`() throws {
    let edition = try Made.edition(.chinese)
    let post = try #require(edition.library.post("first", in: .chinese))
    let page = PostPage(post, in: edition)
    #expect(
      page.frame.alternates.map(\.link.text) == [
        "\(Made.origin)/zh-CN/blog/first", "\(Made.origin)/en/blog/first",
        "\(Made.origin)/zh-CN/blog/first",
      ])
    #expect(page.newer?.link.text == "/zh-CN/blog/second" && page.older == nil)
    #expect(page.title == "first zh-CN" && page.author == "Lin <Jian>")
  }

  @Test func `who signs with the name of the site is no person`() throws {
    let edition = try Made.edition(.english)
    func author(_ name: String) throws -> String? {
      let post = Post(
        name: "x", locale: .english, title: "X", summary: "", author: name,
        day: Day(year: 2026, month: 1, day: 1), body: "")
      let facts = try read(PostPage(post, in: edition).facts)
      return (facts["author"] as? [String: Any])?["@type"] as? String
    }
    #expect(try author("Jishi") == "Organization")
    #expect(try author("Lin") == "Person")
  }
}
