package import Market
package import Theme

/// A page that search engines should know, in one language.
package struct SitemapLine: Sendable {
  package let page: Translations
  /// When what it says last changed.
  package let day: Day?
  /// Paths of pictures on it.
  package let pictures: [String]

  package init(_ page: Translations, day: Day? = nil, pictures: [String] = []) {
    self.page = page
    self.day = day
    self.pictures = pictures
  }
}

package enum Sitemap {
  package static let indexPath = "/sitemap.xml"
  private static let schema = "http://www.sitemaps.org/schemas/sitemap/0.9"

  /// The pages of one shard, in the language of the edition.
  package static func xml(of lines: [SitemapLine], in edition: Edition) -> String {
    var xml = XML(
      "<urlset xmlns=\"\(schema)\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\" "
        + "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n")
    for line in lines {
      xml.raw("<url>")
      xml.element("loc", edition.canonical(of: line.page).text)
      if let day = line.day { xml.element("lastmod", day.iso) }
      for each in edition.alternates(of: line.page) {
        xml.raw("<xhtml:link rel=\"alternate\" hreflang=\"\(each.hreflang.text)\" href=\"")
        xml.text(each.link.text)
        xml.raw("\"/>")
      }
      for picture in line.pictures {
        xml.raw("<image:image>")
        xml.element("image:loc", edition.site.origin.whole(picture).text)
        xml.raw("</image:image>")
      }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return xml.markup
  }

  package static func index(of shards: [SitemapShard], at origin: SiteOrigin) -> String {
    var xml = XML("<sitemapindex xmlns=\"\(schema)\">\n")
    for shard in shards.sorted() {
      xml.raw("<sitemap>")
      xml.element("loc", origin.whole(shard.path).text)
      xml.raw("</sitemap>\n")
    }
    xml.raw("</sitemapindex>\n")
    return xml.markup
  }

  /// Baidu reads no index, so every shard is named. What the endpoint makes for one person is
  /// closed: each gig leads to a form of its own.
  package static func robots(
    naming shards: [SitemapShard], at origin: SiteOrigin, in locales: [Locale]
  ) -> String {
    let closed = locales.flatMap(PageAddress.closedPaths)
    let paths = [indexPath] + shards.sorted().map(\.path)
    return "User-agent: *\nAllow: /\n" + closed.map { "Disallow: \($0)\n" }.joined() + "\n"
      + paths.map { "Sitemap: \(origin.whole($0).text)\n" }.joined()
  }
}
