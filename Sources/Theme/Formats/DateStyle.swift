import CUnicode

/// How a language writes days and moments.
struct DateStyle: Sendable {
  private let digits: Digits
  private var pieces = Snippets()
  /// Months and halves of the day, wherever the steps point.
  private var names: [Snippet] = []
  private var day: [Step] = []
  private var month: [Step] = []
  private var moment: [Step] = []

  private enum Step {
    case words(Snippet)
    case number(Value, atLeast: Int)
    case monthName(first: Int)
    case halfOfDay(first: Int)
  }

  private enum Value {
    case year
    case yearOfCentury
    case month
    case day
    /// 0 to 23.
    case hour
    /// 1 to 24.
    case hourFromOne
    /// 12, 1 to 11.
    case hourOfHalf
    /// 0 to 11.
    case hourOfHalfFromZero
    case minute
  }

  init(_ locale: UnicodeLocale, _ digits: Digits) throws(FormatsError) {
    self.digits = digits
    let dates = try UnicodeDates(locale, pattern: "y")
    day = try steps(UnicodeDates.pattern("yMMMMd", locale), asking: dates)
    month = try steps(UnicodeDates.pattern("yMMMM", locale), asking: dates)
    moment = try steps(UnicodeDates.pattern("yMMMMdjm", locale), asking: dates)
  }

  func write(_ day: Day, into output: inout Output) {
    write(self.day, day, hour: 0, minute: 0, into: &output)
  }

  func write(month day: Day, into output: inout Output) {
    write(month, day, hour: 0, minute: 0, into: &output)
  }

  func write(year day: Day, into output: inout Output) {
    digits.write(plain: day.year, into: &output)
  }

  func write(_ moment: Moment, into output: inout Output) {
    write(self.moment, moment.day, hour: moment.hour, minute: moment.minute, into: &output)
  }

  private func write(
    _ steps: [Step], _ day: Day, hour: Int, minute: Int, into output: inout Output
  ) {
    for index in steps.indices {
      switch steps[index] {
      case .words(let piece): pieces.write(piece, into: &output)
      case .monthName(let first): pieces.write(names[first + day.month - 1], into: &output)
      case .halfOfDay(let first): pieces.write(names[first + hour / 12], into: &output)
      case .number(let value, let minimum):
        let number =
          switch value {
          case .year: day.year
          case .yearOfCentury: day.year % 100
          case .month: day.month
          case .day: day.day
          case .hour: hour
          case .hourFromOne: hour == 0 ? 24 : hour
          case .hourOfHalf: (hour + 11) % 12 + 1
          case .hourOfHalfFromZero: hour % 12
          case .minute: minute
          }
        digits.write(plain: number, atLeast: minimum, into: &output)
      }
    }
  }

  // MARK: Asking

  private mutating func steps(
    _ pattern: String, asking dates: borrowing UnicodeDates
  ) throws(FormatsError) -> [Step] {
    var steps: [Step] = []
    for field in DatePattern(pattern).fields {
      switch field {
      case .words(let words): steps.append(.words(pieces.add(words)))
      case .value(let letter, let count):
        guard let step = try step(letter, count, asking: dates) else { throw dates.unusual }
        steps.append(step)
      }
    }
    return steps
  }

  private mutating func step(
    _ letter: Character, _ count: Int, asking dates: borrowing UnicodeDates
  ) throws(FormatsError) -> Step? {
    switch (letter, count) {
    case ("y", 2): .number(.yearOfCentury, atLeast: 2)
    case ("y", _): .number(.year, atLeast: count)
    case ("M", 1...2), ("L", 1...2): .number(.month, atLeast: count)
    case ("M", 3): .monthName(first: try add(jishi_months_short, 12, asking: dates))
    case ("M", 4): .monthName(first: try add(jishi_months, 12, asking: dates))
    case ("L", 3): .monthName(first: try add(jishi_months_alone_short, 12, asking: dates))
    case ("L", 4): .monthName(first: try add(jishi_months_alone, 12, asking: dates))
    case ("d", 1...2): .number(.day, atLeast: count)
    case ("H", 1...2): .number(.hour, atLeast: count)
    case ("k", 1...2): .number(.hourFromOne, atLeast: count)
    case ("h", 1...2): .number(.hourOfHalf, atLeast: count)
    case ("K", 1...2): .number(.hourOfHalfFromZero, atLeast: count)
    case ("m", 1...2): .number(.minute, atLeast: count)
    case ("a", 1...3): .halfOfDay(first: try add(jishi_halves_of_day, 2, asking: dates))
    default: nil
    }
  }

  private mutating func add(
    _ kind: Int32, _ count: Int, asking dates: borrowing UnicodeDates
  ) throws(FormatsError) -> Int {
    let first = names.count
    for index in 0..<count { names.append(pieces.add(try dates.name(kind, index))) }
    return first
  }
}
