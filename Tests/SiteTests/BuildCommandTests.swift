import Foundation
import Proving
import Testing

/// `jishi build`, as an operator uses it.
@Suite struct BuildCommandTests {
  @Test func `it says what it built`() async throws {
    let workshop = try await Workshop.fair()
    let site = try workshop.site()
    let bytes = site.files.values.map(\.count).reduce(0, +)
    let pages = site.paths.count { $0.hasSuffix(".html") }
    let said = try workshop.ran("build", "--workers", "2")
    let lines = said.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines.first?.wholeMatch(
        of: /Built \d+ pages, \d+ other files and 0 new pictures in output\/site\./) != nil)
    #expect(said.contains(/\n0 files written, \d+ unchanged, 0 removed; \d+ kB in all\.\n/))
    #expect(
      said.contains(/\n\d+\.\d s, \d+ pages\/s with 2 workers, \d+ MB of memory at most\.\n/))
    #expect(
      lines.last?.wholeMatch(of: /Slowest templates: (\w+Page \d+ µs a page(, )?){3}\./) != nil)
    let facts = try workshop.object(try workshop.jishi("build", "--json"))
    #expect(facts["site"] as? String == "output/site")
    #expect(facts["pages"] as? Int == pages)
    let covers = site.paths.count { $0.hasPrefix("/covers/") }
    #expect(facts["files"] as? Int == site.files.count - pages - covers)
    #expect(facts["warnings"] as? [String] == [])
    #expect(facts["bytes"] as? Int == bytes)
    #expect(facts["written"] as? Int == 0)
    #expect(facts["unchanged"] as? Int == site.files.count)
    #expect(facts["removed"] as? Int == 0)
    #expect(facts["seconds"] as? Double ?? 0 > 0)
    #expect(facts["peak_rss_bytes"] as? Int ?? 0 > 1_000_000)
    let templates = try #require(facts["templates"] as? [[String: Any]])
    #expect(templates.compactMap { $0["pages"] as? Int }.reduce(0, +) == pages)
    #expect(templates.contains { $0["template"] as? String == "GigPage" })
  }

  @Test func `what is changed is counted`() async throws {
    let workshop = try await Workshop.fair()
    let before = try workshop.site()
    let asset = try #require(before.paths.first { $0.hasPrefix("/a/style-") })
    try workshop.folder.write("p { color: red }", to: "themes/default/styles/99-more.css")
    let facts = try workshop.object(try workshop.jishi("build", "--json"))
    let after = try workshop.site()
    let changed = after.files.count { before.files[$0.key] != $0.value }
    #expect(facts["written"] as? Int == changed)
    #expect(facts["removed"] as? Int == before.paths.count { !after.has($0) })
    #expect(facts["unchanged"] as? Int == after.files.count - changed)
    #expect(!after.has(asset))
  }

  @Test func `a dry run renders all there is and writes nothing`() async throws {
    let workshop = try await Workshop.fair()
    let before = try workshop.site()
    let pages = before.paths.count { $0.hasSuffix(".html") }
    let said = try workshop.ran("build", "--dry-run", "--output", "elsewhere")
    #expect(said.hasPrefix("Rendered \(pages) pages. Nothing was written.\n"), "\(said)")
    #expect(!workshop.folder.has("elsewhere"))
    try workshop.ran("build", "--dry-run", "--owner", "Somebody else")
    try workshop.expectUntouched(before)
  }

  @Test(arguments: ["0", "65", "two"])
  func `as many workers as there can be`(count: String) throws {
    let workshop = try Workshop.bare()
    let answer = try workshop.jishi("build", "--workers", count)
    #expect(answer.code == 2, "\(answer.output)")
    #expect(answer.errors.contains("--workers"), "\(answer.errors)")
  }

  @Test func `any count of workers makes the same site`() throws {
    let demo = try Workshop.demo.get()
    let workshop = try Workshop(like: demo)
    for count in ["1", "3", "64"] {
      try workshop.ran("build", "--workers", count, "--output", "by\(count)")
      #expect(try workshop.site("by\(count)").differences(from: demo.site()) == [])
    }
  }

  @Test func `a failure is one object, too`() throws {
    let workshop = try Workshop.bare()
    let answer = try workshop.jishi("build", "--json", "--content", "nowhere")
    #expect(answer.code == 1)
    #expect(answer.output == "")
    #expect(answer.errors.hasPrefix("{\"error\":\"nowhere:1:1: found nothing"), "\(answer.errors)")
  }

  @Test func `a site in mainland China is warned of what it lacks, and built`() throws {
    let workshop = try Workshop.bare()
    let lines = try workshop.ran("build", "--mainland", "yes").split(separator: "\n")
    #expect(
      lines.suffix(2) == [
        "Warning: the site is in mainland China and the setting `icp` is missing.",
        "Warning: the site is in mainland China and the setting `police` is missing.",
      ])
    let facts = try workshop.object(
      try workshop.jishi(
        "build", "--mainland", "yes", "--json", "--icp", "京ICP备1号"))
    #expect((facts["warnings"] as? [String])?.count == 1)
    let whole = try workshop.ran(
      "build", "--mainland", "yes", "--icp", "京ICP备1号", "--police", "京公网安备2号")
    #expect(!whole.contains("Warning"))
  }

  @Test func `an address that is no site is refused`() throws {
    let workshop = try Workshop.bare()
    let before = try workshop.site()
    for url in [
      "jishi.example", "https://jishi.example/", "https://jishi.example/market", "ftp://a", "",
      "https://Jishi.example", "https://集市.example", "https://a b",
    ] {
      let answer = try workshop.jishi("build", "--url=\(url)")
      #expect(answer.code == 2, "\(url)")
      #expect(
        answer.errors
          == "jishi: url must be a scheme and a host in small letters, such as https://jishi.example, not “\(url)” (from --url).\n"
      )
    }
    #expect(try workshop.site() == before)
  }

  @Test func `settings stand at the foot of each page, and addresses are whole`() throws {
    let workshop = try Workshop.bare()
    try workshop.folder.write(
      """
      { "url": "https://shop.example:8443", "owner": "墨白科技", "icp": "京ICP备1号",
        "police": "京公网安备2号", "licences": "许可证甲; 许可证乙" }
      """, to: "site.json")
    try workshop.ran("build")
    let site = try workshop.site()
    for address in ["/zh-CN", "/en/new", "/en/404"] {
      let foot = try site.page(address).foot
      for part in ["© 墨白科技", "京ICP备1号", "京公网安备2号", "<span>许可证甲</span>", "<span>许可证乙</span>"] {
        #expect(foot.contains(part), "\(address): \(part)")
      }
    }
    #expect(site.paths(saying: Shop.site) == [])
    #expect(
      try site.page("/en/c").canonical == "https://shop.example:8443/en/c")
    #expect(
      try site.text("/robots.txt").contains("Sitemap: https://shop.example:8443/sitemap.xml\n"))
  }
}
