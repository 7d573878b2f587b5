package import Market

/// What both sides say, and when others may read it.
extension Transaction {
  package func writeReview(
    on deal: Deal, as side: Review.Side, _ words: Review.Words, by actor: Actor, at now: Instant
  ) throws -> Review {
    let rules = try rules(at: now).rules.review
    var all = try reviews(on: deal.order)
    let review = try Review.written(
      next(Review.self), on: deal, beside: all, as: side,
      of: party(side == .buyer ? deal.buyer : deal.seller), words, under: rules, by: actor,
      at: now)
    try insert(review)
    try record(
      Change(of: .review, review.id.number, from: nil, to: Route(isShown: false)), at: now)
    all.append(review)
    guard all.count == Review.Side.allCases.count else { return review }
    // The second one to speak opens both.
    for review in all where review.state == .blind {
      try save(
        review, as: review.revealed(of: ReviewPair(deal, all), under: rules, at: now), at: now)
    }
    return try self.review(review.id)
  }

  package func editReview(
    _ id: ID<Review>, _ words: Review.Words, by actor: Actor, at now: Instant
  ) throws {
    let rules = try rules(at: now).rules.review
    try change(id, at: now) { review in
      try review.edited(
        words, of: pair(review), author: party(review.author), under: rules, by: actor, at: now)
    }
  }

  package func replyToReview(
    _ id: ID<Review>, _ text: String, in language: Locale, by actor: Actor, at now: Instant
  ) throws {
    let rules = try rules(at: now).rules.review
    try change(id, at: now) { review in
      try review.replied(
        text, in: language, of: pair(review), subject: party(review.about), under: rules,
        by: actor, at: now)
    }
  }

  /// Opens those whose time to stay blind is over; returns how many.
  package func revealReviews(atMost limit: Int, at now: Instant) throws -> Int {
    let rules = try rules(at: now).rules.review
    let due = try blindReviews(
      completedBefore: now + .days(-Int64(rules.windowDays)), atMost: limit)
    for review in due {
      try save(review, as: review.revealed(of: pair(review), under: rules, at: now), at: now)
    }
    return due.count
  }

  package func removeReview(
    _ id: ID<Review>, because reason: String, by actor: Actor, at now: Instant
  ) throws {
    try change(id, at: now) { try $0.removed(because: reason, by: actor, at: now) }
    try note("remove", .review, id.number, by: actor, at: now, detail: reason)
  }

  package func restoreReview(_ id: ID<Review>, by actor: Actor, at now: Instant) throws {
    try change(id, at: now) { try $0.restored(by: actor, at: now) }
    try note("restore", .review, id.number, by: actor, at: now)
  }

  /// Counts an order that came to its end, on the gig and on its seller. The log hears of each whose
  /// number moves that visitors are told.
  package func countOrder(of id: ID<Gig>, at now: Instant) throws {
    let gig = try gig(id)
    let orders = try gigFigures(id).orders
    try run("update gig set orders = orders + 1 where id = $1", id)
    try run("update profile set orders = orders + 1 where party = $1", gig.party)
    if isSeen(after: orders) {
      try record(Change(of: .gig, id.number, from: gig.route, to: gig.route), at: now)
    }
    if let profile = try profile(gig.party), isSeen(after: profile.figures.orders - 1) {
      try record(
        Change(of: .profile, gig.party.number, from: profile.route, to: profile.route), at: now)
    }
  }

  /// Whether visitors are told of one more.
  private func isSeen(after count: Int64) -> Bool {
    SeenCount(of: count) != SeenCount(of: count + 1)
  }

  private func change(
    _ id: ID<Review>, at now: Instant, _ rule: (Review) throws -> Review
  ) throws {
    let review = try review(id)
    try save(review, as: rule(review), at: now)
  }

  private func pair(_ review: Review) throws -> ReviewPair {
    ReviewPair(review.deal, try reviews(on: review.deal.order))
  }

  private func insert(_ review: Review) throws {
    let state = review.stateColumns
    try run(
      """
      insert into review (id, deal, gig, version, buyer, seller, completed_at, side, stars,
        quality, communication, timeliness, text, language, written_at, state, state_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      """, review.id, review.deal.order, review.deal.gig, review.deal.version, review.deal.buyer,
      review.deal.seller, review.deal.completedAt, review.side, review.stars.overall,
      review.stars.quality, review.stars.communication, review.stars.timeliness, review.text,
      review.language, review.writtenAt, state.name, state.at)
  }

  private func save(_ before: Review, as after: Review, at now: Instant) throws {
    let state = after.stateColumns
    try run(
      """
      update review set stars = $1, quality = $2, communication = $3, timeliness = $4, text = $5,
        language = $6, state = $7, state_at = $8, reason = $9, reply = $10, reply_language = $11,
        replied_at = $12
      where id = $13
      """, after.stars.overall, after.stars.quality, after.stars.communication,
      after.stars.timeliness, after.text, after.language, state.name, state.at, state.reason,
      after.reply?.text, after.reply?.language, after.reply?.at, after.id)
    if before.isShown != after.isShown, after.side == .buyer {
      try count(after, by: after.isShown ? 1 : -1)
    }
    try record(
      Change(
        of: .review, after.id.number, from: Route(isShown: before.isShown),
        to: Route(isShown: after.isShown)), at: now)
  }

  private func count(_ review: Review, by step: Int) throws {
    let stars = step * review.stars.overall
    try run(
      "update gig set reviews = reviews + $1, stars = stars + $2 where id = $3", step, stars,
      review.deal.gig)
    try run(
      "update profile set reviews = reviews + $1, stars = stars + $2 where party = $3", step,
      stars, review.deal.seller)
  }
}
