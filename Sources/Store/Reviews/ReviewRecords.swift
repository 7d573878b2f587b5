package import Market

extension Reading where Self: ~Copyable {
  /// What buyers say of a gig, the newest first.
  package func reviewRecords(of gig: ID<Gig>, atMost limit: Int) throws -> [ReviewRecord] {
    try rows(
      """
      select r.id, r.deal, r.gig, r.version, r.buyer, r.seller, r.completed_at, r.side, r.stars,
        r.quality, r.communication, r.timeliness, r.text, r.language, r.written_at, r.state,
        r.state_at, r.reason, r.reply, r.reply_language, r.replied_at, p.name, p.language
      from review r join party p on p.id = r.buyer
      where r.gig = $1 and r.state = 'shown' and r.side = 'buyer' order by r.id desc limit $2
      """, gig, limit, as: ReviewRecord.init(row:))
  }

  /// What buyers say of a seller, the newest first.
  package func reviewRecords(about seller: ID<Party>, atMost limit: Int) throws -> [ReviewRecord] {
    try rows(
      """
      select r.id, r.deal, r.gig, r.version, r.buyer, r.seller, r.completed_at, r.side, r.stars,
        r.quality, r.communication, r.timeliness, r.text, r.language, r.written_at, r.state,
        r.state_at, r.reason, r.reply, r.reply_language, r.replied_at, p.name, p.language
      from review r join party p on p.id = r.buyer
      where r.seller = $1 and r.state = 'shown' and r.side = 'buyer' order by r.id desc limit $2
      """, seller, limit, as: ReviewRecord.init(row:))
  }

  /// What buyers say of each of some sellers, the newest first.
  func reviewRecords(about sellers: [Profile]) throws -> [ID<Party>: [ReviewRecord]] {
    let limit = ProfileRecord.reviewsMax
    var oldestFirst: [ID<Party>: [ReviewRecord]] = [:]
    let few = sellers.filter { (1...Int64(limit)).contains($0.figures.reviews) }
    try each(
      """
      select r.id, r.deal, r.gig, r.version, r.buyer, r.seller, r.completed_at, r.side, r.stars,
        r.quality, r.communication, r.timeliness, r.text, r.language, r.written_at, r.state,
        r.state_at, r.reason, r.reply, r.reply_language, r.replied_at, p.name, p.language
      from review r join party p on p.id = r.buyer
      where r.seller in (ids) and r.state = 'shown' and r.side = 'buyer' order by r.seller, r.id
      """, among: few.map(\.party), column: 5
    ) {
      let record = try ReviewRecord(row: $0)
      oldestFirst[record.review.deal.seller, default: []].append(record)
    }
    var records = oldestFirst.mapValues { Array($0.suffix(limit).reversed()) }
    for seller in sellers where seller.figures.reviews > Int64(limit) {
      records[seller.party] = try reviewRecords(about: seller.party, atMost: limit)
    }
    return records
  }

  /// What buyers say of each of some gigs, and what all their stars add up to.
  func praise(of gigs: [GigCardRecord]) throws -> Gathered<Gig, Praise> {
    var praise = Gathered<Gig, Praise>()
    let few = gigs.filter { (1...Int64(GigRecord.reviewsMax)).contains($0.figures.reviews) }
    try each(
      """
      select r.id, r.deal, r.gig, r.version, r.buyer, r.seller, r.completed_at, r.side, r.stars,
        r.quality, r.communication, r.timeliness, r.text, r.language, r.written_at, r.state,
        r.state_at, r.reason, r.reply, r.reply_language, r.replied_at, p.name, p.language
      from review r join party p on p.id = r.buyer
      where r.gig in (ids) and r.state = 'shown' and r.side = 'buyer' order by r.gig, r.id
      """, among: few.map(\.gig), column: 2
    ) { row in
      let record = try ReviewRecord(row: row)
      praise.change(record.review.deal.gig, orAdd: Praise()) { $0.add(record) }
    }
    let many = gigs.filter { $0.figures.reviews > GigRecord.reviewsMax }.map(\.gig)
    let sums = try starSums(of: many)
    for gig in many {
      let newest = try reviewRecords(of: gig, atMost: GigRecord.reviewsMax)
      praise.add(Praise(stars: sums[gig] ?? .none, oldestFirst: newest.reversed()), as: gig)
    }
    return praise
  }

  /// What all buyers' stars add up to; a gig without any is not among them.
  private func starSums(of gigs: [ID<Gig>]) throws -> [ID<Gig>: StarSums] {
    var sums: [ID<Gig>: StarSums] = [:]
    try each(
      """
      select gig, stars, count(*), cast(sum(quality) as bigint),
        cast(sum(communication) as bigint), cast(sum(timeliness) as bigint)
      from review where state = 'shown' and side = 'buyer' and gig in (ids)
      group by gig, stars
      """, among: gigs
    ) {
      let gig: ID<Gig> = try $0[0]
      try sums[gig, default: .none].add(row: $0)
    }
    return sums
  }
}

/// What buyers say of one gig.
struct Praise {
  private(set) var stars: StarSums
  private var oldestFirst: [ReviewRecord]

  fileprivate init(stars: StarSums = .none, oldestFirst: [ReviewRecord] = []) {
    self.stars = stars
    self.oldestFirst = oldestFirst
  }

  /// The newest first.
  var reviews: [ReviewRecord] { oldestFirst.suffix(GigRecord.reviewsMax).reversed() }

  fileprivate mutating func add(_ record: ReviewRecord) {
    oldestFirst.append(record)
    let given = record.review.stars
    stars.counts[given.overall - 1] += 1
    stars.quality += Int64(given.quality)
    stars.communication += Int64(given.communication)
    stars.timeliness += Int64(given.timeliness)
  }
}

extension ReviewRecord {
  fileprivate init(row: borrowing Row) throws {
    self.init(review: try Review(row: row), author: try row[21], authorLanguage: try row[22])
  }
}

extension StarSums {
  fileprivate mutating func add(row: borrowing Row) throws {
    let stars: Int = try row[1]
    guard counts.indices.contains(stars - 1) else {
      throw StoreError.corrupt("a review gives \(stars) stars")
    }
    counts[stars - 1] = try row[2]
    quality += try row[3]
    communication += try row[4]
    timeliness += try row[5]
  }
}
