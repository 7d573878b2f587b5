/// What both sides say of each other when an order is over.
package struct ReviewRules: Hashable, Sendable {
  package let windowDays: Int
  package let starsMin: Int
  package let starsMax: Int
  package let textCharactersMax: Int
  package let replyCharactersMax: Int
  /// Counted from when the review can be read.
  package let replyDays: Int

  init(_ section: RuleSection) {
    windowDays = section.whole("window-days", 1...90)
    starsMin = section.whole("stars-min", 1...5)
    starsMax = section.whole("stars-max", 2...5)
    textCharactersMax = section.whole("text-characters-max", 50...20_000)
    replyCharactersMax = section.whole("reply-characters-max", 50...20_000)
    replyDays = section.whole("reply-days", 1...365)
    section.expect(starsMin < starsMax, "stars-min", "expected less than stars-max, \(starsMax)")
  }
}

/// The two reviews of one order: nobody reads the other's before both are written or it is too
/// late to write.
package struct ReviewPair: Hashable, Sendable {
  package let completedAt: Instant
  package let buyerWroteAt: Instant?
  package let sellerWroteAt: Instant?

  package init(completedAt: Instant, buyerWroteAt: Instant? = nil, sellerWroteAt: Instant? = nil) {
    self.completedAt = completedAt
    self.buyerWroteAt = buyerWroteAt
    self.sellerWroteAt = sellerWroteAt
  }

  /// The deal's, with what has been written about it.
  package init(_ deal: Deal, _ reviews: [Review]) {
    func at(_ side: Review.Side) -> Instant? { reviews.first { $0.side == side }?.writtenAt }
    self.init(
      completedAt: deal.completedAt, buyerWroteAt: at(.buyer), sellerWroteAt: at(.seller))
  }

  package var isWhole: Bool { buyerWroteAt != nil && sellerWroteAt != nil }

  package func wroteAt(_ side: Review.Side) -> Instant? {
    switch side {
    case .buyer: buyerWroteAt
    case .seller: sellerWroteAt
    }
  }
}

extension ReviewRules {
  package var stars: ClosedRange<Int> { starsMin...starsMax }
  package var text: TextLimit { TextLimit(charactersMax: textCharactersMax) }
  package var reply: TextLimit { TextLimit(charactersMax: replyCharactersMax) }

  package func windowEnds(_ pair: ReviewPair) -> Instant {
    pair.completedAt + .days(Int64(windowDays))
  }

  /// From when both reviews can be read, as far as they were written.
  package func shownFrom(_ pair: ReviewPair) -> Instant {
    guard let buyer = pair.buyerWroteAt, let seller = pair.sellerWroteAt else {
      return windowEnds(pair)
    }
    return min(max(buyer, seller), windowEnds(pair))
  }

  package func isBlind(_ pair: ReviewPair, at now: Instant) -> Bool { now < shownFrom(pair) }

  package func mayWrite(_ pair: ReviewPair, as side: Review.Side, at now: Instant) -> Bool {
    pair.wroteAt(side) == nil && (pair.completedAt..<windowEnds(pair)).contains(now)
  }

  /// Only while nobody has read it.
  package func mayEdit(_ pair: ReviewPair, as side: Review.Side, at now: Instant) -> Bool {
    pair.wroteAt(side) != nil && isBlind(pair, at: now)
  }

  package func replyEnds(_ pair: ReviewPair) -> Instant {
    shownFrom(pair) + .days(Int64(replyDays))
  }

  /// Once, to what this side wrote, by the other side.
  package func mayReply(
    to side: Review.Side, of pair: ReviewPair, repliedAt: Instant?, at now: Instant
  ) -> Bool {
    guard pair.wroteAt(side) != nil, repliedAt == nil else { return false }
    return (shownFrom(pair)..<replyEnds(pair)).contains(now)
  }
}
