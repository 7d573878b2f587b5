/// Where what nobody can guess comes from. It is handed in, so that a whole history can be repeated.
package struct Chance: RandomNumberGenerator, Sendable {
  private let draw: @Sendable () -> UInt64

  package init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

  /// The system's.
  package static let system = Chance {
    var system = SystemRandomNumberGenerator()
    return system.next()
  }

  package func next() -> UInt64 { draw() }

  func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      withUnsafeBytes(of: draw()) { bytes += $0 }
    }
    return Array(bytes.prefix(count))
  }
}
