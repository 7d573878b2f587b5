import CUnicode

package enum CurrencySymbols {
  /// The currencies for which a language has a symbol; the others are written by their code.
  static func own(in locale: UnicodeLocale) -> [(code: String, symbol: String)] {
    codes.compactMap { code in
      let symbol = UnicodeText.answer { jishi_currency_symbol(code, locale.id, $0, $1) }
      return symbol.flatMap { $0 == code ? nil : (code, $0) }
    }
  }

  /// The codes of all currencies that are money today.
  package static let codes: [String] = {
    guard let all = jishi_currencies_open() else { return [] }
    defer { jishi_currencies_close(all) }
    var codes: [String] = []
    while let code = jishi_currencies_next(all) { codes.append(String(cString: code)) }
    return codes
  }()
}
