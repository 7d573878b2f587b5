import Crawling
import Foundation
import Testing

@Suite struct CrawlTests {
  @Test func `a site that keeps every rule has no fault`() throws {
    let crawl = try TinySite().crawl()
    #expect(crawl.faults == [])
    #expect(crawl.pages == 13)
    #expect(crawl.weights.map(\.page).contains("/en/g/tea-1"))
  }

  @Test(arguments: Plant.links + Plant.names + Plant.heads + Plant.markup + Plant.machines)
  func `what is broken is found, and nothing else`(plant: Plant) throws {
    var site = TinySite()
    try site.replace(plant.old, in: plant.file, with: plant.new)
    let faults = try site.crawl().faults
    #expect(
      faults.contains {
        $0.rule == plant.rule && $0.page == plant.page && $0.reason.contains(plant.reason)
      }, "\(faults)")
    let others = faults.filter { $0.rule != plant.rule && !plant.also.contains($0.rule) }
    #expect(others == [], "\(others)")
  }

  @Test func `every rule can fail`() {
    let plants = Plant.links + Plant.names + Plant.heads + Plant.markup + Plant.machines
    let own: Set<Rule> = [.unused, .weight, .buildTime]
    #expect(Set(plants.map(\.rule)).union(own) == Set(Rule.allCases))
  }

  @Test(arguments: ["assets/left.css", "covers/left.svg", "en/left.xml", "assets/deep/left.png"])
  func `a file that nothing needs is found`(name: String) throws {
    var site = TinySite()
    site.write("", to: name)
    #expect(try site.crawl().faults.contains { $0.rule == .unused && $0.page == "/\(name)" })
  }

  @Test(arguments: ["en.html", "en/g/tea-1.html", "assets/style.css"])
  func `a packed form is needed while its text is there`(name: String) throws {
    var site = TinySite()
    for ending in ["gz", "br"] { site.write("packed", to: "\(name).\(ending)") }
    #expect(try site.crawl().faults == [])
    site.write("packed", to: "left-\(name.replacing("/", with: "-")).gz")
    #expect(try site.crawl().faults.map(\.rule) == [.unused])
  }

  @Test func `a cover that is only spoken of is not shown`() throws {
    var site = TinySite()
    try site.replace("/covers/tea.svg", in: "en/g/tea-1.html", with: "/assets/seal.svg")
    site.write(
      site.files["en.html"]?.replacing(
        "<meta charset",
        with:
          "<meta property=\"og:image\" content=\"\(TinySite.site)/covers/tea.svg\"><meta charset"
      ), to: "en.html")
    #expect(try site.crawl().faults.map(\.page) == ["/covers/tea.svg"])
  }

  @Test(arguments: ["robots.txt", "sitemap.xml"])
  func `what others ask for by name is there`(name: String) throws {
    var site = TinySite()
    site.write(nil, to: name)
    #expect(
      try site.crawl().faults.contains { $0.page == "/\(name)" && $0.reason == "there is none" })
  }

  @Test func `a gig that loads too much is found, with the scripts of its scripts`() throws {
    var site = TinySite()
    var random = SystemRandomNumberGenerator()
    let noise = (0..<40_000).map { _ in String(UInt8.random(in: 0...255, using: &random), radix: 16)
    }
    site.write("export function keep() { \"\(noise.joined())\" }", to: "assets/keep.js")
    let crawl = try site.crawl()
    #expect(crawl.faults.contains { $0.rule == .weight && $0.page == "/en/g/tea-1" })
    #expect(Set(crawl.faults.map(\.rule)) == [.weight])
  }

  @Test func `a shard with too many addresses is found`() throws {
    var site = TinySite()
    let many = String(repeating: "<url><loc>\(TinySite.site)/x</loc></url>", count: 50_000)
    try site.replace("</urlset>", in: "sitemaps/all.xml", with: many + "</urlset>")
    let reasons = try site.crawl().faults.map(\.reason)
    #expect(reasons.contains("50006 addresses"))
  }

  @Test(
    arguments: [
      { $0.formatted(.iso8601) }, { "\(Int($0.timeIntervalSince1970) * 1_000)" },
    ] as [@Sendable (Date) -> String])
  func `a page that says when it was made is found`(text: @Sendable (Date) -> String) throws {
    var site = TinySite()
    try site.replace("More</a>", in: "en/g/tea-1.html", with: "More</a> \(text(.now))")
    #expect(try site.crawl().faults.map(\.rule) == [.buildTime])
  }
}
