import Market
import Proving
import Store
import Testing

/// The pages of gigs, made of rows.
@Suite struct GigPagesTests {
  @Test func `a gig that visitors may not see has no page and stands nowhere`() async throws {
    let fair = try await Fair.made()
    for gig in [fair.plan.paused, fair.plan.takenDown] {
      #expect(fair.site.addresses(of: gig) == [])
      #expect(!fair.site.listed.contains { $0.contains("/g/") && $0.hasSuffix("-\(gig)") })
      let versions = try await fair.versions(of: gig)
      #expect(versions.count == 1)
      for locale in ["zh-CN", "en"] { #expect(!fair.site.has("/\(locale)/v/\(versions[0])")) }
    }
    for words in ["Resting logo", "休息的标志", "Stolen logo", "抄来的标志", "lonely"] {
      #expect(fair.site.paths(saying: words) == [])
    }
  }

  @Test func `a gig comes and goes with all its pages, and with its last one goes a tag`()
    async throws
  {
    let shop = try Shop(like: try await Fair.made().shop)
    let plan = try await Fair.made().plan
    let before = try await shop.build()
    #expect(before.has("/zh-CN/t/shui-mo"))
    #expect(before.listed.contains("/zh-CN/t/shui-mo"))
    try await shop.change { tx in
      try tx.pauseGig(plan.ink, by: .operator, at: Shop.now)
      try tx.resumeGig(plan.paused, by: .operator, at: Shop.now)
    }
    let after = try await shop.build()
    #expect(after.addresses(of: plan.ink) == [])
    #expect(after.paths(saying: "水墨") == [])
    #expect(!after.has("/zh-CN/t/shui-mo"))
    #expect(after.addresses(of: plan.paused).count == 2)
    #expect(after.listed.contains("/en/t/lonely"))
    #expect(try after.page("/en/c/logo").cards.contains("Resting logo"))
  }

  @Test func `a gig in one language is known by its original, and says what it is written in`()
    async throws
  {
    let fair = try await Fair.made()
    let chinese = try #require(fair.site.address(of: fair.plan.ink, in: "zh-CN"))
    let english = try #require(fair.site.address(of: fair.plan.ink, in: "en"))
    let (original, twin) = (try fair.site.page(chinese), try fair.site.page(english))
    for page in [original, twin] {
      #expect(page.canonical == chinese)
      #expect(page.alternates == [:])
      #expect(page.isIndexed)
    }
    #expect(twin.text.contains("<html lang=\"en\""))
    #expect(twin.text.contains("<h1 lang=\"zh-CN\">水墨标志</h1>"))
    #expect(twin.text.contains("<div class=\"prose\" lang=\"zh-CN\">"))
    #expect(original.text.contains("<h1>水墨标志</h1>"))
    #expect(fair.site.listed.contains(chinese))
    #expect(!fair.site.listed.contains(english))
    #expect(fair.site.listedTwice == [])
    // The switch leads to the twin all the same: visitors may read it there.
    #expect(original.languages == ["en": english])
  }

  @Test func `a gig in two languages says so on both pages, and both are listed`() async throws {
    let fair = try await Fair.made()
    let pages = try ["zh-CN", "en"].map {
      try #require(fair.site.address(of: fair.plan.seal, in: $0))
    }
    for address in pages {
      let page = try fair.site.page(address)
      #expect(page.canonical == address)
      #expect(page.alternates == ["zh-Hans": pages[0], "en": pages[1], "x-default": pages[0]])
      #expect(fair.site.listed.contains(address))
    }
  }

  @Test func `from an old address a page leads on to the present one`() async throws {
    let fair = try await Fair.made()
    let id = fair.plan.seal.number
    let now = try #require(fair.site.address(of: fair.plan.seal, in: "en"))
    #expect(now == "/en/g/a-seal-carved-by-hand-\(id)")
    let old = "/en/g/a-carved-seal-\(id)"
    let stub = try fair.site.page(old)
    #expect(stub.canonical == now)
    #expect(stub.text.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(now)\">"))
    #expect(stub.links == [now])
    #expect(stub.text.contains("A seal carved by hand</a>"))
    #expect(!fair.site.listed.contains(old))
    #expect(fair.site.addresses(of: fair.plan.seal).count == 4)
  }

  @Test func `a name that was taken back leads nowhere else`() async throws {
    let shop = try Shop(like: try await Fair.made().shop)
    let plan = try await Fair.made().plan
    try await shop.change { tx in
      for slug in ["first", "second", "first"] {
        try tx.renameGig(plan.logo, slug: slug, in: .english, by: .operator, at: Shop.now)
      }
    }
    let site = try await shop.build()
    let now = "/en/g/first-\(plan.logo)"
    #expect(site.address(of: plan.logo, in: "en") == now)
    #expect(try site.page(now).canonical == now)
    #expect(try site.page("/en/g/second-\(plan.logo)").canonical == now)
  }

  @Test func `a version stays as it was, and search engines do not list it`() async throws {
    let fair = try await Fair.made()
    let versions = try await fair.versions(of: fair.plan.seal)
    #expect(versions.count == 2)
    let old = try fair.site.page("/en/v/\(versions[0])")
    let current = try fair.site.page("/en/v/\(versions[1])")
    #expect(old.heading == "A carved seal")
    #expect(current.heading == "A seal carved by hand")
    for (page, version) in [(old, versions[0]), (current, versions[1])] {
      #expect(!page.isIndexed)
      #expect(page.alternates == [:])
      #expect(page.canonical == "/en/v/\(version)")
      #expect(page.links.contains("/en/g/a-seal-carved-by-hand-\(fair.plan.seal)"))
    }
    #expect(!fair.site.listed.contains { $0.contains("/v/") })
    #expect(try fair.site.page("/zh-CN/v/\(versions[0])").heading == "刻一方印章")
  }

  @Test func `a seller without a profile is a name, one with a profile a link`() async throws {
    let fair = try await Fair.made()
    let logo = try fair.site.page(
      try #require(fair.site.address(of: fair.plan.logo, in: "en")))
    let panel = try #require(logo.text.firstMatch(of: /(?s)<div class="panel maker">.*?<dl>/)?.0)
    #expect(panel.contains("<h3><b>Ada Byron</b>"))
    #expect(!panel.contains("href"))
    let ink = try fair.site.page(try #require(fair.site.address(of: fair.plan.ink, in: "en")))
    #expect(ink.text.contains(/<a href="\/en\/s\/[a-z0-9-]+" lang="zh-CN">林知远<\/a>/))
    #expect(fair.site.paths.filter { $0.hasPrefix("/en/s/") }.count == 1)
  }

  @Test func `a seller who hides the profile keeps the name and loses the page`() async throws {
    let shop = try Shop(like: try await Fair.made().shop)
    let plan = try await Fair.made().plan
    try await shop.change { tx in
      try tx.hideProfile(tx.gig(plan.ink).party, by: .operator, at: Shop.now)
    }
    let site = try await shop.build()
    let ink = try site.page(try #require(site.address(of: plan.ink, in: "zh-CN")))
    #expect(ink.text.contains("<b>林知远</b>"))
    #expect(site.paths(saying: "刻印十年") == [])
    #expect(site.paths(saying: "/s/") == [])
    #expect(!site.paths.contains { $0.contains("/s/") })
  }
}

extension BuiltSite {
  /// All pages of a gig, those at old addresses among them.
  func addresses(of gig: ID<Gig>) -> [String] {
    paths.filter {
      $0.contains("/g/") && $0.hasSuffix("-\(gig).html") || $0.hasSuffix("/g/\(gig).html")
    }
    .map { String($0.dropLast(".html".count)) }.sorted()
  }

  func address(of gig: ID<Gig>, in locale: String) -> String? {
    addresses(of: gig).first { address in
      let isHere = address.hasPrefix("/\(locale)/")
      return isHere && (try? text(address).contains("http-equiv=\"refresh\"")) == false
    }
  }
}

extension Fair {
  func versions(of gig: ID<Gig>) async throws -> [ID<GigVersion>] {
    try await Store.with(shop.address) { store in
      try await store.read { try $0.publishedVersions(of: gig).map(\.id) }
    }
  }
}
