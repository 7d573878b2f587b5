/// Values as machines read them, the same in every language.
extension Output {
  /// 12345
  package mutating func append(plain number: Int) { append(plain: number, scale: 0) }

  /// 4.9
  package mutating func append(plain figure: Figure) {
    append(plain: figure.units, scale: figure.scale)
  }

  /// 1200.00
  package mutating func append(plain amount: Amount) {
    append(plain: Int(amount.minorUnits), scale: amount.scale)
  }

  /// 2026-11-20
  package mutating func append(iso day: Day) {
    append(padded: day.year, to: 4)
    append(UInt8(ascii: "-"))
    append(padded: day.month, to: 2)
    append(UInt8(ascii: "-"))
    append(padded: day.day, to: 2)
  }

  /// 2026-11-20T14:05+08:00, with a Z when the site's clock is that of UTC.
  package mutating func append(iso moment: Moment) {
    append(iso: moment.day)
    append(UInt8(ascii: "T"))
    append(padded: moment.hour, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: moment.minute, to: 2)
    guard moment.offsetMinutes != 0 else { return append(UInt8(ascii: "Z")) }
    append(UInt8(ascii: moment.offsetMinutes < 0 ? "-" : "+"))
    let offset = abs(moment.offsetMinutes)
    append(padded: offset / 60, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: offset % 60, to: 2)
  }

  /// -12.50 for 1250 units less than none, at a scale of 2.
  package mutating func append(plain units: Int, scale: Int) {
    var backwards = InlineArray<20, UInt8>(repeating: 0)
    var count = 0
    var rest = units.magnitude
    repeat {
      backwards[count] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0 || count <= scale
    if units < 0 { append(UInt8(ascii: "-")) }
    for place in stride(from: count - 1, through: 0, by: -1) {
      if place == scale - 1 { append(UInt8(ascii: ".")) }
      append(backwards[place])
    }
  }

  private mutating func append(padded number: Int, to width: Int) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}
