extension TinySite {
  static let clean: [String: String] = {
    var files = [
      "robots.txt": """
      User-agent: *
      Disallow: /en/search
      Disallow: /en/report
      Sitemap: \(site)/sitemap.xml
      Sitemap: \(site)/sitemaps/all.xml

      """,
      "assets/style.css": "main { background: url(\"/assets/paper.svg\") }",
      "assets/menu.js": "import { keep } from \"./keep.js\";\nkeep();",
      "assets/keep.js": "export function keep() {}",
      "assets/paper.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "assets/seal.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "assets/icons.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><symbol id=\"star\"/></svg>",
      "covers/tea.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "en/new/feed.xml": feed,
      "sitemap.xml": """
      <?xml version="1.0" encoding="utf-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>\(site)/sitemaps/all.xml</loc><lastmod>2026-03-01</lastmod></sitemap>
      </sitemapindex>
      """,
      "sitemaps/all.xml": shard,
    ]
    for page in pages {
      files[page.path == "/" ? "index.html" : "\(page.path.dropFirst()).html"] = page.html
    }
    files["en/g/old-1.html"] = stub
    files["404.html"] = files["en/404.html"]
    return files
  }()

  private static let homes = ["zh-Hans": "/zh-CN", "en": "/en", "x-default": "/"]
  private static let gigs = [
    "zh-Hans": "/zh-CN/g/cha-1", "en": "/en/g/tea-1", "x-default": "/en/g/tea-1",
  ]

  private static let pages = [
    Page(
      path: "/", title: "Languages", alternates: homes,
      main: "<a href=\"/zh-CN\">简体中文</a> <a href=\"/en\">English</a>"),
    Page(
      path: "/en", title: "Market", alternates: homes,
      head: "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/en/new/feed.xml\">\n",
      main: """
        <a href="/en/g/tea-1#packages">Tea</a> <a href="/en/g/ink-2">墨</a>
        <a href="mailto:help@jishi.example">Write</a> <a href="https://beian.example/">Record</a>
        """),
    Page(
      path: "/zh-CN", tongue: "zh-CN", title: "集市", alternates: homes,
      main: "<a href=\"/zh-CN/g/cha-1\">茶</a> <a href=\"/zh-CN/g/mo-2\">墨</a>"),
    Page(path: "/en/g/tea-1", title: "Tea", alternates: gigs, head: facts, main: gig),
    Page(
      path: "/zh-CN/g/cha-1", tongue: "zh-CN", title: "茶", alternates: gigs,
      main: "<a href=\"/zh-CN/v/7\">旧版</a>"),
    // Written in Chinese alone.
    Page(path: "/zh-CN/g/mo-2", tongue: "zh-CN", title: "墨", main: "好墨。"),
    Page(
      path: "/en/g/ink-2", title: "墨", canonical: "/zh-CN/g/mo-2", main: "<p lang=\"zh-CN\">好墨。</p>"
    ),
    Page(path: "/zh-CN/v/7", tongue: "zh-CN", title: "茶，第一版", isIndexed: false, main: "旧。"),
    Page(path: "/en/search", title: "Topics", isIndexed: false, main: "All topics."),
    Page(
      path: "/zh-CN/search", tongue: "zh-CN", title: "专题", isIndexed: false, main: "全部专题。"),
    Page(path: "/en/404", title: "Missing", isIndexed: false, main: "Gone."),
  ]

  private static let gig = """
    <img src="/covers/tea.svg" srcset="/covers/tea.svg 2x" alt="" width="480" height="360">
    <svg><use href="/assets/icons.svg#star"/></svg>
    <p id="packages">Tea from <b>Lin</b> for ¥1,280.00, on <time datetime="2026-02-03">3 Feb</time></p>
    <ul><li id="reviews">4.9 of 12 reviews</li></ul>
    <a href="https://elsewhere.example/" rel="nofollow ugc">More</a>
    <a href="/en/report?subject=/en/g/tea-1" rel="nofollow">Report</a>
    """

  private static let facts = """
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",\
    "name":"Tea","url":"\(site)/en/g/tea-1","image":["\(site)/covers/tea.svg"],\
    "datePublished":"2026-02-03","brand":{"@type":"Brand","name":"Lin"},\
    "aggregateRating":{"@type":"AggregateRating","ratingValue":4.9,"reviewCount":12},\
    "offers":[{"@type":"Offer","price":1280.00,"priceCurrency":"CNY"}]}</script>

    """

  private static let stub = """
    <!doctype html><html lang="en"><title>Moved</title>
    <link rel="canonical" href="\(site)/en/g/tea-1">
    <meta http-equiv="refresh" content="0; url=/en/g/tea-1">
    <p><a href="/en/g/tea-1">Here</a></p></html>
    """

  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom"><id>\(site)/en/new/feed.xml</id><title>New</title>
    <updated>2026-03-01T10:00:00Z</updated><author><name>Jishi</name></author>
    <link rel="self" href="\(site)/en/new/feed.xml"/><link href="\(site)/en"/>
    <entry><id>tag:jishi.example,2026:gig-1</id><title>Tea</title>
    <updated>2026-03-01T10:00:00Z</updated><link href="\(site)/en/g/tea-1"/>
    <content type="html">&lt;a href="\(site)/en"&gt;All&lt;/a&gt;</content></entry></feed>
    """

  private static let shard: String = {
    let listed = pages.filter { $0.isIndexed && $0.canonical == nil }.map { page in
      let links = page.alternates.map {
        "<xhtml:link rel=\"alternate\" hreflang=\"\($0.key)\" href=\"\(site)\($0.value)\"/>"
      }
      return "<url><loc>\(site)\(page.path)</loc><lastmod>2026-03-01</lastmod>\(links.joined())"
        + (page.path == "/en/g/tea-1" ? image : "") + "</url>"
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
        xmlns:xhtml="http://www.w3.org/1999/xhtml">
      \(listed.joined(separator: "\n"))
      </urlset>
      """
  }()

  private static let image =
    "<image:image><image:loc>\(site)/covers/tea.svg</image:loc></image:image>"
}
