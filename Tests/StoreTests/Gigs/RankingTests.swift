import Market
import Testing

@testable import Store

@Suite struct RankingTests {
  /// Reviews of each gig with the sum of their stars, the gigs of the first seller before the others'.
  private static let figures: [(reviews: Int64, stars: Int64)] = [
    (1, 5), (40, 200), (2, 10), (10, 50), (0, 0), (3, 15), (40, 160),
  ]

  /// The published rule: ten reviews of 4.5 stars for everybody, and at most three places each.
  @Test(arguments: Engine.all)
  func `the best block follows the published formula, and is nobody's shelf`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      let (mine, others) = (fair.sellers[0], fair.sellers[1])
      let best = try await fair.write { tx in
        var gigs: [ID<Gig>] = []
        for (place, figure) in Self.figures.enumerated() {
          let gig = try tx.publishNew(
            of: place < 4 ? mine : others, in: fair.categories[0], .small)
          try tx.run(
            "update gig set reviews = $1, stars = $2 where id = $3", figure.reviews, figure.stars,
            gig)
          gigs.append(gig)
        }
        try tx.rankFront(of: .market, at: now)
        return try tx.front(of: .market).map { front in gigs.firstIndex { $0.number == front } }
      }
      // Forty of five, ten of five, three of five, two of five; the one with a single review is the
      // fourth of its seller, none counts without a review, and forty of four are the least.
      #expect(best == [1, 3, 5, 2, 6])
    }
  }
}
