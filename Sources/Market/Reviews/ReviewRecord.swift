/// A review as a page shows it.
package struct ReviewRecord: Hashable, Sendable {
  package var review: Review
  package var author: String
  /// In which the author's name is written.
  package var authorLanguage: Locale

  package init(review: Review, author: String, authorLanguage: Locale) {
    self.review = review
    self.author = author
    self.authorLanguage = authorLanguage
  }
}

/// What all shown reviews of a gig add up to.
package struct StarSums: Hashable, Sendable {
  /// How often one star was given, two, and so on to five.
  package var counts: [Int64]
  package var quality: Int64
  package var communication: Int64
  package var timeliness: Int64

  package static let none = StarSums(
    counts: [0, 0, 0, 0, 0], quality: 0, communication: 0, timeliness: 0)

  package init(counts: [Int64], quality: Int64, communication: Int64, timeliness: Int64) {
    precondition(counts.count == 5, "there are one to five stars")
    self.counts = counts
    self.quality = quality
    self.communication = communication
    self.timeliness = timeliness
  }

  package var reviews: Int64 { counts.reduce(0, +) }
}
