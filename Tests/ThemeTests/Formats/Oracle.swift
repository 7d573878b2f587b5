import Theme

/// ICU's own formatters, which the formats must agree with byte for byte.
struct Oracle: ~Copyable {
  private let money: UnicodeNumbers
  private let decimals: UnicodeNumbers
  private let percents: UnicodeNumbers
  private let compacts: UnicodeNumbers
  private let lists: UnicodeLists
  private let days: UnicodeDates
  private let months: UnicodeDates
  private let moments: UnicodeDates
  private let locale: UnicodeLocale

  init(tag: String) throws {
    let locale = try UnicodeLocale(tag: tag)
    // One may fail to open after another has been opened: first all, then they are kept.
    let decimals = try UnicodeNumbers(.decimal, locale)
    let percents = try UnicodeNumbers(.percent, locale)
    let compacts = try UnicodeNumbers(.compact, locale)
    let money = try UnicodeNumbers(.money, locale)
    let lists = try UnicodeLists(locale)
    let days = try UnicodeDates(locale, pattern: UnicodeDates.pattern("yMMMMd", locale))
    let months = try UnicodeDates(locale, pattern: UnicodeDates.pattern("yMMMM", locale))
    let moments = try UnicodeDates(locale, pattern: UnicodeDates.pattern("yMMMMdjm", locale))
    self.money = money
    self.decimals = decimals
    self.percents = percents
    self.compacts = compacts
    self.lists = lists
    self.days = days
    self.months = months
    self.moments = moments
    self.locale = locale
  }

  func number(_ number: Int) throws -> String {
    decimals.set(decimals: 0)
    return try decimals.text(of: "\(number)")
  }

  func figure(_ figure: Figure) throws -> String {
    decimals.set(decimals: figure.scale)
    return try decimals.text(of: text { $0.append(plain: figure) })
  }

  func percent(_ figure: Figure) throws -> String {
    percents.set(decimals: figure.scale)
    // ICU takes hundredths for per cent.
    let hundredths = Figure(figure.units, scale: figure.scale + 2)
    return try percents.text(of: text { $0.append(plain: hundredths) })
  }

  func compact(_ number: Int) throws -> String { try compacts.text(of: "\(number)") }

  /// The code has three letters.
  func money(_ amount: Amount, isPrice: Bool = false) throws -> String {
    var plain = text { $0.append(plain: amount) }
    var scale = amount.scale
    if isPrice, scale > 0, plain.hasSuffix("." + String(repeating: "0", count: scale)) {
      plain.removeLast(scale + 1)
      scale = 0
    }
    money.set(currency: amount.currency)
    money.set(decimals: scale)
    return try money.text(of: plain)
  }

  func day(_ day: Day) -> String? {
    days.text(of: Self.milliseconds(Moment(day, hour: 0, minute: 0, offsetMinutes: 0)))
  }

  func month(_ day: Day) -> String? {
    months.text(of: Self.milliseconds(Moment(day, hour: 0, minute: 0, offsetMinutes: 0)))
  }

  func moment(_ moment: Moment) -> String? { moments.text(of: Self.milliseconds(moment)) }

  func list(_ items: [String]) -> String? { lists.text(of: items) }

  func fullName(of tag: String) -> String? { locale.fullName(of: tag) }

  private static func milliseconds(_ moment: Moment) -> Double {
    // Years that begin in March, so that a leap day is the last of its year.
    let day = moment.day
    let year = day.month > 2 ? day.year : day.year - 1
    let dayOfYear = (153 * ((day.month + 9) % 12) + 2) / 5 + day.day - 1
    let days = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    return Double((days * 24 + moment.hour) * 60 + moment.minute) * 60_000
  }
}

func text(_ write: (inout Output) -> Void) -> String {
  var output = Output(capacity: 64)
  write(&output)
  return output.text
}
