import CUnicode

/// The digits of a language, what stands between them, and where.
struct NumberStyle: Sendable {
  let digits: Digits
  private var pieces = Snippets()
  private let group: Snippet
  private let decimal: Snippet
  /// A bit for each count of digits that may be left when a group has ended.
  private let groupEnds: UInt32
  /// How many whole digits a number needs before it is grouped at all.
  private let groupedFrom: Int

  /// In short numbers, groups begin where a second digit would stand before them: 1000T, 10,000T.
  init(
    asking numbers: borrowing UnicodeNumbers, isForCompact: Bool = false
  ) throws(FormatsError) {
    digits = try numbers.digits()
    numbers.set(decimals: 1)
    let separators = try numbers.frame(of: "1234567890.5", digits).separators
    decimal = pieces.add(try numbers.understood(separators.last))
    group = pieces.add(separators.count > 1 ? separators[0] : "")
    let isGrouped = numbers.attribute(jishi_is_grouped) != 0
    let primary = isGrouped ? numbers.attribute(jishi_group_size) : 0
    let secondary = numbers.attribute(jishi_further_group_size)
    var ends: UInt32 = 0
    if primary > 0 {
      for left in stride(from: primary, to: 20, by: secondary > 0 ? secondary : primary) {
        ends |= 1 << UInt32(left)
      }
    }
    groupEnds = ends
    groupedFrom =
      isForCompact
      ? primary + 2 : try Self.groupedFrom(asking: numbers, digits, primary: primary)
  }

  /// In Spanish and Polish 1234 is not grouped, only 12 345 is.
  private static func groupedFrom(
    asking numbers: borrowing UnicodeNumbers, _ digits: Digits, primary: Int
  ) throws(FormatsError) -> Int {
    for leading in 1...3 {
      let number = "1" + String(repeating: "0", count: primary + leading - 1)
      numbers.set(decimals: 0)
      let answer = try numbers.frame(of: number, digits)
      if !answer.separators.isEmpty { return primary + leading }
    }
    return .max
  }

  /// Units of the last of its decimals: 1234 with a scale of 2 is 12.34.
  func write(_ units: UInt64, scale: Int, into output: inout Output) {
    var backwards = InlineArray<20, UInt8>(repeating: 0)
    var count = 0
    var rest = units
    repeat {
      let next = rest / 10
      backwards[count] = UInt8(truncatingIfNeeded: rest &- next &* 10)
      rest = next
      count += 1
    } while rest > 0 || count <= scale
    let ends = count - scale >= groupedFrom ? groupEnds : 0
    for place in stride(from: count - 1, through: 0, by: -1) {
      if place == scale - 1 { pieces.write(decimal, into: &output) }
      digits.write(backwards[place], into: &output)
      let left = place - scale
      if left > 0, ends & (1 << UInt32(truncatingIfNeeded: left)) != 0 {
        pieces.write(group, into: &output)
      }
    }
  }
}

/// Numbers with what stands around them: a sign, or a sign for per cent.
struct SignedStyle: Sendable {
  let style: NumberStyle
  private var pieces = Snippets()
  private let affixes: Signed<Affixes>

  init(asking numbers: borrowing UnicodeNumbers) throws(FormatsError) {
    style = try NumberStyle(asking: numbers)
    numbers.set(decimals: 0)
    let positive = try numbers.frame(of: "1", style.digits)
    let negative = try numbers.frame(of: "-1", style.digits)
    affixes = Signed(
      positive: Affixes(prefix: pieces.add(positive.prefix), suffix: pieces.add(positive.suffix)),
      negative: Affixes(prefix: pieces.add(negative.prefix), suffix: pieces.add(negative.suffix)))
  }

  func write(_ units: Int, scale: Int, into output: inout Output) {
    let around = affixes[units < 0]
    pieces.write(around.prefix, into: &output)
    style.write(UInt64(units.magnitude), scale: scale, into: &output)
    pieces.write(around.suffix, into: &output)
  }
}
