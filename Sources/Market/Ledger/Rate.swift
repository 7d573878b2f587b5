/// What one asset cost in another at some moment, as an exact fraction of whole units: one `base`
/// was `numerator / denominator` of `quote`.
package struct Rate: Hashable, Sendable {
  package static let sourceBytesMax = 64

  package let id: ID<Rate>
  package let base: Asset
  package let quote: Asset
  package let numerator: Int64
  package let denominator: Int64
  /// Who said so.
  package let source: String
  package let at: Instant

  package init(
    id: ID<Rate>, base: Asset, quote: Asset, numerator: Int64, denominator: Int64, source: String,
    at: Instant
  ) throws(LedgerError) {
    _ = try base.checked()
    _ = try quote.checked()
    guard base.code != quote.code else { throw .otherAssets(base.code, quote.code) }
    guard numerator > 0, denominator > 0 else {
      throw .unfit("the rate \(numerator)/\(denominator)")
    }
    guard source.isName(upTo: Self.sourceBytesMax, besides: ".-_:/") else {
      throw .unfit("the source “\(source)”")
    }
    self.id = id
    self.base = base
    self.quote = quote
    self.numerator = numerator
    self.denominator = denominator
    self.source = source
    self.at = at
  }
}

extension Rate: Entity {
  package static let noun = Noun.rate
}

extension Rate {
  /// What `money` is worth in the other asset of this rate, rounded down: converting there and back
  /// never gives more than there was.
  package func converting(_ money: Money, to target: Asset) throws(LedgerError) -> Money {
    let isForward = money.asset == base && target == quote
    guard isForward || money.asset == quote && target == base else {
      throw .otherAssets(money.asset.code, target.code)
    }
    guard money.minorUnits > 0 else { throw .empty }
    let (up, down) = isForward ? (numerator, denominator) : (denominator, numerator)
    let shift = target.scale - money.asset.scale
    // Three factors may need more than 128 bits before the division: take the product twice as wide.
    let product = UInt128(money.minorUnits.magnitude) * UInt128(up.magnitude)
    let wide = product.multipliedFullWidth(by: powerOfTen(max(0, shift)))
    let divisor = UInt128(down.magnitude) * powerOfTen(max(0, -shift))
    guard wide.high < divisor else { throw .tooLarge }
    let (quotient, _) = divisor.dividingFullWidth(wide)
    guard let units = Int64(exactly: quotient) else { throw .tooLarge }
    guard units > 0 else { throw .empty }
    return Money(minorUnits: units, target)
  }
}

private func powerOfTen(_ exponent: Int) -> UInt128 {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
