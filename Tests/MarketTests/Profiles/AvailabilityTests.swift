import Market
import Testing

@Suite struct AvailabilityTests {
  private typealias Hours = Availability.Hours
  private typealias DaysOff = Availability.DaysOff

  private static func faults(_ change: (inout Availability) -> Void) -> [ProfileFault] {
    var content = ProfileContent(texts: [
      .chinese: ProfileText(name: "王", headline: "设计师", about: "十年。", place: "")
    ])
    change(&content.availability)
    return content.faults
  }

  private static func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) throws -> CivilDay {
    try #require(CivilDay(year: year, month: month, day: day))
  }

  @Test func `a day has two spans at most, one after the other with a pause`() {
    let wrong = [ProfileFault.outOfRange(.hours(.monday))]
    #expect(Self.faults { $0.hours = [Hours(.monday, from: 0, to: 1_440)] } == [])
    #expect(Self.faults { $0.hours = [Hours(.monday, from: 0, to: 1_441)] } == wrong)
    #expect(Self.faults { $0.hours = [Hours(.monday, from: -1, to: 60)] } == wrong)
    #expect(Self.faults { $0.hours = [Hours(.monday, from: 60, to: 60)] } == wrong)
    let morning = Hours(.monday, from: 540, to: 720)
    #expect(Self.faults { $0.hours = [morning, Hours(.monday, from: 721, to: 800)] } == [])
    #expect(Self.faults { $0.hours = [morning, Hours(.monday, from: 720, to: 800)] } == wrong)
    #expect(Self.faults { $0.hours = [Hours(.monday, from: 800, to: 900), morning] } == wrong)
    #expect(
      Self.faults {
        $0.hours = [
          morning, Hours(.monday, from: 800, to: 810), Hours(.monday, from: 820, to: 830),
        ]
      } == [.tooMany(.hours(.monday), max: 2)])
    // Each day by itself.
    #expect(
      Self.faults {
        $0.hours = Weekday.allCases.flatMap {
          [Hours($0, from: 0, to: 100), Hours($0, from: 200, to: 300)]
        }
      } == [])
  }

  @Test func `days off are twelve at most, and each a year at most`() throws {
    let first = try Self.day(2_026)
    func days(_ count: Int) -> [DaysOff] {
      (0..<Int64(count)).map { DaysOff(first: first + $0, last: first + $0) }
    }
    #expect(Self.faults { $0.daysOff = days(12) } == [])
    #expect(Self.faults { $0.daysOff = days(13) } == [.tooMany(.daysOff, max: 12)])
    #expect(Self.faults { $0.daysOff = days(1) + days(1) } == [.doubled(.daysOff)])
    let wrong = [ProfileFault.outOfRange(.daysOff)]
    #expect(Self.faults { $0.daysOff = [DaysOff(first: first, last: first + 365)] } == [])
    #expect(Self.faults { $0.daysOff = [DaysOff(first: first, last: first + 366)] } == wrong)
    #expect(Self.faults { $0.daysOff = [DaysOff(first: first, last: first + -1)] } == wrong)
  }

  @Test func `days can be named for a century or so`() throws {
    for (year, isFit) in [(2_019, false), (2_020, true), (2_100, true), (2_101, false)] {
      let day = try Self.day(year)
      #expect(
        Self.faults { $0.state = .away(until: day) } == (isFit ? [] : [.outOfRange(.awayUntil)]))
      #expect(
        Self.faults { $0.daysOff = [DaysOff(first: day, last: day)] }
          == (isFit ? [] : [.outOfRange(.daysOff)]))
    }
  }
}
