import Proving
import Testing
import Theme

/// Whatever ICU would write, the formats write, byte for byte.
@Suite struct FormatsAgreeTests {
  static let tags = [
    "zh-CN", "en", "zh-TW", "ja", "de", "fr", "es", "ru", "pl", "ar", "hi", "fa",
  ]

  /// In these regions CLDR gives the euro other separators than all other money. The formats write
  /// it like all other money.
  static let hasItsOwnEuro = ["en-CH", "en-DK", "en-SE"]

  @Test(arguments: tags, [UInt64(7), 2026])
  func `random values are written as ICU writes them`(tag: String, seed: UInt64) throws {
    let formats = try Formats(tag: tag)
    let icu = try Oracle(tag: tag)
    var random = Samples(seed: seed)
    for _ in 0..<1500 {
      try agree(formats, icu, &random, about: "\(tag), seed \(seed)")
    }
  }

  @Test func `every language that ICU knows is written as ICU writes it`() throws {
    let tags = UnicodeLocale.all
    #expect(tags.count > 700)
    for tag in tags {
      let formats = try Formats(tag: tag)
      let icu = try Oracle(tag: tag)
      var random = Samples(seed: 11)
      for _ in 0..<6 { try agree(formats, icu, &random, about: tag) }
    }
  }

  @Test(arguments: tags) func `every step of compact numbers is rounded as ICU rounds`(tag: String)
    throws
  {
    let formats = try Formats(tag: tag)
    let icu = try Oracle(tag: tag)
    var power = 1
    for _ in 0..<18 {
      for leading in [1, 9, 94, 95, 96, 99, 104, 105, 115, 949, 950, 951, 994, 995, 999, 9999] {
        for nudge in [-1, 0, 1] {
          let (product, isOver) = power.multipliedReportingOverflow(by: leading)
          let number = isOver ? Int.max : product + nudge
          try same(text { formats.write(compact: number, into: &$0) }, try icu.compact(number), tag)
          try same(
            text { formats.write(compact: -number, into: &$0) }, try icu.compact(-number), tag)
        }
      }
      power *= 10
    }
    for number in stride(from: 0, through: 12_000, by: 7) {
      try same(text { formats.write(compact: number, into: &$0) }, try icu.compact(number), tag)
    }
  }

  @Test(arguments: tags) func `every currency is written as ICU writes it`(tag: String) throws {
    let formats = try Formats(tag: tag)
    let icu = try Oracle(tag: tag)
    #expect(CurrencySymbols.codes.count > 140)
    for code in CurrencySymbols.codes {
      for units in [Int64(123_456), -987_650_000] {
        let amount = Amount(minorUnits: units, currency: code, scale: 2)
        try same(
          text { formats.write(amount, into: &$0) }, try icu.money(amount), "\(tag), \(code)")
      }
    }
  }

  @Test(arguments: tags) func `the smallest and the largest numbers are written`(tag: String) throws
  {
    let formats = try Formats(tag: tag)
    let icu = try Oracle(tag: tag)
    for number in [Int.min, -1, 0, Int.max] {
      try same(text { formats.write(number, into: &$0) }, try icu.number(number), tag)
      try same(text { formats.write(compact: number, into: &$0) }, try icu.compact(number), tag)
      let amount = Amount(minorUnits: Int64(number), currency: "CNY", scale: 2)
      try same(text { formats.write(amount, into: &$0) }, try icu.money(amount), tag)
      try same(
        text { formats.write(price: amount, into: &$0) }, try icu.money(amount, isPrice: true), tag)
    }
  }

  private func agree(
    _ formats: Formats, _ icu: borrowing Oracle, _ random: inout Samples, about: String
  ) throws {
    let number = random.number()
    try same(text { formats.write(number, into: &$0) }, try icu.number(number), about)
    try same(text { formats.write(compact: number, into: &$0) }, try icu.compact(number), about)
    let figure = random.figure()
    try same(text { formats.write(figure, into: &$0) }, try icu.figure(figure), about)
    try same(text { formats.write(percent: figure, into: &$0) }, try icu.percent(figure), about)
    var amount = random.amount()
    if Self.hasItsOwnEuro.contains(about) {
      amount = Amount(minorUnits: amount.minorUnits, currency: "CNY", scale: amount.scale)
    }
    let note = "\(about), \(amount)"
    try same(text { formats.write(amount, into: &$0) }, try icu.money(amount), note)
    try same(
      text { formats.write(price: amount, into: &$0) }, try icu.money(amount, isPrice: true), note)
    let moment = random.moment()
    try same(text { formats.write(moment.day, into: &$0) }, icu.day(moment.day), about)
    try same(text { formats.write(month: moment.day, into: &$0) }, icu.month(moment.day), about)
    try same(text { formats.write(moment, into: &$0) }, icu.moment(moment), about)
    let list = random.list()
    try same(
      text { formats.write(list, into: &$0) { $1.append(asIs: $0) } }, icu.list(list),
      "\(about), \(list)"
    )
  }

  private func same(_ ours: String, _ theirs: String?, _ about: String) throws {
    // Strings that differ only in how they are composed are equal for Swift, not for a reader of bytes.
    if Array(ours.utf8) != theirs.map({ Array($0.utf8) }) {
      Issue.record("“\(ours)” should be “\(theirs ?? "nothing")” (\(about))")
    }
  }
}

/// Values from a seed, small ones as often as large ones.
struct Samples {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func number() -> Int {
    let bits = Int(random.next() % 64)
    let number = Int(truncatingIfNeeded: random.next() >> UInt64(bits))
    return random.next() % 4 == 0 ? 0 &- number : number
  }

  mutating func figure() -> Figure {
    // Per cent needs two places more.
    Figure(number() / 100, scale: Int.random(in: 0...7, using: &random))
  }

  mutating func amount() -> Amount {
    let currencies = [
      "CNY", "USD", "EUR", "JPY", "KWD", "CHF", "RUB", "INR", "PLN", "SAR", "IRR", "TWD", "GBP",
      "XAF", "QQQ",
    ]
    let units = random.next() % 3 == 0 ? number() / 100 * 100 : number()
    return Amount(
      minorUnits: Int64(units), currency: currencies.randomElement(using: &random) ?? "CNY",
      scale: Int.random(in: 0...4, using: &random))
  }

  mutating func moment() -> Moment {
    // ICU's calendar is Julian before 1582.
    let day = Day(
      year: .random(in: 1600...9999, using: &random), month: .random(in: 1...12, using: &random),
      day: .random(in: 1...28, using: &random))
    return Moment(
      day, hour: .random(in: 0...23, using: &random), minute: .random(in: 0...59, using: &random),
      offsetMinutes: 0)
  }

  mutating func list() -> [String] {
    let words = ["a", "Ivan", "hielo", "hiato", "hijo", "Hi", "שלום", "中文", "z", "العربية", "<b>"]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      words.randomElement(using: &random) ?? "a"
    }
  }
}
