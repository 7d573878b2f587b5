/// What can be owned and counted: a currency, a token. Its scale is the number of decimals of
/// which it has minor units: 2 for the yuan, 0 for the yen.
package struct Asset: Hashable, Sendable {
  package static let cny = Asset(code: "CNY", scale: 2)

  package let code: String
  package let scale: Int

  package init(code: String, scale: Int) {
    self.code = code
    self.scale = scale
  }
}

/// A number of minor units of one asset. Arithmetic throws rather than mix assets or run over.
package struct Money: Hashable, Sendable {
  package let minorUnits: Int64
  package let asset: Asset

  package init(minorUnits: Int64, _ asset: Asset) {
    self.minorUnits = minorUnits
    self.asset = asset
  }

  package func adding(_ other: Money) throws(MoneyError) -> Money {
    try combined(with: other) { $0.addingReportingOverflow($1) }
  }

  package func subtracting(_ other: Money) throws(MoneyError) -> Money {
    try combined(with: other) { $0.subtractingReportingOverflow($1) }
  }

  private func combined(
    with other: Money, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) throws(MoneyError) -> Money {
    guard asset == other.asset else { throw .mixed(asset.code, other.asset.code) }
    let (units, isOver) = operation(minorUnits, other.minorUnits)
    guard !isOver else { throw .tooLarge }
    return Money(minorUnits: units, asset)
  }
}

package enum MoneyError: Error, Hashable {
  case mixed(String, String)
  /// It does not fit 64 bits.
  case tooLarge
  /// There is something to split, and nobody to have it.
  case unweighted
}
