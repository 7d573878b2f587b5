import Market
import Pages
import Store
import Testing

/// The market's own words, made of files.
@Suite struct ContentPagesTests {
  private static let long = "gig.requirement-answer-characters-max"

  @Test func `an article in one language is there only, and the switch leads to the index`()
    async throws
  {
    let site = try await Shop(content: [
      "en/help/tea.md": Fair.article("Tea", "It is green."),
      "en/policies/cups.md": Fair.article("Cups", "They are small."),
      "zh-CN/policies/cups.md": Fair.article("杯子", "都很小。"),
    ]).build()
    let tea = try site.page("/en/help/tea")
    #expect(tea.canonical == "/en/help/tea")
    #expect(tea.alternates == [:])
    #expect(tea.isIndexed)
    #expect(tea.languages == ["zh-CN": "/zh-CN/help"])
    #expect(!site.has("/zh-CN/help/tea"))
    #expect(site.listed.contains("/en/help/tea"))
    #expect(site.paths(saying: "/zh-CN/help/tea") == [])
    #expect(try site.page("/en/help").links.contains("/en/help/tea"))
    #expect(try !site.text("/zh-CN/help").contains("/help/tea"))
    let cups = try site.page("/en/policies/cups")
    #expect(cups.languages == ["zh-CN": "/zh-CN/policies/cups"])
    #expect(
      cups.alternates == [
        "zh-Hans": "/zh-CN/policies/cups", "en": "/en/policies/cups",
        "x-default": "/zh-CN/policies/cups",
      ])
  }

  @Test func `the latest post stands first, and each leads to its neighbours`() async throws {
    let site = try await Shop(content: [
      "en/blog/apple.md": Fair.post("Apple", "2026-02-01"),
      "en/blog/pear.md": Fair.post("Pear", "2026-11-20"),
      "en/blog/plum.md": Fair.post("Plum", "2026-02-03"),
      "zh-CN/blog/plum.md": Fair.post("李子", "2026-02-03"),
    ]).build()
    let order = ["pear", "plum", "apple"].map { "/en/blog/\($0)" }
    let index = try site.page("/en/blog")
    #expect(index.links.filter { $0.hasPrefix("/en/blog/") && !$0.hasSuffix(".xml") } == order)
    let feed = try site.text("/en/blog/feed.xml")
    let ids = feed.matches(of: /<id>([^<]*)<\/id>/).map { pathOf($0.1) }
    #expect(ids == ["/en/blog/feed.xml"] + order)
    let plum = try site.page("/en/blog/plum")
    #expect(plum.links.contains(order[0]) && plum.links.contains(order[2]))
    #expect(plum.languages == ["zh-CN": "/zh-CN/blog/plum"])
    #expect(try site.page("/en/blog/pear").languages == ["zh-CN": "/zh-CN/blog"])
    #expect(try site.page("/zh-CN/blog").links.filter { $0.contains("/blog/p") }.count == 1)
  }

  @Test func `the foot of every page has the articles that ask for it, by group and place`()
    async throws
  {
    func article(_ title: String, _ group: String, _ place: Int, _ footer: String) -> String {
      Fair.article(title, "Words.", "footer = \(footer)")
        .replacing("group = buyers", with: "group = \(group)")
        .replacing("place = 1", with: "place = \(place)")
    }
    let site = try await Shop(content: [
      "en/help/a.md": article("Second", "buyers", 2, "yes"),
      "en/help/b.md": article("First", "buyers", 1, "yes"),
      "en/help/c.md": article("Hidden", "buyers", 3, "no"),
      "en/policies/d.md": article("Other", "market", 1, "yes"),
      "zh-CN/help/a.md": article("第二", "buyers", 2, "no"),
    ]).build()
    for address in ["/en", "/en/c", "/en/help/c", "/en/404"] {
      let foot = try site.page(address).foot
      let links = foot.matches(of: /<li><a href="([^"]*)">([^<]*)<\/a><\/li>/)
      #expect(links.map { String($0.2) } == ["First", "Second", "Other"], "\(address)")
      #expect(foot.matches(of: /<h2>/).count == 2)
    }
    #expect(try !site.page("/zh-CN").foot.contains("<h2>"))
  }

  @Test func `where there is little room, an article is called by its short name`() async throws {
    let site = try await Shop(content: [
      "en/help/a.md": Fair.article("All about tea", "Words.", "footer = yes", "short = Tea"),
      "en/help/b.md": Fair.article("Cups", "Words.", "footer = yes"),
    ]).build()
    for address in ["/en", "/en/help/b"] {
      let foot = try site.page(address).foot
      #expect(foot.contains(">Tea</a>") && foot.contains(">Cups</a>"), "\(foot)")
      #expect(!foot.contains("All about tea"))
    }
    #expect(try site.text("/en/help").contains("All about tea"))
    #expect(try site.text("/en/help/a").contains("All about tea"))
  }

  @Test func `words may lead to every page that is there`() async throws {
    let links = [
      "/", "/en", "/en/c", "/en/c/logo", "/en/new", "/en/new/1", "/en/t/tea", "/en/search?q=tea",
      "/en/help", "/zh-CN/help/tea", "/en/policies/cups#part-2", "/zh-CN/blog", "/en/blog/plum",
      "/en/blog/feed.xml", "//other.example/en",
    ]
    let words = links.map { "[one](\($0 == "/en" ? "/en \"Home\"" : $0))" }.joined(separator: " ")
    try await Shop(content: [
      "en/help/tea.md": Fair.article("Tea", words), "zh-CN/help/tea.md": Fair.article("茶", words),
      "en/policies/cups.md": Fair.article("Cups", words),
      "en/blog/plum.md": Fair.post("Plum", "2026-02-03", words),
    ]).build()
  }

  @Test func `figures are those of the rules, as each language writes them`() async throws {
    let words = "Up to {\(Self.long)} letters, {listing.page} a page, {nothing at all}."
    let shop = try await Shop(content: [
      "en/help/figures.md": Fair.article("Figures", words),
      "zh-CN/help/figures.md": Fair.article("数字", words),
    ])
    let site = try await shop.build()
    for locale in ["en", "zh-CN"] {
      let page = try site.text("/\(locale)/help/figures")
      #expect(page.contains("Up to 4,000 letters, 24 a page, {nothing at all}."), "\(page)")
    }
  }

  @Test func `new rules are on the pages when something has happened under them`() async throws {
    let shop = try await Shop(content: [
      "en/help/figures.md": Fair.article("Figures", "Up to {\(Self.long)} letters.")
    ])
    func isShown(_ text: String) async throws -> Bool {
      try await shop.build().text("/en/help/figures").contains("Up to \(text) letters.")
    }
    let key = "requirement-answer-characters-max"
    try await shop.change { tx in
      let text = Rules.standardText.replacing("\(key) = 4000", with: "\(key) = 2500")
      try tx.setRules(
        text, file: "new.rules", from: Shop.now + .days(10), by: .operator, at: Shop.now)
    }
    #expect(try await isShown("4,000"))
    try await shop.change { tx in try tx.join("early", at: Shop.now + .days(9)) }
    #expect(try await isShown("4,000"))
    try await shop.change { tx in try tx.join("late", at: Shop.now + .days(10)) }
    #expect(try await isShown("2,500"))
  }

  @Test func `who runs the site stands at the foot of every page`() async throws {
    let site = try await Shop().build { facts in
      facts.owner = "墨白 & Co"
      facts.icp = "京ICP备12345678号"
      facts.police = "京公网安备11010502000001号"
      facts.licences = ["增值电信业务经营许可证 B2-1", "Second <licence>"]
    }
    for address in ["/zh-CN", "/en/c", "/en/help", "/zh-CN/404"] {
      let foot = try site.page(address).foot
      for part in [
        "<span>© 墨白 &amp; Co</span>",
        "href=\"\(SiteFacts.icpAddress)\" rel=\"nofollow\">京ICP备12345678号<",
        "href=\"\(SiteFacts.policeAddress)\" rel=\"nofollow\">", "京公网安备11010502000001号</a>",
        "<span>增值电信业务经营许可证 B2-1</span>", "<span>Second &lt;licence&gt;</span>",
      ] { #expect(foot.contains(part), "\(address) lacks \(part): \(foot)") }
    }
    let plain = try await Shop().build().page("/zh-CN").foot
    #expect(!plain.contains("©") && !plain.contains("beian"))
  }
}

extension Transaction {
  /// Something that happens.
  func join(_ name: String, at now: Instant) throws {
    _ = try openAccount(
      name: name, contact: Contact(email: "\(name)@example.com"), locale: .english, by: .visitor,
      at: now)
  }
}
