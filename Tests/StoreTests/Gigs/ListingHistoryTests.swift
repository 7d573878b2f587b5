import Market
import Proving
import Testing

@testable import Store

/// Whatever sellers and staff do in whatever order: the listings stay what they must be.
@Suite struct ListingHistoryTests {
  @Test(arguments: Engine.all, 1...UInt64(count("JISHI_HISTORIES", or: 1)))
  func `listings stay right through any history`(engine: Engine, seed: UInt64) async throws {
    try await follow(engine, seed, gigs: 50, actions: count("JISHI_ACTIONS", or: 70))
  }

  @Test(arguments: Engine.all)
  func `a large catalogue touches no more rows than a small one`(engine: Engine) async throws {
    try await follow(engine, 7, gigs: count("JISHI_GIGS", or: 120), actions: 16)
  }

  @Test(arguments: Engine.all)
  func `nobody stands beside more than so many`(engine: Engine) async throws {
    let others = Related.pointersMax + 8
    try await GigFair.open(engine, sellers: others + 1) { fair in
      let shapes = try fair.shapes(MarketPicture.tables)
      let picture = try await fair.write {
        [sellers = fair.sellers, categories = fair.categories] tx in
        let gigs = try sellers.map { try tx.publishNew(of: $0, in: categories[0]) }
        // The newest is everybody's first choice.
        for gig in gigs.dropLast() {
          try tx.pauseGig(gig, by: .operator, at: now)
          try tx.resumeGig(gig, by: .operator, at: now)
        }
        return try MarketPicture(shapes, of: tx)
      }
      try picture.check("all came back")
      let newest = ID<Gig>(Int64(others + 1))
      let pointers: Int? = try await fair.read { snapshot in
        try snapshot.row("select count(*) from related where other = $1", newest) { try $0[0] }
      }
      #expect(pointers == Related.pointersMax)
      try await fair.write { try $0.pauseGig(newest, by: .operator, at: now) }
      let end = try await fair.read { try MarketPicture(shapes, of: $0) }
      try end.check("the favourite is gone")
      end.check(after: picture, .pause(newest), "the favourite is gone")
    }
  }

  private func follow(
    _ engine: Engine, _ seed: UInt64, gigs: Int, actions: Int
  ) async throws {
    // Each has three gigs, so that the cap is near.
    try await GigFair.open(engine, sellers: gigs / 3 + 1) { fair in
      var random = Seeded(seed)
      let shapes = try fair.shapes(MarketPicture.tables)
      let skills = try await fair.write { tx in
        try (0..<4).map { try tx.addSkill([.english: "skill \($0)"], by: .operator, at: now) }
      }
      let goods = fair.goods(skills)
      let contents = (0..<gigs).map { _ in GigDeed.content(goods, &random) }
      let start = try await fair.write {
        [sellers = fair.sellers, categories = fair.categories] tx in
        for (place, content) in contents.enumerated() {
          _ = try tx.publishNew(
            of: sellers[place / 3], in: categories[place % categories.count], content)
        }
        return try MarketPicture(shapes, of: tx)
      }
      try start.check("seed \(seed), at the start")
      var log = LogChain()
      try await log.follow(fair.store)
      var before = start
      var done: Set<String> = []
      for step in 0..<actions {
        let deed = GigDeed.any(goods, gigs: gigs, &random)
        let moment = now + .seconds(Int64(step))
        let name = "seed \(seed), step \(step): \(deed)"
        let after: MarketPicture
        do {
          after = try await fair.write { tx in
            try deed.perform(tx, at: moment)
            return try MarketPicture(shapes, of: tx)
          }
          done.insert(deed.name)
        } catch let error where error is any Refusing {
          // A refusal leaves nothing behind.
          after = try await fair.read { try MarketPicture(shapes, of: $0) }
          #expect(after.tables.differences(from: before.tables).isEmpty, "\(name): \(error)")
        }
        try after.check(name)
        after.check(after: before, deed, name)
        try await log.follow(fair.store, name)
        before = after
      }
      try await log.check(against: fair)
      let changed = try await fair.read { snapshot in
        try snapshot.gigs(after: ID(0), atMost: 10_000)
          .flatMap { try snapshot.gigVersions(of: $0.id) }
          .filter { $0.publishedAt != nil }
          .filter { try snapshot.gigContent(of: $0.id)?.digest != $0.digest }.map(\.id)
      }
      #expect(changed.isEmpty, "seed \(seed): what was published is not what is there")
      if actions >= 300 { #expect(done.count == GigDeed.names.count, "\(done)") }
    }
  }
}

/// That the log tells where each thing was as it told before where it was.
struct LogChain {
  private var last: [String: Route?] = [:]
  private var position = Position.start

  mutating func follow(_ store: Store, _ name: String = "at the start") async throws {
    while true {
      let changes = try await store.read { [position] in
        try $0.changes(after: position, atMost: 5_000)
      }
      guard let end = changes.last?.position else { return }
      for change in changes.map(\.change) {
        // How many stand in a list is a thing of its own.
        let isOfList = change.after?.seen != nil
        let key = "\(change.noun) \(change.subject)\(isOfList ? " as a list" : "")"
        if let known = last[key] { #expect(change.before == known, "\(name): \(key)") }
        last[key] = .some(change.after)
      }
      position = end
    }
  }

  /// What the log told last is how things are.
  func check(against fair: GigFair) async throws {
    let (gigs, profiles) = try await fair.read { snapshot in
      (
        try snapshot.gigs(after: ID(0), atMost: 10_000),
        try fair.sellers.compactMap { try snapshot.profile($0) }
      )
    }
    for gig in gigs { #expect(last["gig \(gig.id)"] == .some(gig.route), "gig \(gig.id)") }
    for profile in profiles {
      #expect(last["profile \(profile.party)"] == .some(profile.route))
    }
  }
}
