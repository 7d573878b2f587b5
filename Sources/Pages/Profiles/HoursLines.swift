package import Market
package import Theme

/// From one year to another.
package struct YearSpan: View {
  package let from: Int?
  package let to: Int?
  package let goesOn: Bool

  package init(from: Int? = nil, to: Int? = nil) {
    self.from = from
    self.to = to
    goesOn = from != nil && to == nil
  }

  init(of proof: Qualification) { self.init(from: proof.from, to: proof.to) }

  package static let about = "The years in which something was."
  package static let fields = Fields<Self>(
    Field("from", \.from, "When it began; missing for what has only one year."),
    Field("to", \.to, "When it ended, or was given."),
    Field("goesOn", \.goesOn, "It has begun and goes on."))
}

/// When a seller works, by the clocks of his own place.
package struct HoursPanel: View {
  package let state: AvailabilityWord
  package let until: Day?
  package let hours: [HoursLine]
  package let daysOff: [DaysOffLine]
  package let place: String
  package let zone: String

  package init(
    state: AvailabilityWord = .open, until: Day? = nil, hours: [HoursLine] = [],
    daysOff: [DaysOffLine] = [], place: String, zone: String
  ) {
    self.state = state
    self.until = until
    self.hours = hours
    self.daysOff = daysOff
    self.place = place
    self.zone = zone
  }

  package static let about = "When a seller takes on work."
  package static let fields = Fields<Self>(
    Field("state", \.state, "Whether he does."),
    Field("until", \.until, "The last day of an absence; missing when he is not away."),
    Field("hours", \.hours, "The hours of the week; days without any are left out."),
    Field("daysOff", \.daysOff, "Days on which nothing is done."),
    Field("place", \.place, "Whose clocks count, in words."),
    Field("zone", \.zone, "The same, as the tz database names it."))
}

/// Days of the week with the same hours.
package struct HoursLine: View {
  package let first: Weekday
  package let last: Weekday?
  package let times: String

  package init(first: Weekday, last: Weekday? = nil, times: String) {
    self.first = first
    self.last = last
    self.times = times
  }

  package static let about = "Days of the week, one after the other, with the same hours."
  package static let fields = Fields<Self>(
    Field("first", \.first, "The first of them."),
    Field("last", \.last, "The last of them; missing where it is one day."),
    Field("times", \.times, "From when to when, by a clock of 24 hours."))
}

package struct DaysOffLine: View {
  package let first: Day
  package let last: Day?
  package let end: Day

  package init(first: Day, last: Day? = nil) {
    self.first = first
    self.last = last
    end = last ?? first
  }

  package static let about = "Days on which nothing is done."
  package static let fields = Fields<Self>(
    Field("first", \.first, "The first of them."),
    Field("last", \.last, "The last of them; missing where it is one day."),
    Field("end", \.end, "The last of them in any case."))
}

extension HoursPanel {
  init(_ content: ProfileContent, in edition: Edition) {
    let availability = content.availability
    var until: Day?
    if case .away(let day) = availability.state { until = Day(day) }
    self.init(
      state: availability.word, until: until, hours: HoursLine.lines(of: availability),
      daysOff: availability.daysOff.map { days in
        DaysOffLine(
          first: Day(days.first), last: days.first == days.last ? nil : Day(days.last))
      },
      place: edition.zoneName(content.timeZone), zone: content.timeZone)
  }
}

extension HoursLine {
  /// Days that follow each other and have the same hours are one line.
  fileprivate static func lines(of availability: Availability) -> [HoursLine] {
    var lines: [HoursLine] = []
    var wasBefore = false
    for weekday in Weekday.allCases {
      let times = availability.hours(on: weekday).map {
        "\(ClockTime(minutes: $0.from).text)–\(ClockTime(minutes: $0.to).text)"
      }.joined(separator: " · ")
      defer { wasBefore = !times.isEmpty }
      if times.isEmpty { continue }
      if wasBefore, let line = lines.last, line.times == times {
        lines[lines.count - 1] = HoursLine(first: line.first, last: weekday, times: times)
      } else {
        lines.append(HoursLine(first: weekday, times: times))
      }
    }
    return lines
  }
}

extension Day {
  fileprivate init(_ day: CivilDay) {
    let parts = day.parts
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}
