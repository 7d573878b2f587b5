import Market
import Testing

@Suite struct CalendarTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }
  private func at(_ text: String) throws -> Instant { try #require(Instant(utcText: text)) }

  @Test(
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday),
      ("2000-02-29", 11_016, .tuesday), ("2026-11-21", 20_778, .saturday),
      ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ] as [(String, Int64, Weekday)])
  func `a day has a number and a place in the week`(
    text: String, number: Int64, weekday: Weekday
  ) throws {
    let day = try day(text)
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect("\(day)" == text)
  }

  @Test func `each day of four hundred years follows the one before`() {
    var expected = (year: 1800, month: 1, day: 1)
    var number = CivilDay(year: 1800, month: 1, day: 1)?.number ?? 0
    var faults = 0
    while expected.year < 2200 {
      let day = CivilDay(number: number)
      if day.parts != expected { faults += 1 }
      if CivilDay(year: expected.year, month: expected.month, day: expected.day) != day {
        faults += 1
      }
      number += 1
      expected = following(expected)
    }
    #expect(faults == 0)
  }

  /// By the rule that everybody knows, as slow as it is plain.
  private func following(_ date: (year: Int, month: Int, day: Int)) -> (
    year: Int, month: Int, day: Int
  ) {
    let (year, month, day) = date
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let last = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    if day < last { return (year, month, day + 1) }
    return month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
  }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "2026-1-01", "26-01-01", "0000-01-01", "10000-01-01", "2026/01/01", "2026-01-01 ", "२०२६-01-01",
  ])
  func `what is no day is none`(text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test func `the day begins when the site's clocks say so`() throws {
    let start = Calendar.china.start(of: try day("2026-11-21"))
    #expect(start.utcText == "2026-11-20T16:00:00Z")
    #expect(Calendar.china.day(of: start) == (try day("2026-11-21")))
    #expect(Calendar.china.day(of: start + .milliseconds(-1)) == (try day("2026-11-20")))
    #expect(Calendar.utc.start(of: CivilDay(number: -1)).milliseconds == -86_400_000)
    #expect(Calendar.utc.day(of: Instant(milliseconds: -1)) == CivilDay(number: -1))
  }

  @Test func `a day is shorter or longer when clocks change in it`() throws {
    // Berlin: an hour is skipped in March and comes twice in October.
    let berlin = try Calendar(
      minutesEast: 60,
      changes: [
        .init(from: at("2026-03-29T01:00Z"), minutesEast: 120),
        .init(from: at("2026-10-25T01:00Z"), minutesEast: 60),
      ])
    for (text, hours) in [("2026-03-28", 24), ("2026-03-29", 23), ("2026-10-25", 25)] {
      let day = try day(text)
      #expect(berlin.start(of: day + 1) - berlin.start(of: day) == .hours(Int64(hours)))
      #expect(berlin.day(of: berlin.start(of: day)) == day)
      #expect(berlin.day(of: berlin.start(of: day) + .milliseconds(-1)) == day + -1)
    }
  }

  @Test func `clocks say how far they are from UTC and from midnight`() throws {
    let change = try at("2026-03-29T01:00Z")
    let berlin = try Calendar(
      minutesEast: 60, changes: [.init(from: change, minutesEast: 120)])
    #expect(berlin.minutesEast(at: change + .milliseconds(-1)) == 60)
    #expect(berlin.minutesEast(at: change) == 120)
    #expect(berlin.minuteOfDay(at: change + .milliseconds(-1)) == 119)
    #expect(berlin.minuteOfDay(at: change) == 180)
    #expect(Calendar.china.minuteOfDay(at: Instant(milliseconds: -60_001)) == 478)
  }

  @Test func `where clocks skip midnight the day begins at the change`() throws {
    let change = try at("2026-09-06T04:00Z")
    let santiago = try Calendar(
      minutesEast: -240, changes: [.init(from: change, minutesEast: -180)])
    let sunday = try day("2026-09-06")
    #expect(santiago.start(of: sunday) == change)
    #expect(santiago.day(of: change + .milliseconds(-1)) == sunday + -1)
  }

  @Test func `days of work leave out weekends and holidays, and count days made up for`() throws {
    // 2026-11-20 is a Friday.
    let china = try Calendar(
      minutesEast: 480, holidays: [day("2026-11-24")], workdays: [day("2026-11-28")])
    #expect(try !china.isWorked(day("2026-11-21")))
    #expect(try !china.isWorked(day("2026-11-24")))
    #expect(try china.isWorked(day("2026-11-28")))
    let friday = try at("2026-11-20T10:00Z")
    // Monday, Wednesday, Thursday, Friday, and the Saturday that is worked.
    #expect(china.end(ofBusinessDays: 5, after: friday).utcText == "2026-11-28T16:00:00Z")
    #expect(china.end(ofBusinessDays: 1, after: friday).utcText == "2026-11-23T16:00:00Z")
    let plain = Calendar.china
    #expect(plain.end(ofBusinessDays: 5, after: friday).utcText == "2026-11-27T16:00:00Z")
    // Asked on a Saturday, or in the last moment of a Friday there, it is the same Monday.
    let saturday = plain.start(of: try day("2026-11-21"))
    for moment in [saturday, saturday + .milliseconds(-1), saturday + .days(2) + .milliseconds(-1)]
    {
      #expect(plain.end(ofBusinessDays: 1, after: moment).utcText == "2026-11-23T16:00:00Z")
    }
    let monday = saturday + .days(2)
    #expect(plain.end(ofBusinessDays: 1, after: monday).utcText == "2026-11-24T16:00:00Z")
  }

  @Test func `a calendar that makes no sense is refused`() throws {
    #expect(throws: CalendarError.offset(1_081) as CalendarError) {
      try Calendar(minutesEast: 1_081)
    }
    #expect(throws: CalendarError.nobodyWorks) {
      try Calendar(minutesEast: 0, weekend: Set(Weekday.allCases))
    }
    #expect(throws: CalendarError.unordered) {
      try Calendar(
        minutesEast: 0,
        changes: [.init(from: now, minutesEast: 0), .init(from: now, minutesEast: 60)])
    }
    let day = try day("2026-10-01")
    #expect(throws: CalendarError.both(day)) {
      try Calendar(minutesEast: 0, holidays: [day], workdays: [day])
    }
  }

  @Test(arguments: [
    ("2026-12-01", "2026-12-01T00:00:00Z"), ("2026-12-01T08:30Z", "2026-12-01T08:30:00Z"),
    ("2026-12-01T23:59:59Z", "2026-12-01T23:59:59Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ])
  func `a moment is read and shown in UTC`(text: String, shown: String) throws {
    #expect(try at(text).utcText == shown)
    #expect(try at(text) == at(shown))
  }

  @Test func `what is finer than a second is shown too`() throws {
    #expect((try at("2026-12-01") + .milliseconds(7)).utcText == "2026-12-01T00:00:00.007Z")
  }

  @Test(arguments: [
    "", "tomorrow", "2026-12-01T", "2026-12-01T08Z", "2026-12-01T08:30", "2026-12-01T24:00Z",
    "2026-12-01T08:60Z", "2026-12-01T08:30:60Z", "2026-12-01T8:30Z", "2026-12-01 08:30Z",
    "2026-12-01T08:30:00:00Z", "2026-12-01T-1:30Z", "2026-12-01T08:30ZT",
  ])
  func `what is no moment is none`(text: String) {
    #expect(Instant(utcText: text) == nil)
  }
}
