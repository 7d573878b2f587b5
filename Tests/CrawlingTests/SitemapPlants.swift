import Crawling

extension Plant {
  static let machines = [
    shard("not well-formed", "</urlset>", "", also: [.sitemap]),
    shard(
      "there is no such page", "<loc>\(site)/en/g/tea-1</loc>", "<loc>\(site)/en/g/tea-9</loc>"),
    shard(
      "not listed under its own", "<loc>\(site)/en/g/tea-1</loc>", "<loc>\(site)/en/g/ink-2</loc>"),
    shard("lastmod is “2026-02-30”", "2026-03-01", "2026-02-30"),
    shard("lastmod is “yesterday”", "2026-03-01", "yesterday"),
    shard("there is no picture", "/covers/tea.svg", "/covers/none.svg"),
    shard(
      "other alternates", "hreflang=\"zh-Hans\" href=\"\(site)/zh-CN/g/cha-1",
      "hreflang=\"zh-Hans\" href=\"\(site)/zh-CN"),
    shard("no urlset", "schemas/sitemap/0.9", "schemas/sitemap/0.8"),
    Plant(
      .sitemap, "0 places", at: "/en/g/tea-1", in: "sitemaps/all.xml",
      "<loc>\(site)/en/g/tea-1</loc>", "<loc>\(site)/en</loc>"),
    Plant(
      .sitemap, "2 places", at: "/en", in: "sitemaps/all.xml", "<loc>\(site)/en/g/tea-1</loc>",
      "<loc>\(site)/en</loc>"),
    index("it does not list", "sitemaps/all", "sitemaps/some"),
    index("there is no", "sitemaps/all", "sitemaps/some"),
    index("no well-formed index", "</sitemapindex>", ""),
    index("lastmod is", "2026-03-01", "1 March"),
    robots("it does not list \(site)/sitemap.xml", "/sitemap.xml", "/sitemaps.xml"),
    robots("it does not list \(site)/sitemaps/all.xml", "/sitemaps/all.xml", ""),
    robots("it shuts everybody out", "Disallow: /en/search", "Disallow: /"),
    feed("not well-formed", "</feed>", ""),
    feed("no Atom feed", "2005/Atom", "2004/Atom"),
    feed("the feed has no id", "<id>\(site)/en/new/feed.xml</id>", ""),
    feed("entry 1 has no title", "<title>Tea</title>", ""),
    feed(
      "entry 1: updated is “2026-03-01”", "2026-03-01T10:00:00Z</updated><link href",
      "2026-03-01</updated><link href"),
    feed("stands there twice", "tag:jishi.example,2026:gig-1", "\(site)/en/new/feed.xml"),
    feed(
      "no whole address of ours", "<link href=\"\(site)/en/g/tea-1\"", "<link href=\"/en/g/tea-1\""),
    feed("no whole address of ours", "/en/g/tea-1", "/en/g/tea-9"),
    feed(
      "its self link", "rel=\"self\" href=\"\(site)/en/new/feed.xml\"",
      "rel=\"self\" href=\"\(site)/en\""),
    feed("nobody is the author", "<author><name>Jishi</name></author>", ""),
    feed("which is not whole", "&lt;a href=\"\(site)/en\"", "&lt;a href=\"/en\""),
  ]

  private static let site = TinySite.site

  private static func shard(
    _ reason: String, _ old: String, _ new: String, also: Set<Rule> = []
  ) -> Plant {
    Plant(.sitemap, reason, at: "/sitemaps/all.xml", in: "sitemaps/all.xml", old, new, also: also)
  }

  private static func index(_ reason: String, _ old: String, _ new: String) -> Plant {
    Plant(.sitemap, reason, at: "/sitemap.xml", in: "sitemap.xml", old, new)
  }

  private static func robots(_ reason: String, _ old: String, _ new: String) -> Plant {
    Plant(.robots, reason, at: "/robots.txt", in: "robots.txt", old, new)
  }

  private static func feed(_ reason: String, _ old: String, _ new: String) -> Plant {
    Plant(.feeds, reason, at: "/en/new/feed.xml", in: "en/new/feed.xml", old, new)
  }
}
