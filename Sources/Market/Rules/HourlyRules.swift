/// Work that is paid by the hour. Its weeks go from Monday to Sunday, in UTC for everybody.
package struct HourlyRules: Hashable, Sendable {
  package let slotMinutes: Int
  /// When a contract sets no cap of its own.
  package let weeklyHoursUsual: Int
  package let weeklyHoursMax: Int
  /// The buyer reviews a week until the end of this day of the next: 5 is Friday, 23:59.
  package let reviewDays: Int

  init(_ section: RuleSection) {
    slotMinutes = section.whole("slot-minutes", 1...60)
    weeklyHoursUsual = section.whole("weekly-hours-usual", 1...168)
    weeklyHoursMax = section.whole("weekly-hours-max", 1...168)
    reviewDays = section.whole("review-days", 1...7)
    section.expect(
      60 % slotMinutes == 0, "slot-minutes", "expected minutes of which an hour has a whole number")
    section.expect(
      weeklyHoursUsual <= weeklyHoursMax, "weekly-hours-usual",
      "expected at most weekly-hours-max, \(weeklyHoursMax)")
  }
}

/// Seven days of hourly work; the end is the start of the next.
package struct HourlyWeek: Hashable, Comparable, Sendable {
  package let start: Instant
  package var end: Instant { start + .days(7) }

  /// The week in which a moment lies.
  package init(of instant: Instant) {
    let day = Calendar.utc.day(of: instant)
    let (_, sinceMonday) = (day.number - Self.aMonday).flooredDivision(by: 7)
    start = Calendar.utc.start(of: day + -sinceMonday)
  }

  /// 5 January 1970.
  private static let aMonday: Int64 = 4

  package var next: HourlyWeek { HourlyWeek(of: end) }

  package static func < (left: Self, right: Self) -> Bool { left.start < right.start }
}

extension HourlyRules {
  package var slot: Duration { .minutes(Int64(slotMinutes)) }
  package var slotsInHour: Int { 60 / slotMinutes }

  /// When the slot began in which a moment lies. Slots begin on the hour, so no slot is in two weeks.
  package func slotStart(of instant: Instant) -> Instant {
    let (count, _) = instant.milliseconds.flooredDivision(by: slot.milliseconds)
    return Instant(milliseconds: count * slot.milliseconds)
  }

  package func slotsMax(ofHours hours: Int) -> Int { hours * slotsInHour }

  /// How many slots of a week may still be worked. A contract's cap never goes past the market's.
  package func slotsLeft(capHours: Int?, worked slots: Int) -> Int {
    max(0, slotsMax(ofHours: min(capHours ?? weeklyHoursUsual, weeklyHoursMax)) - slots)
  }

  package func reviewEnds(of week: HourlyWeek) -> Instant { week.end + .days(Int64(reviewDays)) }

  /// A week is reviewed when it is over, and until the deadline.
  package func mayReview(_ week: HourlyWeek, at now: Instant) -> Bool {
    (week.end..<reviewEnds(of: week)).contains(now)
  }

  /// What slots are worth at a rate by the hour. The whole of a week is rounded, not each slot.
  package func pay(slots: Int, hourly rate: Money) throws(MoneyError) -> Money {
    try rate.times(Int64(slots), over: Int64(slotsInHour), rounding: .halfEven)
  }
}
