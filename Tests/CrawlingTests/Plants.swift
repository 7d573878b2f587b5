import Crawling

extension Plant {
  static let links = [
    gig(.links, "there is nothing", "href=\"#main\"", "href=\"/en/nowhere\""),
    gig(.links, "there is nothing", "/en/report?subject", "/en/reports?subject"),
    gig(.links, "no ending", "<a href=\"/en\">", "<a href=\"/en.html\">"),
    gig(.links, "no slash", "<a href=\"/en\">", "<a href=\"/en/\">"),
    gig(.links, "empty href", "<a href=\"/en\">", "<a href=\"\">"),
    gig(.links, "there is nothing", "action=\"/en/search\"", "action=\"/en/find\""),
    gig(.links, "has moved", "<a href=\"/en\">", "<a href=\"/en/g/old-1\">"),
    Plant(
      .links, "there is nothing", at: "/en", in: "en.html", "\"/en/new/feed.xml\"",
      "\"/en/feed.xml\"", also: [.unused]),
    gig(.fragments, "nothing is #nowhere", "href=\"#main\"", "href=\"#nowhere\""),
    gig(.fragments, "nothing is /assets/icons.svg#sun", "icons.svg#star", "icons.svg#sun"),
    Plant(
      .fragments, "nothing is /en/g/tea-1#price", at: "/en", in: "en.html", "#packages", "#price"),
    gig(.fragments, "two elements", "id=\"packages\"", "id=\"reviews\"", also: [.fragments]),
    gig(.rel, "follow", " rel=\"nofollow ugc\"", ""),
    gig(.rel, "noopener", "rel=\"nofollow ugc\"", "rel=\"nofollow\" target=\"_blank\""),
    Plant(
      .rel, "without TLS", at: "/en", in: "en.html", "https://beian.example/",
      "http://beian.example/"),
    gig(.assets, "there is nothing", "src=\"/covers/tea.svg\"", "src=\"/covers/none.svg\""),
    gig(.assets, "there is nothing", "srcset=\"/covers/tea.svg", "srcset=\"/covers/none.svg"),
    gig(.assets, "another host", "src=\"/assets/menu.js\"", "src=\"http://cdn.example/menu.js\""),
    Plant(
      .assets, "there is nothing", at: "/assets/style.css", in: "assets/style.css", "paper",
      "cloth", also: [.unused]),
    Plant(
      .assets, "not ours", at: "/assets/style.css", in: "assets/style.css", "/assets/paper.svg",
      "https://cdn.example/x.png", also: [.unused]),
    Plant(
      .assets, "there is nothing", at: "/assets/menu.js", in: "assets/menu.js", "./keep.js",
      "./hold.js", also: [.unused]),
    Plant(
      .reach, "no links lead here", at: "/zh-CN/g/mo-2", in: "zh-CN.html",
      "<a href=\"/zh-CN/g/mo-2\">", "<a>"),
  ]

  static let names = [
    gig(.canonical, "0 canonical", "rel=\"canonical\"", "rel=\"other\"", also: seldom),
    gig(.canonical, "2 canonical", "<meta charset", "\(canonical)<meta charset", also: seldom),
    gig(
      .canonical, "no whole address", "rel=\"canonical\" href=\"\(site)",
      "rel=\"canonical\" href=\"", also: seldom.union([.preview])),
    gig(
      .canonical, "no whole address", "rel=\"canonical\" href=\"\(site)/en/g/tea-1",
      "rel=\"canonical\" href=\"\(site)/en/g/tea-9", also: seldom.union([.preview])),
    gig(
      .canonical, "another page", "rel=\"canonical\" href=\"\(site)/en/g/tea-1",
      "rel=\"canonical\" href=\"\(site)/en", also: seldom.union([.preview])),
    Plant(
      .canonical, "known as", at: "/en/g/old-1", in: "en/g/old-1.html", "url=/en/g/tea-1", "url=/en"
    ),
    Plant(
      .canonical, "moved again", at: "/en/g/old-1", in: "en/g/old-1.html", "/en/g/tea-1",
      "/en/g/old-1", also: [.links]),
    Plant(
      .hreflang, "alternates of its own", at: "/en/g/ink-2", in: "en/g/ink-2.html",
      "<meta charset", "\(alternate("en", "/en/g/ink-2"))<meta charset"),
    Plant(
      .language, "nothing is marked", at: "/en/g/ink-2", in: "en/g/ink-2.html",
      "<p lang=\"zh-CN\">",
      "<p>"),
    gig(.hreflang, "does not list itself", alternate("en", "/en/g/tea-1"), "", also: [.sitemap]),
    gig(
      .hreflang, "does not list /zh-CN/g/cha-1", alternate("zh-Hans", "/zh-CN/g/cha-1"), "",
      also: [.sitemap]),
    gig(.hreflang, "other alternates", alternate("x-default", "/en/g/tea-1"), "", also: [.sitemap]),
    gig(.hreflang, "no language of the site", "\"zh-Hans\"", "\"zh_CN\"", also: [.sitemap]),
    gig(
      .hreflang, "is no page", "hreflang=\"zh-Hans\" href=\"\(site)",
      "hreflang=\"zh-Hans\" href=\"", also: [.sitemap]),
    gig(.hreflang, "is no page", "/zh-CN/g/cha-1", "/zh-CN/g/cha-3", also: [.sitemap]),
    gig(.hreflang, "another language", "/zh-CN/g/cha-1", "/en", also: [.sitemap]),
    gig(.hreflang, "is not listed as itself", "/zh-CN/g/cha-1", "/zh-CN/v/7", also: [.sitemap]),
    gig(
      .hreflang, "may not be listed has alternates", "<meta charset",
      "<meta name=\"robots\" content=\"noindex\"><meta charset", also: [.sitemap]),
  ]

  static let heads = [
    gig(.head, "0 titles", "<title>Tea | Jishi</title>", ""),
    gig(
      .head, "2 descriptions", "<meta charset",
      "<meta name=\"description\" content=\"All of it.\"><meta charset"),
    gig(.head, "2 <h1>", "<h1>", "<h1>A</h1><h1>"),
    gig(.head, "the title has 3 columns", "Tea | Jishi", "Tea"),
    gig(
      .head, "the description has 700 columns", "name=\"description\" content=\"What Tea is about.",
      "name=\"description\" content=\"\(String(repeating: "茶", count: 350))"),
    Plant(
      .head, "may be listed", at: "/en/404", in: "en/404.html", "noindex", "all", also: [.canonical]
    ),
    Plant(
      .titles, "is called", at: "/en/g/tea-1", in: "en/g/tea-1.html", "Tea | Jishi",
      "Market | Jishi"),
    gig(.language, "lang is “de”", "<html lang=\"en\">", "<html lang=\"de\">"),
    gig(.language, "lang is “”", "<html lang=\"en\">", "<html>"),
    gig(.preview, "og:type", "<meta property=\"og:type\" content=\"website\">", ""),
    gig(.preview, "og:title", "<meta property=\"og:title\" content=\"Tea\">", ""),
    gig(.preview, "og:locale is zh_CN", "en_US", "zh_CN"),
    gig(
      .preview, "og:url is", "og:url\" content=\"\(site)/en/g/tea-1",
      "og:url\" content=\"\(site)/en"),
    gig(.preview, "twitter:card", "\"summary\"", "\"player\""),
    gig(
      .preview, "og:image", "<meta charset",
      "<meta property=\"og:image\" content=\"/covers/tea.svg\"><meta charset"),
    gig(.facts, "no JSON object", "{\"@context\"", "\"@context\""),
    gig(.facts, "@context", "\"@context\":\"https://schema.org\",", ""),
    gig(.facts, "no @type", "\"@type\":\"Brand\",", ""),
    gig(.facts, "no reviews", "id=\"reviews\"", "id=\"said\""),
    gig(.facts, "Product.name is “Coffee”", "\"name\":\"Tea\"", "\"name\":\"Coffee\""),
    gig(.facts, "reviewCount is 2", "\"reviewCount\":12", "\"reviewCount\":2"),
    gig(.facts, "ratingValue is 5", "\"ratingValue\":4.9", "\"ratingValue\":5"),
    gig(.facts, "price is 280", "\"price\":1280.00", "\"price\":280.00"),
    gig(.facts, "price is 128,", "\"price\":1280.00", "\"price\":128"),
    gig(.facts, "price is 1280.5,", "\"price\":1280.00", "\"price\":1280.5"),
    gig(.facts, "datePublished", "\"2026-02-03\",\"brand\"", "\"2026-02-04\",\"brand\""),
    gig(.facts, "no whole address", "\"url\":\"\(site)", "\"url\":\""),
    gig(
      .links, "there is nothing", "[\"\(site)/covers/tea.svg\"]", "[\"\(site)/covers/none.svg\"]"),
  ]

  static let markup = [
    gig(.inline, "<style>", "<meta charset", "<style>p { color: red }</style><meta charset"),
    gig(.inline, "style=", "<h1>", "<h1 style=\"color:red\">"),
    gig(.inline, "onclick=", "<h1>", "<h1 onclick=\"alert()\">"),
    gig(.inline, "<script> without src", "<meta charset", "<script>alert()</script><meta charset"),
    gig(.inline, "written out", "<a href=\"/en\">", "<a href=\"javascript:alert()\">"),
    gig(.pictures, "no alt", " alt=\"\"", ""),
    gig(.pictures, "no width", " width=\"480\"", ""),
    gig(.pictures, "no height", "height=\"360\"", "height=\"auto\""),
    gig(.pictures, "is lazy", "<img", "<img loading=\"lazy\""),
    gig(.forms, "sends by post", "<form", "<form method=\"post\""),
    gig(.words, "{{", "<h1>", "<h1>{{ title }}"),
    gig(.words, "{count}", "12 reviews", "{count} reviews 12"),
    gig(.words, "nil", "More</a>", "nil</a>"),
    gig(.words, "Optional(", "More</a>", "Optional(3)</a>"),
    gig(.words, "an attribute has “nil”", "alt=\"\"", "alt=\"nil\""),
  ]

  private static let site = TinySite.site
  /// What follows when a page has lost its place among those that are listed.
  private static let seldom: Set = [Rule.sitemap, .hreflang]
  private static let canonical = "<link rel=\"canonical\" href=\"\(site)/en/g/tea-1\">"

  private static func alternate(_ code: String, _ path: String) -> String {
    "<link rel=\"alternate\" hreflang=\"\(code)\" href=\"\(site)\(path)\">\n"
  }
}
