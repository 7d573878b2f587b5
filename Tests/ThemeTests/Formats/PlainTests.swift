import Testing
import Theme

@Suite struct PlainTests {
  @Test(arguments: [
    (0, "0"), (12_345, "12345"), (-7, "-7"), (Int.max, "9223372036854775807"),
    (Int.min, "-9223372036854775808"),
  ]) func `plain numbers are digits`(number: Int, plain: String) {
    #expect(text { $0.append(plain: number) } == plain)
  }

  @Test(arguments: [
    (Figure(49, scale: 1), "4.9"), (Figure(50, scale: 1), "5.0"), (Figure(-5, scale: 2), "-0.05"),
    (Figure(0, scale: 3), "0.000"), (Figure(1_234_567, scale: 0), "1234567"),
    (Figure(.min, scale: 9), "-9223372036.854775808"),
  ]) func `plain figures keep their decimals`(figure: Figure, plain: String) {
    #expect(text { $0.append(plain: figure) } == plain)
  }

  @Test(arguments: [
    (Amount(minorUnits: 120_000, currency: "CNY", scale: 2), "1200.00"),
    (Amount(minorUnits: .min, currency: "CNY", scale: 2), "-92233720368547758.08"),
    (Amount(minorUnits: 500, currency: "JPY", scale: 0), "500"),
  ]) func `plain money has no currency`(amount: Amount, plain: String) {
    #expect(text { $0.append(plain: amount) } == plain)
  }

  @Test func `days are written for machines`() {
    #expect(text { $0.append(iso: Day(year: 2026, month: 1, day: 2)) } == "2026-01-02")
    #expect(text { $0.append(iso: Day(year: 7, month: 12, day: 31)) } == "0007-12-31")
  }

  @Test(arguments: [
    (480, "2026-11-20T14:05+08:00"), (0, "2026-11-20T14:05Z"), (-210, "2026-11-20T14:05-03:30"),
    (-30, "2026-11-20T14:05-00:30"), (345, "2026-11-20T14:05+05:45"),
  ]) func `moments are written with their offset`(offset: Int, iso: String) {
    let day = Day(year: 2026, month: 11, day: 20)
    let moment = Moment(day, hour: 14, minute: 5, offsetMinutes: offset)
    #expect(text { $0.append(iso: moment) } == iso)
  }
}
