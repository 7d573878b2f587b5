import Market
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("CNY", 2), ("USD", 2), ("EUR", 2), ("JPY", 0), ("KRW", 0), ("VND", 0), ("XAF", 0),
    ("BHD", 3), ("KWD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4), ("ISK", 0), ("HUF", 2),
    ("ZWG", 2), ("SLE", 2), ("VES", 2), ("MRU", 2), ("UGX", 0), ("IDR", 2), ("TWD", 2),
  ])
  func `a currency has the minor units of the standard`(code: String, scale: Int) {
    #expect(Asset.currency(code) == Asset(code: code, scale: scale))
  }

  @Test func `the yuan is the yuan`() {
    #expect(Asset.currency("CNY") == .cny)
  }

  @Test(arguments: [
    "", "cny", "CN", "CNYY", "XTS", "XAU", "XDR", "XBT", "DEM", "HRK", "SLL", "ZWL", "ANG",
    "集市",
  ])
  func `what is no currency in use is none`(code: String) {
    #expect(Asset.currency(code) == nil)
  }

  @Test func `there is each currency once, by three capital letters`() {
    let all = Asset.allCurrencies
    #expect(all.count == Set(all.map(\.code)).count)
    #expect((150...190).contains(all.count))
    for asset in all {
      #expect(asset.code.wholeMatch(of: /[A-Z]{3}/) != nil, "\(asset.code)")
    }
    let counts = Dictionary(grouping: all, by: \.scale).mapValues(\.count)
    #expect(counts[0] == 17)
    #expect(counts[3] == 7)
    #expect(counts[4] == 2)
    #expect(counts.count == 4)
  }

  @Test func `a token has up to 18 decimals and a code of its own`() {
    #expect(Asset.token("USDT", scale: 6) == Asset(code: "USDT", scale: 6))
    #expect(Asset.token("ETH", scale: 18)?.scale == 18)
    #expect(Asset.token("ETH", scale: 19) == nil)
    #expect(Asset.token("ETH", scale: 0)?.scale == 0)
    #expect(Asset.token("ETH", scale: -1) == nil)
    #expect(Asset.token("A", scale: 2) == nil)
    #expect(Asset.token("A1", scale: 2) != nil)
    #expect(Asset.token("ABCDEFGHIJKL", scale: 2) != nil)
    #expect(Asset.token("ABCDEFGHIJKLM", scale: 2) == nil)
    for code in ["CNY", "JPY", "1INCH", "usdt", "US DT", "US-DT", "ÉTH", ""] {
      #expect(Asset.token(code, scale: 2) == nil, "\(code)")
    }
  }
}
