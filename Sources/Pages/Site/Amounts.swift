import Market
import Theme

// Numbers of the market, as pages show them.
extension Amount {
  init(_ money: Money) {
    self.init(
      minorUnits: money.minorUnits, currency: money.asset.code, scale: money.asset.scale)
  }
}

extension Figure {
  /// The mean of so many whole stars, with one decimal, rounded half up. Nil for none.
  static func mean(of sum: Int64, over count: Int64) -> Figure? {
    // What no stars can add up to says nothing.
    guard count > 0, sum >= 0, sum / count <= Stars.most else { return nil }
    return Figure(Int((sum * 20 + count) / (count * 2)), scale: 1)
  }

  /// 9810 basis points are 98.1, and 9000 are 90. Rounded down: who missed once is not at 100.
  static func percent(_ basisPoints: Int64) -> Figure {
    basisPoints % 100 == 0
      ? Figure(Int(basisPoints / 100), scale: 0) : Figure(Int(basisPoints / 10), scale: 1)
  }
}

extension Int {
  /// As many as visitors are told there are. A page that told it more exactly would be old sooner.
  static func seen(_ count: Int64) -> Int { Int(SeenCount(of: count).number) }
}
