/// By what sellers are measured.
package enum Criterion: String, CaseIterable, Sendable {
  /// Orders that were completed.
  case orders
  /// People who bought, each counted once.
  case buyers
  /// In minor units of the market's currency.
  case earnings
  /// The mean of the stars in hundredths: 470 is 4.70.
  case rating
  /// Orders that were completed, of those that ended, in basis points.
  case completion
  /// Deliveries that came in time, in basis points.
  case onTime
  /// First messages that were answered in time, in basis points.
  case response
  /// Since the seller's first order.
  case days

  /// Under which it stands in the rules.
  package var key: String {
    switch self {
    case .orders: "orders-min"
    case .buyers: "buyers-min"
    case .earnings: "earnings-min"
    case .rating: "rating-min"
    case .completion: "completion-percent-min"
    case .onTime: "on-time-percent-min"
    case .response: "response-percent-min"
    case .days: "days-min"
    }
  }
}

/// What a seller has done so far, in the units of the criteria.
package struct SellerRecord: Hashable, Sendable {
  package var orders: Int
  package var buyers: Int
  package var earningsMinorUnits: Int64
  /// Nil before the first review.
  package var ratingHundredths: Int?
  /// The rates are nil when nothing happened that could be counted.
  package var completionBasisPoints: Int?
  package var onTimeBasisPoints: Int?
  package var responseBasisPoints: Int?
  package var days: Int

  package init(
    orders: Int = 0, buyers: Int = 0, earningsMinorUnits: Int64 = 0, ratingHundredths: Int? = nil,
    completionBasisPoints: Int? = nil, onTimeBasisPoints: Int? = nil,
    responseBasisPoints: Int? = nil, days: Int = 0
  ) {
    self.orders = orders
    self.buyers = buyers
    self.earningsMinorUnits = earningsMinorUnits
    self.ratingHundredths = ratingHundredths
    self.completionBasisPoints = completionBasisPoints
    self.onTimeBasisPoints = onTimeBasisPoints
    self.responseBasisPoints = responseBasisPoints
    self.days = days
  }

  package func value(_ criterion: Criterion) -> Int64? {
    switch criterion {
    case .orders: Int64(orders)
    case .buyers: Int64(buyers)
    case .earnings: earningsMinorUnits
    case .rating: ratingHundredths.map(Int64.init)
    case .completion: completionBasisPoints.map(Int64.init)
    case .onTime: onTimeBasisPoints.map(Int64.init)
    case .response: responseBasisPoints.map(Int64.init)
    case .days: Int64(days)
    }
  }
}

/// Why a seller has a level, and what would change it.
package struct Assessment: Hashable, Sendable {
  package struct Measure: Hashable, Sendable {
    package let criterion: Criterion
    /// Nil when there is nothing to measure yet.
    package let value: Int64?
    package let threshold: Int64

    /// Nobody is held down by what did not happen: a rate of nothing is met. Stars must be earned.
    package var isMet: Bool {
      if let value { return value >= threshold }
      return criterion != .rating || threshold == 0
    }
  }

  package let level: Level
  /// Against what the present level asks for: all met.
  package let present: [Measure]
  /// Against what the next one asks for: at least one is not met. Empty at the top.
  package let next: [Measure]

  package var missing: [Measure] { next.filter { !$0.isMet } }
}

extension Levels {
  /// The highest level of which the seller meets all criteria.
  package func assess(_ record: SellerRecord) -> Assessment {
    // Thresholds rise with the level, so the first that is not reached ends the way up.
    var level = Level.new
    while let next = level.next, measures(of: record, for: next).allSatisfy(\.isMet) {
      level = next
    }
    return Assessment(
      level: level, present: measures(of: record, for: level),
      next: level.next.map { measures(of: record, for: $0) } ?? [])
  }

  private func measures(of record: SellerRecord, for level: Level) -> [Assessment.Measure] {
    Criterion.allCases.map { criterion in
      Assessment.Measure(
        criterion: criterion, value: record.value(criterion),
        threshold: self[level].threshold(criterion))
    }
  }
}
