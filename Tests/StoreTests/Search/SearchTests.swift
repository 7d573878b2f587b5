import Market
import Proving
import Testing

@testable import Store

@Suite struct SearchTests {
  @Test(arguments: Engine.all)
  func `a gig is found by all that its card and packages say`(engine: Engine) throws {
    let (made, street) = try Street.made(engine)
    let ground = try Ground(copying: made)
    try ground.write { tx in
      try tx.followSearch()
      for text in [
        "刻印章", "手工刻印章", "刻", "一方印", "carved seal", "SEALS", "one seal", "书法", "基础", "fast",
        "logos", "标志", "design", "设计", "王小明", "xiaoming", "老王 carved", "加急 印章 basic",
      ] {
        #expect(try tx.gigsFound(text).contains(street.seal), "\(text)")
      }
      for text in ["石头", "Qingtian", "手 carving", "章刻", "刻章", "sealed", "logo标志x"] {
        #expect(try !tx.gigsFound(text).contains(street.seal), "\(text)")
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a seller is found by names, skills and what the profile says`(engine: Engine) throws {
    let (made, street) = try Street.made(engine)
    let ground = try Ground(copying: made)
    try ground.write { tx in
      try tx.followSearch()
      for text in ["王小明", "wang", "老王", "篆刻", "seal", "十年", "ten year", "logo"] {
        #expect(try tx.sellersFound(text) == [street.wang], "\(text)")
      }
      // One hides her profile, the other never had one.
      #expect(try tx.sellersFound("艾达").isEmpty)
      #expect(try tx.sellersFound("ada").isEmpty)
      #expect(try tx.sellersFound("墨工作室").isEmpty)
      #expect(try tx.sellersFound("杭州 logo").isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `what is not shown is not found, before the index knows and after`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published(.titled("银饰 carving"))
      try await fair.write { try $0.followSearch() }
      let deeds: [@Sendable (borrowing Transaction) throws -> Void] = [
        { try $0.pauseGig(gig, by: .operator, at: now) },
        { try $0.resumeGig(gig, by: .operator, at: now) },
        { try $0.takeDownGig(gig, because: "x", by: .operator, at: now) },
        { try $0.reinstateGig(gig, by: .operator, at: now) },
        { [party = fair.sellers[0]] in
          try $0.suspend(party, because: "x", by: .operator, at: now)
        },
        { [party = fair.sellers[0]] in try $0.reinstate(party, by: .operator, at: now) },
        { try $0.archiveGig(gig, by: .operator, at: now) },
      ]
      for (place, deed) in deeds.enumerated() {
        try await fair.write(deed)
        let isShown = place % 2 == 1
        for text in ["银", "银饰", "carving"] {
          let before = try await fair.read { try $0.gigsFound(text) }
          // What comes back is there at once where its words were kept.
          #expect(isShown || before.isEmpty, "\(place) \(text)")
          try await fair.write { try $0.followSearch() }
          let after = try await fair.read { try $0.gigsFound(text) }
          #expect(after == (isShown ? [gig] : []), "\(place) \(text)")
        }
        let rows = try await fair.read { rows in
          try rows.rows("select gig from gig_search") { try $0[0] as Int64 }
        }
        #expect(rows == (isShown ? [gig.number] : []), "\(place)")
      }
    }
  }

  @Test(arguments: Engine.all)
  func `words follow what is written anew`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published(.titled("Old words", tags: [fair.tags[0]]))
      let seller = fair.sellers[0]
      let (first, other) = (fair.categories[0], fair.categories[2])
      func expect(_ found: String, gone: String, _ why: String) async throws {
        try await fair.write { try $0.followSearch() }
        let (now, then) = try await fair.read {
          (try $0.gigsFound(found), gone.isEmpty ? [] : try $0.gigsFound(gone))
        }
        #expect(now == [gig] && then.isEmpty, "\(why)")
      }
      try await expect("old words", gone: "new", "publish")
      // A draft is nobody's to find.
      try await fair.write {
        try $0.reviseGig(
          gig, .titled("Draft 新"), from: $0.gig(gig).revision, by: .operator, at: now)
      }
      try await expect("old words", gone: "draft", "draft")
      try await fair.write { try $0.publishGig(gig, by: .operator, at: now) }
      try await expect("draft 新", gone: "old", "publish again")
      try await fair.write { try $0.moveGig(gig, to: other, by: .operator, at: now) }
      try await expect("letters", gone: "logos", "move")
      try await fair.write {
        try $0.rename(seller, to: "Zhang 张", in: .english, by: .operator, at: now)
      }
      try await expect("zhang 张", gone: "seller 0", "rename the seller")
      let renamed = GigFair.catalogue.replacing("name.en = Letters", with: "name.en = Missives")
        .replacing("name.en = Text", with: "name.en = 文字 Prose")
      try await fair.write {
        try $0.saveCatalogue(GigFair.plan(renamed), by: .operator, at: now)
      }
      try await expect("missives", gone: "letters", "rename the category")
      try await expect("文字 prose", gone: "text", "rename the group")
      _ = first
    }
  }

  @Test(arguments: Engine.all)
  func `a name that a tag gets later is found`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published(.titled("A", tags: [fair.tags[3]]))
      try await fair.write { try $0.followSearch() }
      #expect(try await fair.read { try $0.gigsFound("标签") }.isEmpty)
      try await fair.write {
        _ = try $0.tag([.english: "tag 3", .chinese: "标签"], by: .operator, at: now)
        try $0.followSearch()
      }
      #expect(try await fair.read { try $0.gigsFound("标签") } == [gig])
    }
  }

  @Test(arguments: Engine.all)
  func `titles come first, then what is rated best, then the newest`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      let (sellers, category) = (fair.sellers, fair.categories[0])
      let gigs = try await fair.write { tx in
        let titles = ["Silver 银", "Other", "Silver 银 too", "Silver", "银 Silver last"]
        let gigs = try titles.enumerated().map { place, title in
          var content = GigContent.titled(title)
          if title == "Other" { content.texts[.english]?.summary = "In silver 银" }
          return try tx.publishNew(of: sellers[place % 2], in: category, content)
        }
        // One early star counts less than many that are nearly as good.
        try tx.run("update gig set reviews = 1, stars = 5 where id = $1", gigs[2])
        try tx.run("update gig set reviews = 90, stars = 440 where id = $1", gigs[0])
        try tx.run("update gig set reviews = 90, stars = 450 where id = $1", gigs[1])
        try tx.followSearch()
        return gigs
      }
      let found = try await fair.read { try $0.gigsFound("银 silver") }
      #expect(found == [gigs[0], gigs[2], gigs[4], gigs[1]])
    }
  }

  @Test(arguments: Engine.all)
  func `categories, groups and prices narrow what is found`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let seller = fair.sellers[0]
      let gigs = try await fair.write { tx in
        let gigs = try fair.categories.enumerated().map { place, category in
          var content = GigContent.titled("Same \(place)")
          content.packages[0].price = Int64(10_000 * (place + 1))
          return try tx.publishNew(of: seller, in: category, content)
        }
        try tx.followSearch()
        return gigs
      }
      try await fair.write { tx in
        for (gig, category) in zip(gigs, fair.categories) {
          #expect(try tx.gigsFound("same", in: category) == [gig])
        }
        let group = try tx.category(fair.categories[0]).group
        #expect(try tx.gigsFound("same", in: group) == [gigs[1], gigs[0]])
        #expect(try tx.gigsFound("same", in: ID(999)).isEmpty)
        let from = SearchQuery.Prices(.cny, from: 20_000, to: nil)
        #expect(try tx.gigsFound("same", prices: from) == [gigs[2], gigs[1]])
        let both = SearchQuery.Prices(.cny, from: 20_000, to: 20_000)
        #expect(try tx.gigsFound("same", prices: both) == [gigs[1]])
        let yen = SearchQuery.Prices(Asset(code: "JPY", scale: 0), from: 1, to: nil)
        #expect(try tx.gigsFound("same", prices: yen).isEmpty)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `pages follow each other, and there is an end to them`(engine: Engine) async throws {
    try await GigFair.open(engine, sellers: 40) { fair in
      let count = SearchQuery.perPage * 2 + 3
      let gigs = try await fair.write { tx in
        let gigs = try (0..<count).map { number in
          try tx.publishNew(
            of: fair.sellers[number % 40], in: fair.categories[0], .titled("Many \(number)"))
        }
        try tx.followSearch()
        return gigs
      }
      let pages = try await fair.read { rows in
        try (1...4).map { try rows.search(SearchQuery("many", page: $0)) }
      }
      #expect(pages.map(\.count) == [count, count, count, count])
      #expect(pages.map(\.pages) == [3, 3, 3, 3])
      #expect(pages.flatMap { $0.gigs.map(\.gig) } == gigs.reversed())
      #expect(pages.map(\.gigs.count) == [24, 24, 3, 0])
      #expect(!pages[0].hasMore)
    }
  }

  @Test(arguments: Engine.all)
  func `whatever is asked does no harm`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      _ = try await fair.published(.titled("C++ \"quoted\" 'x' logo*"))
      try await fair.write { try $0.followSearch() }
      for text in [
        "\"", "'", "c++", "logo*", "logo OR x", "NOT logo", "^logo", "logo:*", "words:logo",
        "a & b",
        "(logo", "\\", "'; drop table gig; --", "🎨", String(repeating: "长", count: 80),
        (0..<80).map { "w\($0)" }.joined(separator: " "), "\u{202E}", "NEAR(a b)", "<-> !",
      ] {
        _ = try await fair.read { try $0.gigsFound(text) }
        _ = try await fair.read { try $0.sellersFound(text) }
      }
      #expect(try await fair.read { try $0.gigsFound("C++") }.count == 1)
      #expect(try await fair.read { try $0.gigsFound("C") }.isEmpty)
      #expect(try await fair.read { try $0.gigsFound("quoted x") }.count == 1)
    }
  }
}
