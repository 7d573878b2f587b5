package import Market

extension Reading where Self: ~Copyable {
  package func review(_ id: ID<Review>) throws -> Review {
    let found = try row(
      """
      select id, deal, gig, version, buyer, seller, completed_at, side, stars, quality,
        communication, timeliness, text, language, written_at, state, state_at, reason, reply,
        reply_language, replied_at
      from review where id = $1
      """, id, as: Review.init(row:))
    guard let found else { throw ReviewError.unknown(id) }
    return found
  }

  /// What buyers say of a gig, the newest first.
  package func reviews(of gig: ID<Gig>, atMost limit: Int) throws -> [Review] {
    try rows(
      """
      select id, deal, gig, version, buyer, seller, completed_at, side, stars, quality,
        communication, timeliness, text, language, written_at, state, state_at, reason, reply,
        reply_language, replied_at
      from review where gig = $1 and state = 'shown' and side = 'buyer' order by id desc limit $2
      """, gig, limit, as: Review.init(row:))
  }

  /// What buyers say of a seller, the newest first.
  package func reviews(about seller: ID<Party>, atMost limit: Int) throws -> [Review] {
    try rows(
      """
      select id, deal, gig, version, buyer, seller, completed_at, side, stars, quality,
        communication, timeliness, text, language, written_at, state, state_at, reason, reply,
        reply_language, replied_at
      from review
      where seller = $1 and state = 'shown' and side = 'buyer' order by id desc limit $2
      """, seller, limit, as: Review.init(row:))
  }

  /// Both sides' of one deal, as far as they are written.
  package func reviews(on deal: Int64) throws -> [Review] {
    try rows(
      """
      select id, deal, gig, version, buyer, seller, completed_at, side, stars, quality,
        communication, timeliness, text, language, written_at, state, state_at, reason, reply,
        reply_language, replied_at
      from review where deal = $1 order by side
      """, deal, as: Review.init(row:))
  }

  /// Blind ones whose order ended long enough ago, the oldest first.
  package func blindReviews(completedBefore moment: Instant, atMost limit: Int) throws -> [Review] {
    try rows(
      """
      select id, deal, gig, version, buyer, seller, completed_at, side, stars, quality,
        communication, timeliness, text, language, written_at, state, state_at, reason, reply,
        reply_language, replied_at
      from review where state = 'blind' and completed_at <= $1 order by completed_at, id limit $2
      """, moment, limit, as: Review.init(row:))
  }
}

extension Review {
  init(row: borrowing Row) throws {
    let stateAt: Instant = try row[16]
    let state: State =
      switch try row[15] as String {
      case "blind": .blind
      case "shown": .shown(at: stateAt)
      case "removed": .removed(at: stateAt, reason: try row[17] ?? "")
      case let other: throw StoreError.corrupt("a review is “\(other)”")
      }
    var reply: Reply?
    if let text: String = try row[18], let language: Locale = try row[19],
      let at: Instant = try row[20]
    {
      reply = Reply(text: text, language: language, at: at)
    }
    let stars = Stars(
      overall: try row[8], quality: try row[9], communication: try row[10],
      timeliness: try row[11])
    guard stars.all.allSatisfy((1...5).contains) else {
      throw StoreError.corrupt("a review has \(stars.all) stars")
    }
    self.init(
      id: try row[0],
      deal: Deal(
        order: try row[1], gig: try row[2], version: try row[3], buyer: try row[4],
        seller: try row[5], completedAt: try row[6]),
      side: try row[7], stars: stars,
      text: try row[12], language: try row[13], writtenAt: try row[14], state: state, reply: reply)
  }

  var stateColumns: (name: String, at: Instant, reason: String?) {
    switch state {
    case .blind: ("blind", writtenAt, nil)
    case .shown(let at): ("shown", at, nil)
    case .removed(let at, let reason): ("removed", at, reason)
    }
  }
}
