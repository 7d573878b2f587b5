import Crawling
import Foundation
import Proving
import Testing

/// The whole site of the demo market, followed as search engines, browsers and people would.
@Suite struct CrawledSiteTests {
  @Test func `a whole site has no fault`() throws {
    let demo = try DemoSite.shared.get()
    let crawl = try Crawl(folder: demo.folder, site: Shop.site)
    #expect(crawl.faults.isEmpty, "\(crawl.faults.count): \(crawl.faults.shown)")
    #expect(crawl.pages + crawl.files == demo.site.files.count)
    #expect(crawl.pages > 4 * DemoSite.gigs)
  }

  /// All of it in one copy: what is broken here does not hide what is broken there.
  @Test func `damage of every kind is found`() throws {
    var pieces = Pieces(files: try Workshop.demo.get().site().files)
    var expected: [(Rule, String, String)] = []
    func damage(
      _ rule: Rule, _ page: String, _ reason: String, _ act: (inout Pieces) throws -> Void
    ) throws {
      try act(&pieces)
      expected.append((rule, page, reason))
    }
    try damage(.links, "/en/help", "/en/help/fees: there is nothing") {
      $0.files["/en/help/fees.html"] = nil
    }
    try damage(.canonical, "/en/help", "/en/blog is another page") {
      let canonical = "rel=\"canonical\" href=\"\(Shop.site)/en"
      try $0.replace("\(canonical)/help\"", in: "/en/help.html", with: "\(canonical)/blog\"")
    }
    try damage(.hreflang, "/zh-CN/c", "zh-CN is no language of the site") {
      try $0.replace("hreflang=\"zh-Hans\"", in: "/zh-CN/c.html", with: "hreflang=\"zh-CN\"")
    }
    try damage(.sitemap, "/en/new", "it stands in 0 places") {
      try $0.replace(
        "<loc>\(Shop.site)/en/new</loc>", in: "/sitemaps/categories-en-1.xml",
        with: "<loc>\(Shop.site)/en</loc>")
    }
    let gig = try #require(pieces.files.keys.filter { $0.hasPrefix("/en/g/") }.min())
    let cover = try #require(
      pieces.files.keys.filter { $0.hasPrefix("/covers/") && pieces.text(gig).contains($0) }.min())
    try damage(.assets, String(gig.dropLast(".html".count)), "\(cover): there is nothing") {
      $0.files[cover] = nil
    }
    try damage(.unused, "/covers/left.svg", "a cover that nothing shows") {
      $0.files["/covers/left.svg"] = Data()
    }
    try damage(.words, "/zh-CN/blog", "{{") {
      try $0.replace("</h1>", in: "/zh-CN/blog.html", with: "{{ title }}</h1>")
    }
    try damage(.feeds, "/en/blog/feed.xml", "not well-formed") {
      $0.files["/en/blog/feed.xml"]?.removeLast(9)
    }
    try damage(.language, "/en/blog", "lang is “de”") {
      try $0.replace("<html lang=\"en\"", in: "/en/blog.html", with: "<html lang=\"de\"")
    }
    let folder = try TemporaryFolder()
    try BuiltSite(files: pieces.files).write(to: folder)
    let faults = try Crawl(folder: folder.path, site: Shop.site).faults
    for (rule, page, reason) in expected {
      let isFound = faults.contains {
        $0.rule == rule && $0.page == page && $0.reason.contains(reason)
      }
      #expect(isFound, "\(rule) of \(page): \(faults.filter { $0.rule == rule }.shown)")
    }
  }

  /// The files of a site, to be broken.
  private struct Pieces {
    var files: [String: Data]

    func text(_ name: String) -> String {
      files[name].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    mutating func replace(_ old: String, in name: String, with new: String) throws {
      let text = text(name)
      guard text.contains(old) else { throw ProvingError.failed("\(name) has no \(old)") }
      files[name] = Data(text.replacing(old, with: new).utf8)
    }
  }
}

extension [Fault] {
  /// The first of them, a line each.
  var shown: String { prefix(20).map { "\n\($0)" }.joined() }
}
