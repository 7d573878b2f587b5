import CUnicode

/// ICU's own formatter, asked while a locale is loaded and never after.
package struct UnicodeNumbers: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  let locale: UnicodeLocale
  private let kind: Kind

  package enum Kind {
    case decimal
    case percent
    case compact
    case money
  }

  package init(_ kind: Kind, _ locale: UnicodeLocale) throws(FormatsError) {
    let style =
      switch kind {
      case .decimal: jishi_decimal
      case .percent: jishi_percent
      case .compact: jishi_compact
      case .money: jishi_money
      }
    guard let handle = jishi_numbers_open(style, locale.id) else {
      throw .unusual(tag: locale.tag, what: "numbers")
    }
    self.handle = handle
    self.kind = kind
    self.locale = locale
  }

  deinit { jishi_numbers_close(handle) }

  func attribute(_ attribute: Int32) -> Int {
    Int(jishi_numbers_attribute(handle, attribute))
  }

  /// Three letters; ICU does not know others.
  package func set(currency: String) { _ = jishi_numbers_set_currency(handle, currency) }
  package func set(decimals: Int) { jishi_numbers_set_decimals(handle, Int32(decimals)) }

  package func text(of number: String) throws(FormatsError) -> String {
    try understood(UnicodeText.answer { jishi_numbers_write(handle, number, $0, $1) })
  }

  func digits() throws(FormatsError) -> Digits {
    let texts = (0..<10).compactMap { digit in
      UnicodeText.answer { jishi_numbers_digit(handle, Int32(digit), $0, $1) }
    }
    return try understood(Digits(texts))
  }

  /// What stands around a number when it is written; 1 per cent is 1 here.
  func frame(of number: String, _ digits: Digits) throws(FormatsError) -> NumberFrame {
    let number = kind == .percent ? number + "E-2" : number
    return try understood(digits.frame(in: try text(of: number)))
  }

  func understood<Answer>(_ answer: Answer?) throws(FormatsError) -> Answer {
    guard let answer else { throw .unusual(tag: locale.tag, what: "numbers") }
    return answer
  }
}
