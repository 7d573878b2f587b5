import Market
import Proving
import Testing

@testable import Store

/// Everything that a site is made of, in a market in which much has happened.
@Suite struct RecordWalkTests {
  private static let gigs = 60

  @Test func `both engines give the same records`() throws {
    guard Engine.all.count == 2 else { return }
    let streets = try Engine.all.map { try Street.read($0) { try SiteRecords(of: $1) } }
    #expect(streets[0] == streets[1])
    let markets = try Engine.all.map { try read($0) { try SiteRecords(of: $0) } }
    #expect(markets[0] == markets[1])
    #expect(markets[0].gigs.count > Self.gigs / 2)
    #expect(markets[0].profiles.count > 3)
    #expect(markets[0].gigs.contains { !$0.reviews.isEmpty })
  }

  @Test(arguments: Engine.all)
  func `a walk comes by everything that is shown, once and in order`(engine: Engine) throws {
    try read(engine) { snapshot in
      let gigs = try walk(ID<Gig>(0), \.self) { try snapshot.shownGigs(after: $0, atMost: 7) }
      let shown = try snapshot.gigs(after: ID(0), atMost: 1_000).filter(\.isShown).map(\.id)
      #expect(gigs == shown)
      #expect(gigs.count < Self.gigs)

      let sellers = try walk(ID<Party>(0), \.self) {
        try snapshot.shownProfiles(after: $0, atMost: 2)
      }
      let parties = try snapshot.accounts(after: ID(0), atMost: 1_000).map(\.party.id)
      #expect(sellers == (try parties.filter { try snapshot.profile($0)?.isShown == true }))
      #expect(!sellers.isEmpty && sellers.count < parties.count)

      let tags = try walk(ID<Market.Tag>(0), \.thing.id) {
        try snapshot.shownTags(after: $0, atMost: 3)
      }
      #expect(tags == (try counted({ try snapshot.tag($0) }) { try snapshot.listing(.tag($0)) }))
      #expect(try snapshot.topTags(atMost: 100) == byCount(tags, \.id))
      let skills = try walk(ID<Skill>(0), \.thing.id) {
        try snapshot.shownSkills(after: $0, atMost: 1)
      }
      #expect(
        skills == (try counted({ try snapshot.skill($0) }) { try snapshot.listing(.skill($0)) }))
      #expect(try snapshot.topSkills(atMost: 100) == byCount(skills, \.id))
    }
  }

  @Test(arguments: Engine.all)
  func `many records at once are the same as one by one`(engine: Engine) throws {
    try read(engine) { snapshot in
      let gigs = try snapshot.shownGigs(after: ID(0), atMost: 100)
      #expect(gigs.count > 24)
      let records = try snapshot.gigRecords(gigs)
      let cards = try snapshot.gigCards(gigs)
      for (place, gig) in gigs.enumerated() {
        #expect(try snapshot.gigRecord(gig) == records[place], "gig \(gig)")
        #expect(try snapshot.gigCards([gig]) == [cards[place]], "gig \(gig)")
        #expect(records[place].related.allSatisfy { gigs.contains($0.gig) })
        #expect(records[place].related.count <= 2 * Related.inRow)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `pages read many at a time have what each has alone`(engine: Engine) throws {
    try read(engine) { snapshot in
      let gigs = try snapshot.shownGigs(after: ID(0), atMost: 100)
      let parties = try snapshot.shownProfiles(after: ID(0), atMost: 100)
      let expected = try (
        gigs.map { try snapshot.single($0) }, parties.map { try snapshot.single($0) }
      )
      #expect(expected.0.contains { $0.versions.count > 1 && !$0.formerSlugs.isEmpty })
      #expect(expected.0.contains { $0.versions.contains { !$0.isCurrent } })
      #expect(expected.1.contains { $0.record.gigs.count > 1 })
      for size in [1, 3, 64, 100] {
        // One that forgets soon, and one that comes to know all.
        for cards in [CardBox(atMost: 6, names: 4), CardBox()] {
          for _ in 1...2 {
            #expect(
              try gigs.parts(of: size).flatMap { try snapshot.gigPages($0, cards) } == expected.0)
            #expect(
              try parties.parts(of: size).flatMap { try snapshot.sellerPages($0, cards) }
                == expected.1)
          }
        }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `what is asked for twice or is not there does no harm`(engine: Engine) throws {
    try read(engine) { snapshot in
      let gigs = try snapshot.shownGigs(after: ID(0), atMost: 5)
      let odd = [gigs[3], ID(999), gigs[0], gigs[3], ID(0), ID(-1)]
      let expected = try [gigs[3], gigs[0], gigs[3]].map { try snapshot.single($0) }
      let cards = CardBox()
      #expect(try snapshot.gigPages(odd, cards) == expected)
      #expect(try snapshot.gigPages(odd, cards) == expected)
      #expect(try snapshot.gigPages([], cards).isEmpty)
      // Those between are not asked for.
      for step in [2, 3] {
        let some = try snapshot.shownGigs(after: ID(0), atMost: 100).filter {
          $0.number % Int64(step) == 0
        }
        #expect(try snapshot.gigPages(some, CardBox()) == some.map { try snapshot.single($0) })
        let parties = try snapshot.shownProfiles(after: ID(0), atMost: 100).parts(of: step).map {
          $0[0]
        }
        #expect(
          try snapshot.sellerPages(parties, CardBox()) == parties.map { try snapshot.single($0) })
      }
      #expect(try snapshot.sellerPages([ID(999), ID(0)], cards).isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `listings read with a box have what each page has alone`(engine: Engine) throws {
    try read(engine) { snapshot in
      let cards = CardBox()
      let tags = try snapshot.shownTags(after: ID(0), atMost: 100).map { Listing.tag($0.thing.id) }
      let categories = try snapshot.categories().map { Listing.category($0.id) }
      for listing in [.market] + categories + tags {
        let front = try snapshot.listingRecord(listing)
        #expect(try snapshot.listingRecord(listing, cards) == front)
        let numbers = 1...front.pages + 1
        #expect(
          try snapshot.listingPages(listing, numbers, cards)
            == numbers.map { try snapshot.listingPage(listing, number: $0) })
      }
      for skill in try snapshot.shownSkills(after: ID(0), atMost: 100).map(\.thing) {
        let front = try #require(try snapshot.skillRecord(skill.id, number: nil))
        #expect(try snapshot.skillRecord(skill, cards) == front)
        let numbers = 1...front.pages + 1
        #expect(
          try snapshot.skillPages(skill, numbers, cards)
            == numbers.map { try snapshot.skillRecord(skill.id, number: $0) })
      }
    }
  }

  @Test(arguments: Engine.all)
  func `rows of many come as the rows of each`(engine: Engine) throws {
    let counts: [Int64] = [0, 1, 2, 8, 9, 64, 65, 200]
    try read(engine) { snapshot in
      for (count, step): (Int64, Int64) in counts.flatMap({ count in (1...3).map { (count, $0) } })
      {
        // Some twice, some not there, in no order, side by side or with others between.
        let ids = (0..<count).map { ID<Gig>($0 * 37 % 71 * step) }
        let all = try snapshot.slugs(of: .gig, among: ids)
        let each = try Set(ids).sorted().map {
          (id: $0, slugs: try snapshot.slugs(of: .gig, $0.number))
        }
        #expect(all.ids == each.filter { !$0.slugs.isEmpty }.map(\.id), "\(count)")
        #expect(all.records == each.filter { !$0.slugs.isEmpty }.map(\.slugs), "\(count)")
      }
    }
  }

  @Test(arguments: Engine.all)
  func `the numbered pages hold each gig once, and the front the newest of them`(
    engine: Engine
  ) throws {
    try read(engine) { snapshot in
      let front = try snapshot.listingRecord(.market)
      #expect(front.pages == 3)
      let pages = try (1...front.pages).map { try snapshot.listingPage(.market, number: $0) }
      #expect(pages.allSatisfy { $0.pages == front.pages })
      #expect(pages.contains { $0.gigs.count < 24 }, "there are gaps")
      let newestFirst = pages.reversed().flatMap(\.gigs)
      #expect(Set(newestFirst).count == newestFirst.count)
      #expect(
        newestFirst.map(\.gig).sorted() == (try snapshot.shownGigs(after: ID(0), atMost: 100)))
      #expect(front.newest == Array(newestFirst.prefix(24)))
      #expect(front.newest.count == 24)
      #expect((1...Listing.frontPlacesMax).contains(front.best.count))
    }
  }

  private func walk<Thing, Key>(
    _ start: Key, _ key: (Thing) -> Key, _ next: (Key) throws -> [Thing]
  ) rethrows -> [Thing] {
    var all: [Thing] = []
    var last = start
    while true {
      let some = try next(last)
      guard let end = some.last else { return all }
      last = key(end)
      all += some
    }
  }

  private func counted<Thing: Entity & Hashable>(
    _ thing: (ID<Thing>) throws -> Thing?, _ state: (ID<Thing>) throws -> ListingState?
  ) throws -> [Counted<Thing>] {
    try (Int64(1)...20).compactMap { number in
      guard let found = try thing(ID(number)), let seen = try state(ID(number))?.seen, seen > 0
      else { return nil }
      return Counted(found, seen: seen)
    }
  }

  private func byCount<Thing>(
    _ things: [Counted<Thing>], _ id: (Thing) -> ID<Thing>
  ) -> [Counted<Thing>] {
    things.sorted { ($1.seen, id($0.thing)) < ($0.seen, id($1.thing)) }
  }

  // MARK: The market

  private func read<Value>(
    _ engine: Engine, _ body: (borrowing Snapshot) throws -> Value
  ) throws -> Value {
    let connection = try #require(Self.built[engine]).get().address.open(.reading)
    defer { connection.close() }
    return try connection.read(body)
  }

  private static let built = Dictionary(
    uniqueKeysWithValues: Engine.all.map { engine in
      (
        engine,
        Result {
          let ground = try Ground(engine)
          try ground.write { try $0.live(gigs: gigs, seed: 5) }
          return ground
        }
      )
    })
}

extension Transaction {
  /// Sellers with three gigs each, to which this and that has happened.
  fileprivate func live(gigs: Int, seed: UInt64) throws {
    var random = Seeded(seed)
    try saveCatalogue(GigFair.plan(GigFair.catalogue), by: .operator, at: now)
    let buyer = try person("buyer").party
    let goods = GigDeed.Goods(
      sellers: try (0..<gigs / 3).map { try person("seller\($0)").party },
      categories: try categories().filter { $0.group != nil }.map(\.id),
      tags: try (0..<8).map { try tag([.english: "tag \($0)"], by: .operator, at: now) },
      skills: try (0..<4).map { try addSkill([.english: "skill \($0)"], by: .operator, at: now) })
    var odd = OddContent(seed: seed, tags: goods.tags)
    for place in 0..<gigs {
      let category = place % goods.categories.count
      _ = try publishNew(
        of: goods.sellers[place / 3], in: goods.categories[category],
        category == 0 ? odd.publishable() : GigDeed.content(goods, &random))
    }
    for (place, seller) in goods.sellers.enumerated() where place % 3 > 0 {
      var content = ProfileContent.sample
      content.skills = goods.skills.prefix(place % 4).map { SkillLevel($0, .working) }
      try saveProfile(of: seller, content, from: 0, by: .operator, at: now)
    }
    for place in 0..<gigs / 2 {
      let deal = try deal(Int64(place), of: ID(Int64(1 + place % 9)), buyer: buyer)
      try review(deal, .seller)
      try review(deal, .buyer, 1 + place % 5)
    }
    for step in 0..<2 * gigs {
      let deed = GigDeed.any(goods, gigs: gigs, &random)
      if case .rank = deed { continue }
      do { try deed.perform(self, at: now + .seconds(Int64(step))) } catch is any Refusing {}
    }
    for listing in [Listing.market] + goods.categories.map(Listing.category) {
      try rankFront(of: listing, at: now)
    }
  }
}

extension Snapshot {
  /// What belongs to a gig's pages, asked for one by one.
  fileprivate func single(_ id: ID<Gig>) throws -> GigPagesRecord {
    GigPagesRecord(
      record: try #require(try gigRecord(id)),
      versions: try publishedVersions(of: id).map { try #require(try gigRecord(version: $0.id)) },
      formerSlugs: try formerSlugs(of: .gig, id.number).map { FormerSlug($0.0, $0.1) })
  }

  fileprivate func single(_ id: ID<Party>) throws -> SellerPagesRecord {
    SellerPagesRecord(
      record: try #require(try profileRecord(id)),
      formerSlugs: try formerSlugs(of: .profile, id.number).map { FormerSlug($0.0, $0.1) })
  }
}

extension Array {
  fileprivate func parts(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }

  fileprivate func isSorted(by isBefore: (Element, Element) -> Bool) -> Bool {
    zip(self, dropFirst()).allSatisfy(isBefore)
  }
}
