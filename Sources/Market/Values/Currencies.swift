extension Asset {
  /// The currency of an ISO 4217 code that is in use; nil for any other text. What has no minor
  /// unit in the standard (metals, units of account, tests) is no currency to pay with.
  package static func currency(_ code: String) -> Asset? { currencies[code] }

  /// All of them, in the order of their codes.
  package static let allCurrencies = currencies.values.sorted { $0.code < $1.code }

  package static let tokenLetters = 2...12
  /// The decimals that tokens are made with; a ledger may keep fewer.
  package static let tokenScales = 0...18

  /// A token, by the code under which the market knows it; nil unless the code is capital letters
  /// and digits, a letter first, and no currency has it.
  package static func token(_ code: String, scale: Int) -> Asset? {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard tokenLetters.contains(code.utf8.count), tokenScales.contains(scale),
      code.utf8.first.map(letters.contains) == true,
      code.utf8.allSatisfy({ letters.contains($0) || digits.contains($0) }),
      currencies[code] == nil
    else { return nil }
    return Asset(code: code, scale: scale)
  }

  private static let currencies: [String: Asset] = {
    var found: [String: Asset] = [:]
    for (scale, codes) in codesByScale {
      for code in codes.split(whereSeparator: \.isWhitespace) {
        found[String(code)] = Asset(code: String(code), scale: scale)
      }
    }
    return found
  }()

  private static let codesByScale = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (
      2,
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
      CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
      GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK
      LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO
      NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
      SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST
      XAD XCD XCG YER ZAR ZMW ZWG
      """
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
  ]
}
