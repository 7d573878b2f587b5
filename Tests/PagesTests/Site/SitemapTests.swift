import Market
import Testing
import Theme

@testable import Pages

@Suite struct SitemapTests {
  typealias Locale = Market.Locale

  @Test(arguments: Made.locales)
  func `a sitemap says what the heads of its pages say`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let gig = Made.gig()
    let lines = [
      SitemapLine(edition.translations(of: .chooser)), SitemapLine(edition.translations(of: .home)),
      SitemapLine(
        edition.translations(of: gig), day: edition.day(Made.instant),
        pictures: ["/\(edition.drawing(of: gig).name)"]),
      SitemapLine(edition.translations(of: Made.bareProfile(in: locale))),
    ]
    let xml = Sitemap.xml(of: lines, in: edition)
    #expect(isWellFormed(xml))
    try GoldenFile(name: "site/sitemap.\(locale)").check(xml)
    let frame = GigPage(gig, in: edition).frame
    #expect(xml.contains("<loc>\(frame.canonical.text)</loc><lastmod>2026-11-21</lastmod>"))
    for each in frame.alternates {
      #expect(xml.contains("hreflang=\"\(each.hreflang.text)\" href=\"\(each.link.text)\"/>"))
    }
    #expect(isWellFormed(Sitemap.xml(of: [], in: edition)))
  }

  @Test func `the index and the robots' file name every shard, in order`() throws {
    let origin = try #require(SiteOrigin(Made.origin))
    let shards = [
      SitemapShard("words", .english), SitemapGroup.gigs(2).shard(in: .chinese),
      SitemapGroup.gigs(1).shard(in: .chinese),
    ]
    let paths = [
      "/sitemaps/gigs-zh-CN-1.xml", "/sitemaps/gigs-zh-CN-2.xml",
      "/sitemaps/words-en-1.xml",
    ]
    let index = Sitemap.index(of: shards, at: origin)
    #expect(isWellFormed(index))
    #expect(
      index.matches(of: /<loc>([^<]+)<\/loc>/).map { String($0.1) }
        == paths.map { Made.origin + $0 })
    #expect(
      Sitemap.robots(naming: shards, at: origin, in: Made.locales) == """
        User-agent: *
        Allow: /
        Disallow: /zh-CN/report
        Disallow: /zh-CN/sign-up
        Disallow: /zh-CN/sign-in
        Disallow: /zh-CN/reset
        Disallow: /zh-CN/settings
        Disallow: /zh-CN/organisations
        Disallow: /zh-CN/invitations
        Disallow: /zh-CN/studio
        Disallow: /zh-CN/staff
        Disallow: /en/report
        Disallow: /en/sign-up
        Disallow: /en/sign-in
        Disallow: /en/reset
        Disallow: /en/settings
        Disallow: /en/organisations
        Disallow: /en/invitations
        Disallow: /en/studio
        Disallow: /en/staff

        Sitemap: https://jishi.example/sitemap.xml
        Sitemap: https://jishi.example/sitemaps/gigs-zh-CN-1.xml
        Sitemap: https://jishi.example/sitemaps/gigs-zh-CN-2.xml
        Sitemap: https://jishi.example/sitemaps/words-en-1.xml

        """)
  }

  @Test func `a thing stays in its shard`() {
    #expect(SitemapGroup.shard(holding: 999) == 1)
    #expect(SitemapGroup.shard(holding: 1_000) == 2)
    #expect(SitemapGroup.gigs(1).ids == 0..<1_000)
    #expect(SitemapGroup.gigs(2).ids == 1_000..<2_000)
    #expect(SitemapShard("x", .english) < SitemapShard("x", .chinese))
  }

  @Test func `what XML cannot hold is left out, and what it could mistake is escaped`() {
    var xml = XML("<a>")
    xml.element("b", "<\u{0}&\u{B}\">\t\u{FFFF}茶", in: "zh-CN")
    xml.raw("</a>")
    #expect(xml.markup.hasSuffix("<a><b xml:lang=\"zh-CN\">&lt;&amp;&quot;&gt;\t茶</b></a>"))
    #expect(isWellFormed(xml.markup))
  }
}
