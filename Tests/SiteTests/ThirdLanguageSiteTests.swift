import Crawling
import Foundation
import Proving
import Testing

/// Whoever drops the files of a language in has a site in that language.
@Suite struct ThirdLanguageSiteTests {
  private static let japanese = Tongue(tag: "ja", hreflang: "ja", openGraph: "ja_JP")
  private static let codes = ["en", "ja", "x-default", "zh-Hans"]

  /// The fair's market, with the words of the repository and those of a language that is begun.
  private static let built = Task {
    let workshop = try await fairWithWords()
    try workshop.ran("locale", "new", "ja", "--from", "en")
    try workshop.folder.write(
      Fair.article("注文", "注文します。"), to: "content/ja/help/ordering.md")
    try workshop.ran("build")
    return workshop
  }

  private static func fairWithWords() async throws -> Workshop {
    let workshop = try await Workshop.fair()
    try workshop.folder.remove("content")
    try FileManager.default.copyItem(
      atPath: "\(Shop.root)/content", toPath: workshop.folder.file("content"))
    return workshop
  }

  @Test func `the site is there in all three, without a fault`() async throws {
    let workshop = try await Self.built.value
    let crawl = try Crawl(
      folder: workshop.folder.file("output/site"), site: Shop.site,
      tongues: [.chinese, .english, Self.japanese])
    #expect(crawl.faults.isEmpty, "\(crawl.faults.count): \(crawl.faults.shown)")
    let site = try workshop.site()
    func pages(_ tag: String) -> Set<String> {
      Set(
        site.paths.filter {
          $0.hasPrefix("/\(tag)/") && !$0.contains("/help/") && !$0.contains("/policies/")
            && !$0.contains("/blog/") && !$0.contains("/g/")
        }
        .map { String($0.dropFirst(tag.count + 1)) })
    }
    #expect(pages("ja") == pages("en"))
  }

  @Test(.enabled(if: OpenCC.isThere, "opencc is not installed"))
  func `a site in words that a program made has no fault, either`() async throws {
    let workshop = try await Self.fairWithWords()
    try workshop.ran(
      "locale", "new", "zh-TW", "--from", "zh-CN", "--through", OpenCC.command, "--name", "繁體中文")
    try workshop.ran("build")
    let taiwanese = Tongue(tag: "zh-TW", hreflang: "zh-TW", openGraph: "zh_TW")
    let crawl = try Crawl(
      folder: workshop.folder.file("output/site"), site: Shop.site,
      tongues: [.chinese, .english, taiwanese])
    #expect(crawl.faults.isEmpty, "\(crawl.faults.count): \(crawl.faults.shown)")
    #expect(try workshop.site().text("/zh-TW/g/1").contains("賣家"))
  }

  @Test func `pages that are there in three languages say so in each`() async throws {
    let site = try await Self.built.value.site()
    for path in ["", "/c", "/help", "/help/ordering", "/new"] {
      let expected = [
        "zh-Hans": "/zh-CN\(path)", "en": "/en\(path)", "ja": "/ja\(path)",
        "x-default": path.isEmpty ? "/" : "/zh-CN\(path)",
      ]
      for tag in ["zh-CN", "en", "ja"] {
        let page = try site.page("/\(tag)\(path)")
        #expect(page.alternates == expected, "/\(tag)\(path)")
        #expect(page.languages.count == 2)
        #expect(site.listed.contains("/\(tag)\(path)"))
      }
    }
    #expect(try site.page("/index").links.contains("/ja"))
    #expect(site.paths.contains("/sitemaps/pages-ja-1.xml"))
  }

  @Test func `what nobody has said in it is known by its original`() async throws {
    let site = try await Self.built.value.site()
    let fair = try await Fair.made()
    let seal = try #require(site.address(of: fair.plan.seal, in: "ja"))
    let page = try site.page(seal)
    #expect(page.canonical == site.address(of: fair.plan.seal, in: "zh-CN"))
    #expect(page.alternates == [:])
    #expect(page.text.contains("<h1 lang=\"zh-CN\">手工刻一方印章</h1>"))
    #expect(!site.listed.contains(seal))
    let fees = try site.page("/en/help/fees")
    #expect(fees.languages == ["zh-CN": "/zh-CN/help/fees", "ja": "/ja/help"])
    #expect(fees.alternates.keys.sorted() == ["en", "x-default", "zh-Hans"])
    let posters = try site.page("/ja/c/poster")
    #expect(try #require(posters.canonical) == "/zh-CN/c/poster")
  }
}
