/// How a language writes money: which symbol, on which side, and how the sign goes with it.
struct MoneyStyle: Sendable {
  private let style: NumberStyle
  private var pieces = Snippets()
  /// Around symbols that end with a letter where they meet the number, as codes do.
  private let letters: Signed<Around>
  /// Around symbols that end with a mark, such as €.
  private let marks: Signed<Around>
  /// Currencies with a symbol of their own, in the order of their keys.
  private var symbols: [Symbol] = []

  private struct Around {
    let before: Side
    let after: Side
  }

  /// The words on one side of a number, and the symbol between them if it is there.
  private struct Side {
    let head: Snippet
    let hasSymbol: Bool
    let tail: Snippet
  }

  private struct Symbol {
    let key: UInt64
    let piece: Snippet
    let isMark: Bool
  }

  init(_ locale: UnicodeLocale) throws(FormatsError) {
    let numbers = try UnicodeNumbers(.money, locale)
    let strange = "QQQ"
    numbers.set(currency: strange)
    style = try NumberStyle(asking: numbers)
    let own = CurrencySymbols.own(in: locale)
    let letters = try Self.around(strange, asking: numbers, style.digits, &pieces)
    self.letters = letters
    let isBefore = letters.positive.before.hasSymbol
    if let (code, symbol) = own.first(where: { Self.isMark($0.symbol, isBefore: isBefore) }) {
      numbers.set(currency: code)
      marks = try Self.around(symbol, asking: numbers, style.digits, &pieces)
    } else {
      marks = letters
    }
    for (code, symbol) in own {
      guard let key = Self.key(of: code) else { continue }
      symbols.append(
        Symbol(
          key: key, piece: pieces.add(symbol),
          isMark: Self.isMark(symbol, isBefore: isBefore)))
    }
    symbols.sort { $0.key < $1.key }
  }

  /// A price has no decimals when all of them are zero.
  func write(_ amount: Amount, isPrice: Bool, into output: inout Output) {
    var units = amount.minorUnits.magnitude
    var scale = amount.scale
    if isPrice, scale > 0 {
      let (whole, rest) = units.quotientAndRemainder(dividingBy: Self.powers[scale])
      if rest == 0 { (units, scale) = (whole, 0) }
    }
    let symbol = symbol(of: amount.currency)
    let around = (symbol?.isMark == true ? marks : letters)[amount.minorUnits < 0]
    write(around.before, symbol, amount.currency, into: &output)
    style.write(units, scale: scale, into: &output)
    write(around.after, symbol, amount.currency, into: &output)
  }

  private func write(
    _ side: Side, _ symbol: Symbol?, _ code: String, into output: inout Output
  ) {
    pieces.write(side.head, into: &output)
    guard side.hasSymbol else { return }
    if let symbol {
      pieces.write(symbol.piece, into: &output)
    } else {
      write(code: code, into: &output)
    }
    pieces.write(side.tail, into: &output)
  }

  /// A code is a name of ours; if it is not, it must still not become markup.
  private func write(code: String, into output: inout Output) {
    var code = code
    code.withUTF8 { bytes in
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
          UInt8(ascii: "'"):
          break
        case let byte: output.append(byte)
        }
      }
    }
  }

  // MARK: Finding a symbol

  private static let powers: [UInt64] = (0...Figure.scaleMax).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The bytes of a code as one number; nil when they are more than eight.
  private static func key(of code: String) -> UInt64? {
    guard code.utf8.count <= 8 else { return nil }
    return code.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func symbol(of code: String) -> Symbol? {
    guard let key = Self.key(of: code) else { return nil }
    var low = 0
    var high = symbols.count
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < symbols.count && symbols[low].key == key ? symbols[low] : nil
  }

  // MARK: Asking

  private static func around(
    _ symbol: String, asking numbers: borrowing UnicodeNumbers, _ digits: Digits,
    _ pieces: inout Snippets
  ) throws(FormatsError) -> Signed<Around> {
    numbers.set(decimals: 0)
    var both: [Around] = []
    for number in ["1", "-1"] {
      let answer = try numbers.frame(of: number, digits)
      both.append(
        Around(
          before: side(answer.prefix, symbol, &pieces), after: side(answer.suffix, symbol, &pieces)
        ))
      guard both.last.map({ $0.before.hasSymbol != $0.after.hasSymbol }) == true else {
        throw .unusual(tag: numbers.locale.tag, what: "money")
      }
    }
    return Signed(positive: both[0], negative: both[1])
  }

  private static func side(_ text: String, _ symbol: String, _ pieces: inout Snippets) -> Side {
    let all = Array(text.unicodeScalars)
    let wanted = Array(symbol.unicodeScalars)
    for start in all.indices where all[start...].starts(with: wanted) {
      return Side(
        head: pieces.add(String(all[..<start])), hasSymbol: true,
        tail: pieces.add(String(all[(start + wanted.count)...])))
    }
    return Side(head: pieces.add(text), hasSymbol: false, tail: .none)
  }

  /// CLDR puts a space between a symbol and a digit, except where the symbol ends with a mark or
  /// with a space of its own.
  private static func isMark(_ symbol: String, isBefore: Bool) -> Bool {
    let scalars = symbol.unicodeScalars
    guard let edge = isBefore ? scalars.last : scalars.first else { return false }
    return switch edge.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .modifierSymbol, .otherSymbol, .spaceSeparator,
      .lineSeparator, .paragraphSeparator:
      true
    default: false
    }
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    self = String(text)
  }
}
