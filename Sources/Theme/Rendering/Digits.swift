extension Output {
  /// As machines read it: `-12.50`, with a point in every language.
  package mutating func append(digitsOf units: Int, scale: Int = 0) {
    if units < 0 { append(UInt8(ascii: "-")) }
    var rest = units.magnitude
    // As many digits as the largest number has, and as a scale can add.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24 + scale) { digits in
      var start = digits.count
      var count = 0
      repeat {
        if count == scale, scale > 0 {
          start -= 1
          digits[start] = UInt8(ascii: ".")
        }
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
        count += 1
      } while rest > 0 || count <= scale
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
