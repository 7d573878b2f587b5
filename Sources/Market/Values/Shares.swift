/// What becomes of the part of a minor unit that cannot be paid.
package enum Rounding: Sendable {
  /// Dropped: towards zero.
  case down
  /// Made whole: away from zero.
  case up
  /// To the nearer; from the middle to the even one, so that many roundings do not add up.
  case halfEven
}

extension Money {
  package static let wholeBasisPoints = 10_000

  /// A part of it in hundredths of a percent; never more than the whole.
  package func share(basisPoints: Int, rounding: Rounding) -> Money {
    precondition(
      (0...Self.wholeBasisPoints).contains(basisPoints), "a share is between nothing and all")
    return part(Int64(basisPoints), of: Int64(Self.wholeBasisPoints), rounding: rounding)
  }

  /// A part of it, as 3 of 7; never more than the whole.
  package func part(_ count: Int64, of whole: Int64, rounding: Rounding) -> Money {
    precondition(count >= 0 && count <= whole && whole > 0, "a part is between nothing and all")
    let units = Int128(minorUnits).times(Int128(count), over: Int128(whole), rounding)
    return Money(minorUnits: Int64(units), asset)
  }

  /// So many times it, divided: for hours at a rate by the hour.
  package func times(_ count: Int64, over divisor: Int64, rounding: Rounding)
    throws(MoneyError) -> Money
  {
    precondition(divisor > 0, "nothing is divided by \(divisor)")
    let units = Int128(minorUnits).times(Int128(count), over: Int128(divisor), rounding)
    guard let fitting = Int64(exactly: units) else { throw .tooLarge }
    return Money(minorUnits: fitting, asset)
  }

  /// Splits it by weights so that the parts sum to it exactly.
  ///
  /// Each gets its share rounded towards zero; the units that are left go one by one to those who
  /// lost most by that, of equals to the greater weight, of equals to the earlier. So which parts
  /// there are does not depend on the order of the weights. Throws when nothing has weight and
  /// there is something to split.
  package func allocated(by weights: [Int64]) throws(MoneyError) -> [Money] {
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is not negative")
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total > 0 else {
      guard minorUnits == 0 else { throw .unweighted }
      return weights.map { _ in self }
    }
    let size = Int128(minorUnits.magnitude)
    var parts = weights.map { size * Int128($0) / total }
    let losses = weights.map { size * Int128($0) % total }
    let inTurn = weights.indices.sorted { left, right in
      if losses[left] != losses[right] { return losses[left] > losses[right] }
      return weights[left] == weights[right] ? left < right : weights[left] > weights[right]
    }
    let left = Int(size - parts.reduce(0, +))
    for index in inTurn.prefix(left) { parts[index] += 1 }
    let sign: Int128 = minorUnits < 0 ? -1 : 1
    return parts.map { Money(minorUnits: Int64($0 * sign), asset) }
  }
}

extension Int128 {
  fileprivate func times(_ count: Int128, over divisor: Int128, _ rounding: Rounding) -> Int128 {
    let (quotient, rest) = (self * count).quotientAndRemainder(dividingBy: divisor)
    let away: Bool =
      switch rounding {
      case .down: false
      case .up: rest != 0
      case .halfEven:
        rest.magnitude * 2 == divisor.magnitude
          ? quotient % 2 != 0 : rest.magnitude * 2 > divisor.magnitude
      }
    return away ? quotient + rest.signum() : quotient
  }
}
