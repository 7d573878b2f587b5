/// Large numbers in short: 1.2K, 12K, 1.2万.
///
/// They are rounded as ICU rounds them: to two digits, or to a whole number when that has more, and
/// halves to the even neighbour. What rounds up to the next power of ten is written as that one.
struct CompactStyle: Sendable {
  private let style: NumberStyle
  private var pieces = Snippets()
  /// By how many digits the number has, less one.
  private var steps: [Step] = []

  private struct Step {
    /// How many of its digits the word stands for: 3 for K.
    let digitsInWord: Int
    let words: [Signed<Affixes>]
    /// Which of the words, by `wordIndex`; empty when there is only one.
    let choices: [UInt8]
  }

  init(_ locale: UnicodeLocale) throws(FormatsError) {
    let numbers = try UnicodeNumbers(.compact, locale)
    style = try NumberStyle(asking: try UnicodeNumbers(.decimal, locale), isForCompact: true)
    for zeros in 0..<Self.powers.count { steps.append(try step(asking: numbers, zeros: zeros)) }
  }

  func write(_ number: Int, into output: inout Output) {
    let rounded = round(UInt64(number.magnitude))
    let step = steps[rounded.step]
    let choice =
      step.choices.isEmpty
      ? 0 : Int(step.choices[Self.wordIndex(rounded.units, scale: rounded.scale)])
    let around = step.words[choice][number < 0]
    pieces.write(around.prefix, into: &output)
    style.write(rounded.units, scale: rounded.scale, into: &output)
    pieces.write(around.suffix, into: &output)
  }

  // MARK: Rounding

  private static let powers: [UInt64] = {
    var powers: [UInt64] = [1]
    while powers.count < 20 { powers.append(powers[powers.count - 1] &* 10) }
    return powers
  }()

  private func round(_ number: UInt64) -> (units: UInt64, scale: Int, step: Int) {
    var zeros = 0
    while zeros < 19, number >= Self.powers[zeros + 1] { zeros += 1 }
    let inWord = steps[zeros].digitsInWord
    guard inWord > 0 else { return (number, 0, zeros) }
    // With one digit before the word there is room for a decimal.
    let scale = zeros == inWord ? 1 : 0
    let unit = Self.powers[inWord - scale]
    let units = Self.divide(number, by: unit)
    if units == Self.powers[zeros + 1 - inWord + scale] {
      return (Self.powers[zeros + 1 - steps[zeros + 1].digitsInWord], 0, zeros + 1)
    }
    return scale == 1 && units % 10 == 0 ? (units / 10, 0, zeros) : (units, scale, zeros)
  }

  private static func divide(_ number: UInt64, by unit: UInt64) -> UInt64 {
    let (whole, rest) = number.quotientAndRemainder(dividingBy: unit)
    let isUp = rest > unit - rest || (rest == unit - rest && whole % 2 == 1)
    return whole + (isUp ? 1 : 0)
  }

  // MARK: Words

  /// A word depends on the number in front of it by no more than its last two digits; numbers with
  /// a decimal have one digit before it, so that they fit behind the whole ones.
  private static func wordIndex(_ units: UInt64, scale: Int) -> Int {
    Int(units % 100) + (scale == 1 ? 100 : 0)
  }

  private mutating func step(
    asking numbers: borrowing UnicodeNumbers, zeros: Int
  ) throws(FormatsError) -> Step {
    let one = try Words("1" + String(repeating: "0", count: zeros), asking: numbers, style.digits)
    let inWord = zeros + 1 - one.positive.digitCount
    let only = Step(digitsInWord: inWord, words: [add(one)], choices: [])
    guard inWord > 0 else { return only }
    // Few languages have more than one word; four more numbers tell which.
    var isOnly = true
    for tenths in [15, 20, 30, 50] where isOnly {
      let number = "\(tenths)" + String(repeating: "0", count: zeros - 1)
      isOnly = try Words(number, asking: numbers, style.digits).isSame(as: one)
    }
    guard !isOnly else { return only }
    var words: [Words] = []
    var choices = [UInt8](repeating: 0, count: 200)
    for (units, scale) in Self.samples(digitCount: one.positive.digitCount) {
      let number = "\(units)" + String(repeating: "0", count: inWord - scale)
      let answer = try Words(number, asking: numbers, style.digits)
      let known = words.firstIndex(where: answer.isSame)
      if known == nil { words.append(answer) }
      choices[Self.wordIndex(units, scale: scale)] = UInt8(known ?? words.count - 1)
    }
    return Step(digitsInWord: inWord, words: words.map { add($0) }, choices: choices)
  }

  /// What stands around one number and around its negative.
  private struct Words {
    let positive: NumberFrame
    let negative: NumberFrame

    init(
      _ number: String, asking numbers: borrowing UnicodeNumbers, _ digits: Digits
    ) throws(FormatsError) {
      positive = try numbers.frame(of: number, digits)
      negative = try numbers.frame(of: "-" + number, digits)
    }

    func isSame(as other: Words) -> Bool {
      (positive.prefix, positive.suffix, negative.prefix, negative.suffix)
        == (
          other.positive.prefix, other.positive.suffix, other.negative.prefix,
          other.negative.suffix
        )
    }
  }

  private static func samples(digitCount: Int) -> [(units: UInt64, scale: Int)] {
    switch digitCount {
    case 1: (1...9).map { ($0, 0) } + (11...99).filter { $0 % 10 > 0 }.map { ($0, 1) }
    case 2: (10...99).map { ($0, 0) }
    default: (0...99).map { (powers[digitCount - 1] + $0, 0) }
    }
  }

  private mutating func add(_ words: Words) -> Signed<Affixes> {
    Signed(positive: add(words.positive), negative: add(words.negative))
  }

  private mutating func add(_ answer: NumberFrame) -> Affixes {
    Affixes(prefix: pieces.add(answer.prefix), suffix: pieces.add(answer.suffix))
  }
}
