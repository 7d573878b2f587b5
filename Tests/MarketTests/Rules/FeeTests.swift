import Market
import Proving
import Testing

@Suite struct FeeTests {
  private let rules = Rules.standard

  private func yuan(_ units: Int64) -> Money { Money(minorUnits: units, .cny) }

  @Test(
    arguments: [
      (500, 227), (9_999, 749), (10_000, 550), (10_001, 550), (10_019, 551),
      (100_000_000, 5_500_000),
    ] as [(Int64, Int64)])
  func `a buyer pays 5.5 %, and 2 yuan more below 100`(price: Int64, fee: Int64) throws {
    #expect(try rules.buyerFee(on: yuan(price)) == yuan(fee))
  }

  @Test(
    arguments: [(500, 100), (504, 100), (505, 101), (100_000_000, 20_000_000)] as [(Int64, Int64)])
  func `a seller pays 20 % at every level, never a fraction more`(price: Int64, fee: Int64) throws {
    for level in Level.allCases {
      #expect(try rules.sellerFee(on: yuan(price), sellerAt: level) == yuan(fee))
    }
  }

  @Test func `a higher level can pay less`() throws {
    let top = "[level top]\ngigs-max = 30\nseller-fee-percent = "
    #expect(Rules.standardText.contains(top + "20\n"))
    let text = Rules.standardText.replacing(top + "20\n", with: top + "12.5\n")
    let rules = try Rules(text: text, file: "my.rules")
    #expect(try rules.sellerFee(on: yuan(1_000), sellerAt: .top) == yuan(125))
    #expect(try rules.sellerFee(on: yuan(1_000), sellerAt: .two) == yuan(200))
  }

  @Test func `a price lies between the lowest and the highest, both allowed`() throws {
    for price in [500, 100_000_000] as [Int64] {
      #expect(throws: Never.self) { try rules.quote(yuan(price), sellerAt: .new) }
    }
    for price in [499, 100_000_001, 0, -500, .max, .min] as [Int64] {
      #expect(
        throws: PriceError.outOfRange(yuan(price), from: yuan(500), to: yuan(100_000_000))
      ) { try rules.quote(yuan(price), sellerAt: .new) }
    }
    let yen = Money(minorUnits: 1_000, Asset(code: "JPY", scale: 0))
    #expect(throws: PriceError.unknownAsset("JPY")) { try rules.quote(yen, sellerAt: .new) }
    // The same code with another scale is another asset.
    let odd = Money(minorUnits: 1_000, Asset(code: "CNY", scale: 3))
    #expect(throws: PriceError.unknownAsset("CNY")) { try rules.buyerFee(on: odd) }
  }

  @Test func `a full refund returns all that was paid`() throws {
    let quote = try rules.quote(yuan(9_999), sellerAt: .new)
    #expect(quote.total == yuan(10_748))
    #expect(quote.earnings == yuan(8_000))
    let full = try quote.refund(of: quote.price)
    #expect(full == Refund(buyer: quote.total, seller: yuan(0), platform: yuan(0)))
  }

  @Test func `without a refund everybody has what was quoted`() throws {
    let quote = try rules.quote(yuan(9_999), sellerAt: .new)
    #expect(
      try quote.refund(of: yuan(0))
        == Refund(buyer: yuan(0), seller: quote.earnings, platform: yuan(749 + 1_999)))
  }

  @Test func `what cannot be split is the market's loss`() throws {
    let quote = try rules.quote(yuan(10_001), sellerAt: .new)
    // A third: of the fees of 550 and 2,000 a part of 183.30 goes back, and 1,333.46 stays.
    #expect(
      try quote.refund(of: yuan(3_333))
        == Refund(
          buyer: yuan(3_333 + 184), seller: yuan(6_668 - 1_333), platform: yuan(366 + 1_333)))
  }

  @Test func `more than the price, less than nothing, or another asset cannot be refunded`() throws
  {
    let quote = try rules.quote(yuan(9_999), sellerAt: .new)
    for units in [-1, 10_000, .max, .min] as [Int64] {
      #expect(throws: RefundError.outOfRange(yuan(units))) { try quote.refund(of: yuan(units)) }
    }
    #expect(throws: RefundError.otherAsset("JPY")) {
      try quote.refund(of: Money(minorUnits: 1, Asset(code: "JPY", scale: 0)))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every refund sums to what was paid, and a larger one never costs its buyer`(seed: UInt64)
    throws
  {
    var random = Seeded(seed)
    var faults: [String] = []
    for _ in 0..<40_000 {
      let isOdd = Bool.random(using: &random)
      let price = Int64.random(in: 1...(isOdd ? 300 : .max / 2), using: &random)
      let quote = Quote(
        price: yuan(price), buyerFee: yuan(.random(in: 0...price, using: &random)),
        sellerFee: yuan(.random(in: 0...price, using: &random)))
      let part = Int64.random(in: 0..<price, using: &random)
      let less = try quote.refund(of: yuan(part))
      let more = try quote.refund(of: yuan(part + 1))
      for refund in [less, more] {
        let parts = [refund.buyer, refund.seller, refund.platform].map(\.minorUnits)
        if parts.reduce(0, +) != quote.total.minorUnits || (parts.min() ?? -1) < 0 {
          faults.append("\(quote) gives \(refund)")
        }
      }
      let isInOrder =
        less.buyer.minorUnits < more.buyer.minorUnits
        && less.seller.minorUnits >= more.seller.minorUnits
      if !isInOrder { faults.append("\(quote): \(part) or one more") }
    }
    #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
  }
}
