/// What the marketplace takes, and between which prices it deals.
package struct Fees: Hashable, Sendable {
  package let buyerBasisPoints: Int
  package let limits: [Asset: AssetLimits]

  init(_ reader: RuleReader) {
    let basisPoints = reader.section("fees").basisPoints("buyer-fee-percent")
    buyerBasisPoints = basisPoints
    var limits: [Asset: AssetLimits] = [:]
    for section in reader.sections("asset") {
      let found = AssetLimits(section)
      // The fixed part weighs most on the lowest price.
      section.expect(
        found.fee(on: found.priceMin, basisPoints: basisPoints) <= found.priceMin,
        "small-order-fee", "expected a fee that is no more than price-min, with buyer-fee-percent")
      limits[found.asset] = found
    }
    self.limits = limits
  }
}

/// The prices in one asset, in its minor units.
package struct AssetLimits: Hashable, Sendable {
  package let asset: Asset
  package let priceMin: Int64
  package let priceMax: Int64
  /// What costs less pays the fixed part too.
  package let smallOrderBelow: Int64
  package let smallOrderFee: Int64

  package var prices: ClosedRange<Int64> { priceMin...priceMax }

  /// Ten thousand times it still fits 64 bits, so no sum of fees runs over.
  private static let amountMax: Int64 = 100_000_000_000_000

  fileprivate init(_ section: RuleSection) {
    asset = Self.asset(section)
    let scale = asset.scale
    priceMin = section.decimal("price-min", scale: scale, 1...Self.amountMax)
    priceMax = section.decimal("price-max", scale: scale, 1...Self.amountMax)
    smallOrderBelow = section.decimal("small-order-below", scale: scale, 0...Self.amountMax)
    smallOrderFee = section.decimal("small-order-fee", scale: scale, 0...Self.amountMax)
    section.expect(
      priceMin <= priceMax, "price-max",
      "expected at least price-min, \(priceMin.decimal(scale: scale))")
  }

  /// A fraction of the minor unit is never charged.
  fileprivate func fee(on price: Int64, basisPoints: Int) -> Int64 {
    let percentage = Money(minorUnits: price, asset)
      .share(basisPoints: basisPoints, rounding: .down)
    return percentage.minorUnits + (price < smallOrderBelow ? smallOrderFee : 0)
  }

  /// A currency brings its scale; a token has to say it.
  private static func asset(_ section: RuleSection) -> Asset {
    if let currency = Asset.currency(section.name) { return currency }
    let scales = Asset.tokenScales
    let scale = section.whole("scale", scales)
    let token = Asset.token(section.name, scale: scale)
    section.expect(token != nil, "scale", "expected capital letters and digits after asset")
    return token ?? .cny
  }
}

extension Rules {
  /// What an order costs and pays, fixed when it is placed.
  package func quote(_ price: Money, sellerAt level: Level) throws(PriceError) -> Quote {
    Quote(
      price: price, buyerFee: try buyerFee(on: price),
      sellerFee: price.share(
        basisPoints: levels[level].sellerFeeBasisPoints, rounding: .down))
  }

  package func sellerFee(on price: Money, sellerAt level: Level) throws(PriceError) -> Money {
    try quote(price, sellerAt: level).sellerFee
  }

  package func buyerFee(on price: Money) throws(PriceError) -> Money {
    let fee = try limits(of: price)
      .fee(on: price.minorUnits, basisPoints: fees.buyerBasisPoints)
    return Money(minorUnits: fee, price.asset)
  }

  private func limits(of price: Money) throws(PriceError) -> AssetLimits {
    guard let limits = fees.limits[price.asset] else { throw .unknownAsset(price.asset.code) }
    guard limits.prices.contains(price.minorUnits) else {
      throw .outOfRange(
        price, from: Money(minorUnits: limits.priceMin, price.asset),
        to: Money(minorUnits: limits.priceMax, price.asset))
    }
    return limits
  }
}

package enum PriceError: Error, Hashable {
  /// The market does not deal in it.
  case unknownAsset(String)
  case outOfRange(Money, from: Money, to: Money)
}
