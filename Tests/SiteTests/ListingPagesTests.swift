import Market
import Store
import Testing

/// Lists of gigs, made of rows.
@Suite struct ListingPagesTests {
  private static func poster(_ number: Int) -> String { "Poster no. \(number)" }

  /// How many stand on a numbered page when all are there.
  private static let perPage = Int(Listing.slotsPerPage)

  @Test func `a long list has numbered pages, and a gap keeps its place`() async throws {
    let site = try await Fair.made().site
    let front = try site.page("/en/c/poster")
    let newest = (1...Fair.posters).reversed().filter { $0 != Fair.missingPoster }
    #expect(front.cards == newest.prefix(Self.perPage).map(Self.poster))
    let oldest = try site.page("/en/c/poster/1")
    let held = (1...Self.perPage).reversed().filter { $0 != Fair.missingPoster }
    #expect(oldest.cards == held.map(Self.poster))
    let second = try site.page("/en/c/poster/2")
    #expect(second.cards == (Self.perPage + 1...Fair.posters).reversed().map(Self.poster))
    #expect(!site.has("/en/c/poster/3"))
    for page in [oldest, second] { #expect(page.isIndexed) }
    // What is on them stands in the sitemaps itself.
    #expect(site.listed.isSuperset(of: ["/en/c/poster", "/zh-CN/c/poster"]))
    #expect(!site.listed.contains { $0.contains("/c/poster/") })
  }

  @Test func `what stays keeps its page when others go and come`() async throws {
    let fair = try await Fair.made()
    let shop = try Shop(like: fair.shop)
    let posters = fair.plan.postersOfPages
    try await shop.change { tx in
      try tx.resumeGig(posters[Fair.missingPoster - 1], by: .operator, at: Shop.now)
      for poster in posters[10..<20] { try tx.pauseGig(poster, by: .operator, at: Shop.now) }
    }
    let site = try await shop.build()
    let held = (1...Self.perPage).reversed().filter { !(11...20).contains($0) }
    #expect(try site.page("/en/c/poster/1").cards == held.map(Self.poster))
    let second = (Self.perPage + 1...Fair.posters).reversed().map(Self.poster)
    #expect(try site.page("/en/c/poster/2").cards == second)
    // An emptied page stays where it was, and search engines forget it.
    try await shop.change { tx in
      for poster in posters.prefix(Self.perPage) where try tx.gig(poster).isShown {
        try tx.pauseGig(poster, by: .operator, at: Shop.now)
      }
    }
    let emptied = try await shop.build()
    #expect(try emptied.page("/en/c/poster/1").cards == [])
    #expect(try !emptied.page("/en/c/poster/1").isIndexed)
    #expect(try emptied.page("/en/c/poster/2").cards == second)
  }

  @Test func `numbered pages lead to their neighbours`() async throws {
    let site = try await Fair.made().site
    let (front, oldest) = (try site.page("/en/c/poster"), try site.page("/en/c/poster/1"))
    let second = try site.page("/en/c/poster/2")
    #expect(front.next == "/en/c/poster/1")
    #expect(front.previous == nil)
    #expect(oldest.next == nil)
    #expect(oldest.previous == "/en/c/poster/2")
    #expect(second.next == "/en/c/poster/1")
    #expect(second.previous == "/en/c/poster")
    #expect(oldest.canonical == "/en/c/poster/1")
    #expect(oldest.alternates.keys.sorted() == ["en", "x-default", "zh-Hans"])
  }

  @Test func `an empty category is there for people, not for search engines`() async throws {
    let site = try await Fair.made().site
    for locale in ["en", "zh-CN"] {
      let page = try site.page("/\(locale)/c/letter")
      #expect(!page.isIndexed)
      #expect(page.cards == [])
      #expect(page.alternates == [:])
      #expect(!site.listed.contains("/\(locale)/c/letter"))
    }
    #expect(try site.page("/en/c").links.contains("/en/c/letter"))
  }

  @Test func `a list whose name is in one language is known by that one`() async throws {
    let site = try await Fair.made().site
    let twin = try site.page("/en/c/seal")
    #expect(twin.canonical == "/zh-CN/c/seal")
    #expect(twin.text.contains("<h1 lang=\"zh-CN\">篆刻</h1>"))
    #expect(twin.alternates == [:])
    #expect(site.listed.contains("/zh-CN/c/seal"))
    #expect(!site.listed.contains("/en/c/seal"))
    #expect(try site.text("/en/c").contains("lang=\"zh-CN\">篆刻</a>"))
    let tag = try site.page("/en/t/shui-mo")
    #expect(tag.canonical == "/zh-CN/t/shui-mo")
    #expect(tag.text.contains("<h1 lang=\"zh-CN\">水墨</h1>"))
  }

  @Test func `titles from another language are marked on cards`() async throws {
    let site = try await Fair.made().site
    #expect(try site.text("/en/c/seal").contains(/<h3><a [^>]*lang="zh-CN">水墨标志<\/a>/))
    #expect(try site.text("/zh-CN/c/logo").contains(/<h3><a [^>]*lang="en">A plain logo<\/a>/))
    #expect(try site.text("/en/c/logo").contains(/<h3><a href="[^"]*">A plain logo<\/a>/))
  }

  @Test func `a market without anything has a site all the same`() async throws {
    let site = try await Shop(content: Fair.words).build()
    for address in ["/index", "/en", "/zh-CN", "/en/c", "/en/new", "/en/search", "/en/404", "/404"]
    {
      #expect(site.has(address), "\(address)")
    }
    #expect(try site.page("/en/new").cards == [])
    #expect(try !site.page("/en/new").isIndexed)
    #expect(try site.text("/en/new/feed.xml").contains("</feed>"))
    #expect(!site.paths.contains { $0.contains("/g/") || $0.hasPrefix("/covers/") })
  }
}

extension BuiltPage {
  var previous: String? { neighbour("prev") }
  var next: String? { neighbour("next") }

  private func neighbour(_ rel: String) -> String? {
    text.matches(of: /<link rel="(prev|next)" href="([^"]*)">/).first { $0.1 == rel }
      .map { String($0.2) }
  }
}
