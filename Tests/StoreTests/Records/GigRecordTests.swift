import Market
import Testing

@testable import Store

@Suite struct GigRecordTests {
  @Test(arguments: Engine.all)
  func `a gig's record is what its sellers and buyers wrote`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let record = try #require(try snapshot.gigRecord(street.seal))
      let versions = try snapshot.gigVersions(of: street.seal)
      #expect(versions.count == 3)
      #expect(
        record
          == GigRecord(
            gig: street.seal, category: Street.logos,
            slugs: [.chinese: Slug.from("手工刻印章"), .english: "a-carved-seal"],
            version: versions[1], isCurrent: true, content: GigContent.seal(street.tags).second,
            files: [.sample(3)],
            tags: street.tagRecords.reversed(),
            figures: GigFigures(orders: 1, reviews: 2, stars: 8),
            stars: StarSums(
              counts: [0, 0, 1, 0, 1], quality: 8, communication: 10, timeliness: 6),
            seller: street.wangCard,
            reviews: [
              ReviewRecord(
                review: try snapshot.review(street.reviews[1]), author: "Bob",
                authorLanguage: .english),
              ReviewRecord(
                review: try snapshot.review(street.reviews[0]), author: "赵买家",
                authorLanguage: .chinese),
            ],
            related: [street.posterCard, street.logoCard]))
      #expect(record.reviews[1].review.reply?.text == "谢谢")
    }
  }

  @Test(arguments: Engine.all)
  func `an older version keeps its words and has the figures of today`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let versions = try snapshot.gigVersions(of: street.seal).map(\.id)
      let current = try #require(try snapshot.gigRecord(street.seal))
      #expect(try snapshot.gigRecord(version: versions[1]) == current)
      var old = current
      old.isCurrent = false
      old.version = try #require(try snapshot.gigVersion(versions[0]))
      old.content = .seal(street.tags)
      old.files = old.content.media.indices.map { .sample(UInt64($0 + 1)) }
      old.tags = street.tagRecords
      #expect(try snapshot.gigRecord(version: versions[0]) == old)
      #expect(try snapshot.gigRecord(version: versions[2]) == nil, "a draft")
      #expect(
        try snapshot.publishedVersions(of: street.seal).map(\.id) == Array(versions.prefix(2)))
    }
  }

  @Test(arguments: Engine.all)
  func `what is not shown has no record, nor has a version of it`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      for gig in [street.away, street.shut, ID<Gig>(999), ID<Gig>(0)] {
        #expect(try snapshot.gigRecord(gig) == nil, "gig \(gig)")
        for version in try snapshot.publishedVersions(of: gig) {
          #expect(try snapshot.gigRecord(version: version.id) == nil, "gig \(gig)")
        }
      }
      #expect(try snapshot.gigRecord(version: ID(999)) == nil)
      #expect(try snapshot.publishedVersions(of: street.away).count == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `cards come in the order they are asked for`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let asked = [
        street.logo, street.away, street.seal, ID<Gig>(999), street.poster, street.logo,
      ]
      let cards = try snapshot.gigCards(asked)
      #expect(cards == [street.logoCard, street.sealCard, street.posterCard, street.logoCard])
      #expect(try snapshot.gigCards([]).isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `a gig of one language has a record in one language`(engine: Engine) throws {
    try Street.read(engine) { street, snapshot in
      let poster = try #require(try snapshot.gigRecord(street.poster))
      #expect(poster.content == .sample)
      #expect(poster.slugs == [.chinese: Slug.from("标志设计")])
      #expect(poster.stars == .none)
      #expect(poster.reviews.isEmpty)
      #expect(poster.tags.isEmpty)
      #expect(poster.seller.name.names == [.chinese: "墨工作室"])
      #expect(poster.related.map(\.gig) == [street.seal, street.logo])
    }
  }

  @Test(arguments: Engine.all)
  func `a record takes few statements`(engine: Engine) throws {
    let (ground, street) = try Street.made(engine)
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    let counter = StatementCounter(connection)
    _ = try counter.gigRecord(street.seal)
    #expect(counter.take() == 21)
    _ = try counter.gigRecords([street.seal, street.poster, street.logo])
    #expect(counter.take() == 21)
    _ = try counter.gigCards([street.seal, street.poster, street.logo])
    #expect(counter.take() == 6)
    _ = try counter.profileRecord(street.wang)
    #expect(counter.take() == 20)
    _ = try counter.catalogueRecord()
    #expect(counter.take() == 7)
    _ = try counter.listingRecord(.category(Street.logos))
    #expect(counter.take() == 9)
  }
}

/// Counts what is asked of a connection.
private final class StatementCounter: Reading {
  private let connection: any Connection
  private var count = 0

  init(_ connection: any Connection) { self.connection = connection }

  func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    count += 1
    return try connection.run(sql, values, each)
  }

  func position() throws -> Position { .start }

  func take() -> Int {
    defer { count = 0 }
    return count
  }
}
