/// The days of the site: which day it is there, and on which days people work.
package struct Calendar: Hashable, Sendable {
  /// From a moment on, clocks at the site are so far ahead of UTC.
  package struct Offset: Hashable, Sendable {
    package let from: Instant
    package let minutesEast: Int

    package init(from: Instant, minutesEast: Int) {
      self.from = from
      self.minutesEast = minutesEast
    }
  }

  package static let utc = Calendar(unchecked: 0)
  /// China's clocks and weekends, without the holidays, which are announced year by year.
  package static let china = Calendar(unchecked: 480)

  package static let minutesEastRange = -18 * 60...18 * 60

  private let minutesEast: Int
  private let changes: [Offset]
  private let weekend: Set<Weekday>
  private let holidays: Set<CivilDay>
  /// Days of a weekend that are worked, in exchange for a holiday (调休).
  private let workdays: Set<CivilDay>

  private init(unchecked minutesEast: Int) {
    self.minutesEast = minutesEast
    changes = []
    weekend = [.saturday, .sunday]
    holidays = []
    workdays = []
  }

  /// `changes` come in the order of time; before the first, `minutesEast` holds.
  package init(
    minutesEast: Int, changes: [Offset] = [], weekend: Set<Weekday> = [.saturday, .sunday],
    holidays: Set<CivilDay> = [], workdays: Set<CivilDay> = []
  ) throws(CalendarError) {
    for minutes in [minutesEast] + changes.map(\.minutesEast)
    where !Self.minutesEastRange.contains(minutes) { throw .offset(minutes) }
    guard zip(changes, changes.dropFirst()).allSatisfy({ $0.from < $1.from }) else {
      throw .unordered
    }
    guard weekend.count < Weekday.allCases.count else { throw .nobodyWorks }
    if let day = holidays.intersection(workdays).min() { throw .both(day) }
    self.minutesEast = minutesEast
    self.changes = changes
    self.weekend = weekend
    self.holidays = holidays
    self.workdays = workdays
  }

  /// How far clocks at the site are ahead of UTC then.
  package func minutesEast(at instant: Instant) -> Int {
    changes.last { $0.from <= instant }?.minutesEast ?? minutesEast
  }

  package func day(of instant: Instant) -> CivilDay {
    CivilDay(number: local(instant).flooredDivision(by: Duration.days(1).milliseconds).quotient)
  }

  /// What its clocks say: the minutes since midnight.
  package func minuteOfDay(at instant: Instant) -> Int {
    let sinceMidnight = local(instant).flooredDivision(by: Duration.days(1).milliseconds).rest
    return Int(sinceMidnight / Duration.minutes(1).milliseconds)
  }

  private func local(_ instant: Instant) -> Int64 {
    instant.milliseconds + Duration.minutes(Int64(minutesEast(at: instant))).milliseconds
  }

  /// The first moment of a day: midnight, or where clocks skip it, the moment of the change.
  package func start(of day: CivilDay) -> Instant {
    let midnight = day.number * Duration.days(1).milliseconds
    let midnights = ([minutesEast] + changes.map(\.minutesEast)).map {
      Instant(milliseconds: midnight - Duration.minutes(Int64($0)).milliseconds)
    }
    let starts = (midnights + changes.map(\.from)).filter { self.day(of: $0) >= day }
    guard let start = starts.min() else {
      preconditionFailure("under one of the offsets the day has begun at its midnight")
    }
    return start
  }

  package func isWorked(_ day: CivilDay) -> Bool {
    workdays.contains(day) || !(holidays.contains(day) || weekend.contains(day.weekday))
  }

  /// The end of the last of so many days of work. The day on which it begins is not counted, so
  /// nobody gets less than the days he was promised.
  package func end(ofBusinessDays count: Int, after instant: Instant) -> Instant {
    precondition(count > 0, "a deadline lies ahead")
    var day = day(of: instant)
    var left = count
    while left > 0 {
      day = day + 1
      if isWorked(day) { left -= 1 }
    }
    return start(of: day + 1)
  }
}

package enum CalendarError: Error, Hashable {
  /// No place on earth is so many minutes from UTC.
  case offset(Int)
  /// The changes of the clocks are not in the order of time.
  case unordered
  /// Each day of the week is free.
  case nobodyWorks
  /// A day that is a holiday and worked.
  case both(CivilDay)
}
