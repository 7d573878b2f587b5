/// Numbers as people write them, `5.50`, kept as a whole number of the smallest unit.
extension Int64 {
  /// Nil unless the text is digits, with at most `scale` of them after one point.
  package init?(decimal text: String, scale: Int) {
    let halves = text.utf8.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first, !whole.isEmpty else { return nil }
    let fraction = halves.count > 1 ? halves[1] : whole[whole.endIndex...]
    guard halves.count == 1 || !fraction.isEmpty, fraction.count <= scale else { return nil }
    let zeros = repeatElement(UInt8(ascii: "0"), count: scale - fraction.count)
    var units: Int64 = 0
    for byte in Array(whole) + Array(fraction) + zeros {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (tens, isOver) = units.multipliedReportingOverflow(by: 10)
      let (sum, isOverNow) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !isOver, !isOverNow else { return nil }
      units = sum
    }
    self = units
  }

  /// An amount as people type it: with the sign of a currency, and commas between thousands. A comma
  /// anywhere else may be meant as a point, and so is nothing.
  package init?(typed text: String, scale: Int) {
    let amount = text.filter { !"￥¥$€£ ".contains($0) }.replacing("，", with: ",")
    let whole = amount.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let areThousands = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard let first = groups.first,
      groups.count == 1 || areThousands && (1...3).contains(first.utf8.count)
    else { return nil }
    self.init(decimal: groups.joined() + amount.dropFirst(whole.count), scale: scale)
  }

  /// With all of its decimals, a point between, and no other signs.
  package func decimal(scale: Int) -> String {
    let digits = String(magnitude)
    let padded = String(repeating: "0", count: Swift.max(0, scale + 1 - digits.count)) + digits
    let sign = self < 0 ? "-" : ""
    guard scale > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }
}

extension Money {
  /// Such as `1234.50`, for operators and for machines.
  package var decimal: String { minorUnits.decimal(scale: asset.scale) }
}
