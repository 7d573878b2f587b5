/// A day of the Gregorian calendar, wherever one is: counted from 1 January 1970.
package struct CivilDay: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(number: Int64) { self.number = number }

  /// Nil when there is no such day, as the 29th of February in most years.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    // Counted from March, so that the leap day is the last of its year: the months then have
    // 31 30 31 30 31 days over and over, which is what 153 days in five months says.
    let shifted = Int64(month > 2 ? year : year - 1)
    let (era, yearOfEra) = shifted.flooredDivision(by: 400)
    let dayOfYear = (153 * Int64((month + 9) % 12) + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * Self.daysInEra + dayOfEra - Self.daysBefore1970)
    guard parts == (year, month, day) else { return nil }
  }

  package var parts: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (number + Self.daysBefore1970).flooredDivision(by: Self.daysInEra)
    let leaps = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = (fromMarch + 2) % 12 + 1
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(dayOfYear - (153 * fromMarch + 2) / 5 + 1))
  }

  package var weekday: Weekday {
    let (_, place) = (number + Self.weekdayOf1970).flooredDivision(by: 7)
    return Weekday.allCases[Int(place)]
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
  package static func + (day: Self, count: Int64) -> Self { Self(number: day.number + count) }

  package static let years = 1...9_999
  /// From 1 March of the year 0.
  private static let daysBefore1970: Int64 = 719_468
  private static let daysInEra: Int64 = 146_097
  /// A Thursday.
  private static let weekdayOf1970: Int64 = 3
}

package enum Weekday: String, CaseIterable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}

/// As `2026-12-01`.
extension CivilDay: CustomStringConvertible {
  package var description: String {
    let (year, month, day) = parts
    return [(year, 4), (month, 2), (day, 2)].map { part, width in
      let digits = String(part)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }.joined(separator: "-")
  }

  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int64(decimal: String(Substring($0)), scale: 0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: Int(numbers[0]), month: Int(numbers[1]), day: Int(numbers[2]))
  }
}

extension Int64 {
  /// Whole times, and what is left: never negative.
  package func flooredDivision(by divisor: Int64) -> (quotient: Int64, rest: Int64) {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}
