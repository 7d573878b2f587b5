/// Moments as operators and machines write them: `2026-12-01T08:30:00Z`.
extension Instant {
  package var utcText: String {
    let day = Calendar.utc.day(of: self)
    let rest = (self - Calendar.utc.start(of: day)).milliseconds
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60].map { $0.twoDigits }
    let fraction = rest % 1_000
    let finer = fraction == 0 ? "" : "." + String(1_000 + fraction).dropFirst()
    return "\(day)T\(clock.joined(separator: ":"))\(finer)Z"
  }

  /// A day, which begins at midnight in UTC, or a day with a time in UTC to the minute or second.
  package init?(utcText text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let first = halves.first, let day = CivilDay(String(first)), halves.count <= 2 else {
      return nil
    }
    let midnight = Calendar.utc.start(of: day)
    guard halves.count == 2 else {
      self = midnight
      return
    }
    guard halves[1].hasSuffix("Z") else { return nil }
    let parts = halves[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap {
      $0.utf8.count == 2 ? Int64(decimal: String($0), scale: 0) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers[1...].allSatisfy({ $0 < 60 })
    else { return nil }
    let seconds = numbers.count > 2 ? numbers[2] : 0
    self = midnight + .hours(numbers[0]) + .minutes(numbers[1]) + .seconds(seconds)
  }
}

extension Int64 {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
