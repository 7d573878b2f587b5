import Glibc

/// Seconds since 1970 as a message writes them: `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum DateText {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  package static func text(of seconds: Int64) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let day = days[Int(parts.tm_wday)]
    let month = months[Int(parts.tm_mon)]
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0)) }
    return "\(day), \(padded(Int(parts.tm_mday))) \(month) \(Int(parts.tm_year) + 1_900) "
      + "\(clock.joined(separator: ":")) GMT"
  }

  /// Nil for what nobody has written for decades either: other forms, and what is no date.
  package static func seconds(of text: String) -> Int64? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[5] == "GMT", words[0].count == 4,
      let month = months.firstIndex(of: String(words[2])),
      let day = Int32(words[1]), let year = Int32(words[3]), year >= 1_970, year <= 9_999
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int32($0) }
    guard clock.count == 3 else { return nil }
    var parts = tm()
    parts.tm_year = year - 1_900
    parts.tm_mon = Int32(month)
    parts.tm_mday = day
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (clock[0], clock[1], clock[2])
    let seconds = Int64(timegm(&parts))
    // The 31st of April and 25 o'clock would become other moments.
    return self.text(of: seconds) == text ? seconds : nil
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
