import Market
import Testing

@testable import Store

@Suite struct ListingRecordTests {
  @Test(arguments: Engine.all)
  func `the catalogue has its counts and attributes, closed or open`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let catalogue = try snapshot.catalogueRecord()
      #expect(catalogue.seen == 3)
      #expect(catalogue.groups == [Street.designEntry])
      #expect(catalogue.categories(of: Street.design) == [Street.logoEntry])
      #expect(catalogue[Street.cards]?.category.isOpen == false)
      #expect(catalogue[Street.cards]?.seen == 0)
      #expect(catalogue.group(of: Street.cards) == Street.designEntry)
      #expect(
        try snapshot.categoryAttributes(of: Street.logos) == Street.logoEntry.attributes)
    }
  }

  @Test(arguments: Engine.all)
  func `a front has the best, and then the newest whether they are best or not`(
    engine: Engine
  ) throws {
    try Street.read(engine) { street, snapshot in
      let logos = Listing.category(Street.logos)
      let record = try snapshot.listingRecord(logos)
      #expect(
        record
          == ListingRecord(
            listing: logos, slots: 4, seen: 3, best: [street.sealCard],
            newest: [street.logoCard, street.posterCard, street.sealCard]))
      #expect(record.pages == 1)
      let market = try snapshot.listingRecord(.market)
      #expect((market.slots, market.seen) == (5, 3))
      #expect(market.best.isEmpty)
      #expect(market.newest == record.newest)
      #expect(
        try snapshot.listingRecord(.category(ID(99)))
          == ListingRecord(
            listing: .category(ID(99)), slots: 0, seen: 0, best: [], newest: []))
    }
  }

  @Test(arguments: Engine.all)
  func `a numbered page leaves out those who are away`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let seal = Listing.tag(street.tags[0])
      let page = try snapshot.listingPage(seal, number: 1)
      #expect(
        page
          == ListingPageRecord(
            listing: seal, number: 1, pages: 1, gigs: [street.logoCard, street.sealCard]))
      #expect(
        try snapshot.listingPage(.market, number: 1).gigs.map(\.gig)
          == [street.logo, street.poster, street.seal])
      for number: Int64 in [0, 2, -1] {
        #expect(try snapshot.listingPage(.market, number: number).gigs.isEmpty)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a skill has those who have it and can be seen`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let skill = street.skillRecords[0]
      for (number, sellers): (Int64?, _) in [
        (nil, [street.wangCard]), (1, [street.wangCard]), (2, []),
      ] {
        let record = try snapshot.skillRecord(skill.id, number: number)
        #expect(
          record
            == SkillRecord(skill: skill, number: number, pages: 1, seen: 1, sellers: sellers))
      }
      #expect(try snapshot.skillRecord(ID(99), number: nil) == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `tags and skills come with their counts`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let tags = zip(street.tagRecords, [2, 1]).map { Counted($0, seen: Int64($1)) }
      let skills = street.skillRecords.map { Counted($0, seen: 1) }
      let last = street.tags[0]
      let all = try snapshot.shownTags(after: ID(0), atMost: 9)
      #expect(all == tags)
      #expect(try snapshot.shownTags(after: ID(0), atMost: 1) == [tags[0]])
      #expect(try snapshot.shownTags(after: last, atMost: 9) == [tags[1]])
      #expect(try snapshot.topTags(atMost: 1) == [tags[0]])
      #expect(try snapshot.shownSkills(after: ID(0), atMost: 9) == skills)
      #expect(try snapshot.shownSkills(after: street.skills[0], atMost: 9) == [skills[1]])
      #expect(try snapshot.topSkills(atMost: 1) == [skills[0]])
    }
  }

  @Test(arguments: Engine.all)
  func `the last change tells the time`(engine: Engine) throws {
    try Street.read(engine) { _, snapshot in
      let moment = try #require(try snapshot.lastChangeAt())
      #expect(moment == now + .days(4))
      let text = try snapshot.ruleText(snapshot.ruleVersion(at: moment).id)
      #expect(text == Rules.standardText)
    }
    let ground = try Ground(engine)
    #expect(try ground.write { try $0.lastChangeAt() } == nil)
  }
}

extension Street {
  fileprivate static let designEntry = CatalogueRecord.Entry(
    Market.Category(
      id: design, group: nil, slug: "design", position: 0,
      names: [.english: "Design", .chinese: "设计"], summaries: [.chinese: "看得见的"]),
    seen: 3)

  fileprivate static let logoEntry = CatalogueRecord.Entry(
    Market.Category(
      id: logos, group: design, slug: "logo", position: 0,
      names: [.english: "Logos", .chinese: "标志"], summaries: [:]),
    seen: 3,
    attributes: [
      CategoryAttribute(
        name: "style", label: [.english: "Style", .chinese: "风格"],
        choices: [
          .init(name: "modern", label: [.english: "Modern", .chinese: "现代"]),
          .init(name: "classic", label: [.english: "Classic"]),
        ])
    ])
}
