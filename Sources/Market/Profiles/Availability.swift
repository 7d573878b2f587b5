/// When a seller takes on work, by the clocks of his own place.
package struct Availability: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case open
    /// He takes on little.
    case limited
    /// The last day on which he takes on nothing.
    case away(until: CivilDay)
  }

  /// A part of a day that comes every week, in minutes since midnight.
  package struct Hours: Hashable, Sendable {
    package var weekday: Weekday
    package var from: Int
    package var to: Int

    package init(_ weekday: Weekday, from: Int, to: Int) {
      self.weekday = weekday
      self.from = from
      self.to = to
    }
  }

  /// Days on which nothing is done; both are free.
  package struct DaysOff: Hashable, Sendable {
    package var first: CivilDay
    package var last: CivilDay

    package init(first: CivilDay, last: CivilDay) {
      self.first = first
      self.last = last
    }
  }

  package static let minutesInDay = 24 * 60
  package static let spansInDayMax = 2
  package static let daysOffMax = 12
  package static let daysOffLengthMax: Int64 = 366
  /// In which years days can be named.
  package static let years = 2020...2100

  package var state: State
  /// By the day and then by the hour; none when nothing is said of them.
  package var hours: [Hours]
  package var daysOff: [DaysOff]

  package init(state: State = .open, hours: [Hours] = [], daysOff: [DaysOff] = []) {
    self.state = state
    self.hours = hours
    self.daysOff = daysOff
  }
}

extension Availability {
  package func hours(on weekday: Weekday) -> [Hours] { hours.filter { $0.weekday == weekday } }

  var faults: [ProfileFault] {
    var faults: [ProfileFault] = []
    if case .away(let day) = state, !Self.canName(day) { faults.append(.outOfRange(.awayUntil)) }
    for weekday in Weekday.allCases {
      let spans = hours(on: weekday)
      if spans.count > Self.spansInDayMax {
        faults.append(.tooMany(.hours(weekday), max: Self.spansInDayMax))
      }
      let isFit = spans.allSatisfy {
        0 <= $0.from && $0.from < $0.to && $0.to <= Self.minutesInDay
      }
      // The next begins after a pause.
      let isInOrder = zip(spans, spans.dropFirst()).allSatisfy { $0.to < $1.from }
      if !isFit || !isInOrder { faults.append(.outOfRange(.hours(weekday))) }
    }
    if daysOff.count > Self.daysOffMax { faults.append(.tooMany(.daysOff, max: Self.daysOffMax)) }
    let isFit = daysOff.allSatisfy {
      Self.canName($0.first) && Self.canName($0.last) && $0.first <= $0.last
        && $0.last.number - $0.first.number < Self.daysOffLengthMax
    }
    if !isFit { faults.append(.outOfRange(.daysOff)) }
    if Set(daysOff).count < daysOff.count { faults.append(.doubled(.daysOff)) }
    return faults
  }

  private static func canName(_ day: CivilDay) -> Bool { years.contains(day.parts.year) }
}
