import Market
import Testing

@Suite struct LevelTests {
  private let levels = Rules.standard.levels

  /// Just what a level asks for.
  private func enough(for level: Level) -> SellerRecord {
    func threshold(_ criterion: Criterion) -> Int64 { levels[level].threshold(criterion) }
    return SellerRecord(
      orders: Int(threshold(.orders)), buyers: Int(threshold(.buyers)),
      earningsMinorUnits: threshold(.earnings), ratingHundredths: Int(threshold(.rating)),
      completionBasisPoints: Int(threshold(.completion)),
      onTimeBasisPoints: Int(threshold(.onTime)), responseBasisPoints: Int(threshold(.response)),
      days: Int(threshold(.days)))
  }

  /// The record with one value less than it was.
  private func lowered(_ record: SellerRecord, _ criterion: Criterion) -> SellerRecord {
    var record = record
    switch criterion {
    case .orders: record.orders -= 1
    case .buyers: record.buyers -= 1
    case .earnings: record.earningsMinorUnits -= 1
    case .rating: record.ratingHundredths = record.ratingHundredths.map { $0 - 1 }
    case .completion: record.completionBasisPoints = record.completionBasisPoints.map { $0 - 1 }
    case .onTime: record.onTimeBasisPoints = record.onTimeBasisPoints.map { $0 - 1 }
    case .response: record.responseBasisPoints = record.responseBasisPoints.map { $0 - 1 }
    case .days: record.days -= 1
    }
    return record
  }

  @Test func `levels have an order`() {
    #expect(Level.allCases.sorted() == [.new, .one, .two, .top])
    #expect(Level.allCases.map(\.next) == [.one, .two, .top, nil])
    #expect(Level.allCases.map(\.rawValue) == ["new", "one", "two", "top"])
  }

  @Test func `the thresholds are those of the rules, in the units of the criteria`() {
    #expect(
      Criterion.allCases.map { levels[.top].threshold($0) }
        == [40, 20, 6_000_000, 470, 9_500, 9_500, 9_000, 180])
    #expect(Criterion.allCases.map { levels[.new].threshold($0) } == [0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `who has done nothing is new, and sees what is missing`() {
    let found = levels.assess(SellerRecord())
    #expect(found.level == .new)
    #expect(found.present.allSatisfy { $0.isMet })
    #expect(found.missing.map(\.criterion) == [.orders, .buyers, .earnings, .rating, .days])
  }

  @Test(arguments: [Level.one, .two, .top])
  func `just enough is enough`(level: Level) {
    let found = levels.assess(enough(for: level))
    #expect(found.level == level)
    #expect(found.present.allSatisfy { $0.value == $0.threshold && $0.isMet })
    #expect(found.next.isEmpty == (level == .top))
  }

  @Test(arguments: [Level.one, .two, .top], Criterion.allCases)
  func `one less of anything is the level below, and that is what is missing`(
    level: Level, criterion: Criterion
  ) {
    let found = levels.assess(lowered(enough(for: level), criterion))
    // Where two levels ask for the same, one less is too little for both.
    let expected = Level.allCases.last {
      levels[$0].threshold(criterion) < levels[level].threshold(criterion)
    }
    #expect(found.level == expected)
    #expect(found.missing.contains { $0.criterion == criterion })
    #expect(found.next.map(\.criterion) == Criterion.allCases)
    if found.level.next == level {
      #expect(found.missing.map(\.criterion) == [criterion])
      #expect(found.missing[0].threshold == levels[level].threshold(criterion))
      #expect(found.missing[0].value == levels[level].threshold(criterion) - 1)
    }
  }

  @Test func `nobody is held down by what did not happen, but stars must be earned`() {
    var record = enough(for: .top)
    record.completionBasisPoints = nil
    record.onTimeBasisPoints = nil
    record.responseBasisPoints = nil
    #expect(levels.assess(record).level == .top)
    record.ratingHundredths = nil
    #expect(levels.assess(record).level == .new)
  }

  @Test(arguments: [(Level.new, 4), (.one, 10), (.two, 20), (.top, 30)])
  func `a seller may have so many gigs`(level: Level, cap: Int) {
    #expect(levels.mayAddGig(level, having: cap - 1))
    #expect(!levels.mayAddGig(level, having: cap))
    #expect(!levels.mayAddGig(level, having: cap + 1))
  }

  @Test(arguments: [(Level.new, 14), (.one, 14), (.two, 14), (.top, 7)] as [(Level, Int64)])
  func `what was earned clears after days of the level`(level: Level, days: Int64) {
    #expect(levels.clearanceEnds(level, earnedAt: now) == now + .days(days))
  }
}
