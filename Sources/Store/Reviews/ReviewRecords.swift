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

  /// What all buyers' stars add up to; a gig without any is not among them.
  func starSums(of gigs: [ID<Gig>]) throws -> [ID<Gig>: StarSums] {
    var sums: [ID<Gig>: StarSums] = [:]
    try each(
      """
      select gig, stars, count(*), cast(sum(quality) as bigint),
        cast(sum(communication) as bigint), cast(sum(timeliness) as bigint)
      from review
      where state = 'shown' and side = 'buyer'
        and gig in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      group by gig, stars
      """, among: gigs
    ) {
      let gig: ID<Gig> = try $0[0]
      try sums[gig, default: .none].add(row: $0)
    }
    return sums
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
