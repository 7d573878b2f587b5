import Market
import Pages
import Testing

@testable import Store

@Suite struct PortfolioTests {
  @Test(arguments: Engine.all)
  func `works are edited and moved, and two who edit at once notice each other`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (ada, items, category) = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        let items = try ["One", "Two", "Three"].map {
          try tx.addPortfolioItem(
            of: ada, PortfolioWork(titles: [.english: $0]), by: .operator, at: now)
        }
        for number in 1...2 { try tx.makeWaiting(.sample(UInt64(number)), of: ada) }
        return (ada, items, try tx.catalogue()[0])
      }.value
      let work = PortfolioWork(
        category: category, titles: [.chinese: "二", .english: "Second"],
        summaries: [.chinese: "说明"], year: 2_020, link: "https://example.com/2",
        media: [.sample(2), .sample(1)])
      func edit(from seen: Int) async throws {
        try await store.write { tx in
          try tx.editPortfolioItem(items[1], work, from: seen, by: .operator, at: now)
        }
      }
      try await edit(from: 1)
      await #expect(throws: ProfileError.changedMeanwhile) { try await edit(from: 1) }
      let second = try await store.read { try $0.portfolioItem(items[1]) }
      #expect(second == PortfolioItem(id: items[1], party: ada, revision: 2, work))
      func move(_ place: Int, up: Bool) async throws -> [ID<PortfolioItem>] {
        try await store.write { tx in
          try tx.movePortfolioItem(items[place], up: up, by: .operator, at: now)
        }
        return try await store.read { try $0.portfolio(of: ada).map(\.id) }
      }
      #expect(try await move(2, up: true) == [items[0], items[2], items[1]])
      #expect(try await move(0, up: false) == [items[2], items[0], items[1]])
      #expect(try await move(2, up: true) == [items[2], items[0], items[1]], "it was the first")
      #expect(try await move(1, up: false) == [items[2], items[0], items[1]], "it was the last")
      // Pages read many at once, in the same order.
      let record = try await store.read { try $0.profileRecord(ada) }
      #expect(record?.portfolio.map(\.id) == [items[2], items[0], items[1]])
      #expect(record?.portfolio.last?.work.media == [.sample(2), .sample(1)])
      let added = try await store.write { tx in
        try tx.addPortfolioItem(
          of: ada, PortfolioWork(titles: [.english: "Last"]), by: .operator, at: now)
      }.value
      #expect(try await store.read { try $0.portfolio(of: ada).last?.id } == added)
      try await store.write { tx in
        try tx.removePortfolioItem(items[1], by: .operator, at: now)
      }
      let left = try await store.read { rows in
        try rows.row("select count(*) from portfolio_media") { try $0[0] as Int }
      }
      #expect(left == 0)
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `a work that cannot be shown is refused, and nothing of it is kept`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        return ada
      }.value
      await #expect(
        throws: ProfileError.unfit([.unfit(.itemLink, charactersMax: WebLink.charactersMax)])
      ) {
        try await store.write { tx in
          _ = try tx.addPortfolioItem(
            of: ada, PortfolioWork(titles: [.english: "a"], link: "http://example.com"),
            by: .operator, at: now)
        }
      }
      #expect(try await store.read { try $0.portfolio(of: ada) } == [])
    }
  }

  @Test(arguments: Engine.all)
  func `what is hidden stays so while it is written, and is shown again when asked`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        try tx.hideProfile(ada, by: .operator, at: now)
        try tx.saveProfile(
          of: ada, .sample, from: 2, publishing: false, by: .operator, at: now)
        return ada
      }.value
      #expect(try await store.read { try $0.profile(ada)?.isShown } == false)
      try await store.write { tx in try tx.publishProfile(ada, by: .operator, at: now) }
      #expect(try await store.read { try $0.profile(ada)?.isShown } == true)
      await #expect(throws: ProfileError.unchanged) {
        try await store.write { tx in try tx.publishProfile(ada, by: .operator, at: now) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `clocks of no place on earth are refused`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in try tx.person("ada").party }.value
      for zone in ["Mars/Base", "Asia/Shanghai'", "上海"] {
        await #expect(throws: ProfileError.unfit([.outOfRange(.timeZone)])) {
          try await store.write { tx in
            var content = ProfileContent.sample
            content.timeZone = zone
            _ = try tx.saveProfile(of: ada, content, from: 0, by: .operator, at: now)
          }
        }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a work keeps its pictures, and its page is printed when one is ready`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (ada, ben) = try await store.write { tx in
        let (ada, ben) = (try tx.person("ada").party, try tx.person("ben").party)
        for party in [ada, ben] {
          try tx.saveProfile(of: party, .sample, from: 0, by: .operator, at: now)
        }
        return (ada, ben)
      }.value
      let key = MediaKey.sample(1)
      let work = PortfolioWork(titles: [.english: "Seal"], media: [key])
      func add(to party: ID<Party>) async throws -> [ProfileFault] {
        do {
          try await store.write { tx in
            try tx.addPortfolioItem(of: party, work, by: .operator, at: now)
          }
          return []
        } catch ProfileError.unfit(let faults) { return faults }
      }
      #expect(try await add(to: ada) == [.unknown(.itemMedia)])
      try await store.write { try $0.makeWaiting(key, of: ada) }
      #expect(try await add(to: ben) == [.unknown(.itemMedia)])
      #expect(try await add(to: ada) == [])
      let day = now + .days(2)
      let position = try await store.write { tx in
        #expect(try tx.forgetUnusedMedia(key, before: day, at: day) == false)
        try tx.mediaReady(key, MediaSample.looked, MediaSample.stored, at: now)
      }.position
      try await store.read { rows in
        var touched = Touched()
        let before = Position(position.number - 1)
        for logged in try rows.changes(after: before, atMost: 1) {
          try touched.add(logged.change, rows)
        }
        #expect(touched.all == [.seller(ada)])
      }
      try await store.write { tx in
        let item = try tx.portfolio(of: ada)[0]
        try tx.editPortfolioItem(
          item.id, PortfolioWork(titles: [.english: "Seal"]), from: 1, by: .operator, at: now)
        #expect(try tx.forgetUnusedMedia(key, before: day, at: day))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `each seller's page shows the pictures of his own works`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let sellers = try await store.write { tx in
        try (1...3).map { number in
          let party = try tx.person("seller\(number)").party
          try tx.saveProfile(of: party, .sample, from: 0, by: .operator, at: now)
          let keys: [MediaKey] = [.sample(UInt64(number)), .sample(UInt64(number + 10))]
          for key in keys { try tx.makeReady(key, of: party) }
          _ = try tx.addPortfolioItem(
            of: party, PortfolioWork(titles: [.english: "Work"], media: keys.reversed()),
            by: .operator, at: now)
          return party
        }
      }.value
      for (place, party) in sellers.enumerated() {
        let record = try #require(try await store.read { try $0.profileRecord(party) })
        let shown = record.portfolio.flatMap { record.files(of: $0) }
        #expect(shown == [.sample(UInt64(place + 11)), .sample(UInt64(place + 1))])
      }
      let pages = try await store.read { try $0.sellerPages(sellers, CardBox()) }
      #expect(pages.map(\.record.files.count) == [2, 2, 2])
    }
  }
}
