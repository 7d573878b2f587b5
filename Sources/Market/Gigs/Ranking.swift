/// What decides the best block of a listing. A service begins as if it had some reviews already,
/// so that a few early stars count less than many.
package enum Ranking {
  package static let priorReviews: Int64 = 10
  package static let priorStarsTenths: Int64 = 45

  /// So that the block is not the shelf of one.
  package static let perSellerMax: Int64 = 3

  /// What all those reviews that nobody wrote add up to.
  package static let priorStars = priorReviews * priorStarsTenths / 10
}
