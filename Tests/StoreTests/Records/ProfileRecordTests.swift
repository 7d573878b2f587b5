import Market
import Testing

@testable import Store

@Suite struct ProfileRecordTests {
  @Test(arguments: Engine.all)
  func `a seller's record is all that the page shows`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let record = try #require(try snapshot.profileRecord(street.wang))
      #expect(record.seller == street.wangCard)
      #expect(record.content == .wang(street.skills))
      #expect(record.skills == street.skillRecords.reversed(), "in the order of the profile")
      #expect(
        record.portfolio == [
          PortfolioItem(
            id: street.items[0], party: street.wang, category: Street.logos,
            titles: [.chinese: "作品", .english: "Work"], summaries: [.chinese: "一方印"],
            year: 2024),
          PortfolioItem(
            id: street.items[1], party: street.wang, category: nil, titles: [.english: "More"],
            year: nil),
        ])
      #expect(record.gigs == [street.sealCard])
      let reviews = try snapshot.gigRecord(street.seal)?.reviews
      #expect(record.reviews == reviews)
    }
  }

  @Test(arguments: Engine.all)
  func `who has hidden the profile or has none has no page, but a name`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      for party in [street.ada, street.studio, street.former, ID<Party>(99)] {
        #expect(try snapshot.profileRecord(party) == nil, "party \(party)")
      }
      let cards = try snapshot.sellerCards([street.studio, ID(99), street.ada, street.studio])
      #expect(cards == [street.studioCard, street.adaCard, street.studioCard])
    }
  }

  @Test(arguments: Engine.all)
  func `a seller's gigs are the newest, and not all of them`(engine: Engine) throws {
    let ground = try Ground(engine)
    let (seller, gigs) = try ground.write { tx in
      let seller = try tx.person("seller").party
      let categories = try tx.catalogue()
      try tx.saveProfile(of: seller, .sample, from: 0, by: .operator, at: now)
      try tx.setLevel(.top, of: seller, at: now)
      let cap = try tx.rules(at: now).rules.levels[.top].gigsMax
      let gigs = try (0..<min(cap, ProfileRecord.gigsMax + 3)).map { _ in
        try tx.publishNew(of: seller, in: categories[0])
      }
      try tx.pauseGig(gigs[gigs.count - 1], by: .operator, at: now)
      return (seller, gigs.dropLast())
    }
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    let record = try connection.read { try $0.profileRecord(seller) }
    #expect(
      record?.gigs.map(\.gig) == gigs.reversed().prefix(ProfileRecord.gigsMax).map(\.self))
    #expect(record?.gigs.count ?? 0 > 12)
  }
}
