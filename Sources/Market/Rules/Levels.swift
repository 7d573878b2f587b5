/// How far a seller has come. The names that people read belong to the languages.
package enum Level: String, CaseIterable, Comparable, Sendable {
  case new
  case one
  case two
  case top

  package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  /// Nil at the top.
  package var next: Level? { Self.allCases.dropFirst(place + 1).first }

  private var place: Int {
    switch self {
    case .new: 0
    case .one: 1
    case .two: 2
    case .top: 3
    }
  }
}

/// What each level gives and what it asks for.
package struct Levels: Hashable, Sendable {
  /// A message of a stranger that is answered within so many hours was answered in time.
  package let responseHours: Int
  /// Over so many days the rates of answering, completing and delivering on time are measured.
  package let windowDays: Int
  private let terms: [Level: LevelTerms]

  init(_ reader: RuleReader, _ currency: Asset) {
    let section = reader.section("levels")
    responseHours = section.whole("response-hours", 1...168)
    windowDays = section.whole("window-days", 7...730)
    var terms: [Level: LevelTerms] = [:]
    var last: LevelTerms?
    for level in Level.allCases {
      let section = reader.section("level", level.rawValue)
      let next = LevelTerms(section, isAsking: level != .new, currency)
      if let last { next.expectMore(than: last, in: section) }
      terms[level] = next
      last = next
    }
    self.terms = terms
  }

  package subscript(level: Level) -> LevelTerms {
    guard let terms = terms[level] else { preconditionFailure("every level has been read") }
    return terms
  }

  package func mayAddGig(_ level: Level, having count: Int) -> Bool {
    count < self[level].gigsMax
  }

  /// When what a seller earned can be withdrawn.
  package func clearanceEnds(_ level: Level, earnedAt: Instant) -> Instant {
    earnedAt + .days(Int64(self[level].clearanceDays))
  }
}

package struct LevelTerms: Hashable, Sendable {
  package let gigsMax: Int
  package let sellerFeeBasisPoints: Int
  package let clearanceDays: Int
  /// What a seller must have reached, in the unit of each criterion; zero where nothing is asked.
  private let thresholds: [Criterion: Int64]

  package func threshold(_ criterion: Criterion) -> Int64 { thresholds[criterion, default: 0] }

  fileprivate init(_ section: RuleSection, isAsking: Bool, _ currency: Asset) {
    gigsMax = section.whole("gigs-max", 1...1_000)
    sellerFeeBasisPoints = section.basisPoints("seller-fee-percent")
    clearanceDays = section.whole("clearance-days", 0...90)
    guard isAsking else {
      thresholds = [:]
      return
    }
    thresholds = [
      .orders: Int64(section.whole("orders-min", 0...1_000_000)),
      .buyers: Int64(section.whole("buyers-min", 0...1_000_000)),
      .earnings: section.decimal("earnings-min", scale: currency.scale, 0...Self.earningsMax),
      .rating: section.decimal("rating-min", scale: 2, 0...500),
      .completion: Int64(section.basisPoints("completion-percent-min")),
      .onTime: Int64(section.basisPoints("on-time-percent-min")),
      .response: Int64(section.basisPoints("response-percent-min")),
      .days: Int64(section.whole("days-min", 0...3_650)),
    ]
    section.expect(
      threshold(.buyers) <= threshold(.orders), "buyers-min",
      "expected at most orders-min, \(threshold(.orders))")
  }

  private static let earningsMax: Int64 = 1_000_000_000_000

  /// A level that asks for more also gives more; else nobody could say which is the higher.
  fileprivate func expectMore(than lower: LevelTerms, in section: RuleSection) {
    let reason = "of the level below"
    section.expect(
      gigsMax >= lower.gigsMax, "gigs-max", "expected at least the \(lower.gigsMax) \(reason)")
    section.expect(
      sellerFeeBasisPoints <= lower.sellerFeeBasisPoints, "seller-fee-percent",
      "expected at most the \(Int64(lower.sellerFeeBasisPoints).decimal(scale: 2)) \(reason)")
    section.expect(
      clearanceDays <= lower.clearanceDays, "clearance-days",
      "expected at most the \(lower.clearanceDays) \(reason)")
    for criterion in Criterion.allCases {
      section.expect(
        threshold(criterion) >= lower.threshold(criterion), criterion.key,
        "expected at least what the level below asks for")
    }
  }
}
