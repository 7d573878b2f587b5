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
    let said = try workshop.ran("build")
    #expect(
      said.contains(
        /^Built \d+ pages, \d+ other files and 0 new pictures in output\/site \(\d+ kB, \d+ ms\)\.\n$/
      ),
      "\(said)")
    let facts = try workshop.object(try workshop.jishi("build", "--json"))
    #expect(facts["site"] as? String == "output/site")
    #expect(facts["pages"] as? Int == pages)
    let covers = site.paths.count { $0.hasPrefix("/covers/") }
    #expect(facts["files"] as? Int == site.files.count - pages - covers)
    #expect(facts["warnings"] as? [String] == [])
    let covered = site.files.filter { $0.key.hasPrefix("/covers/") }.values.map(\.count)
    #expect(facts["bytes"] as? Int == bytes - covered.reduce(0, +))
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
      lines.dropFirst() == [
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
