import Market
import Proving
import Testing

@Suite struct ShareTests {
  private let edges: [Int64] = [.min, .min + 1, -10_001, -1, 0, 1, 2, 9_999, .max - 1, .max]

  private func yuan(_ units: Int64) -> Money { Money(minorUnits: units, .cny) }

  @Test func `parts go to those who lost most, then to the heavier, then to the earlier`() throws {
    func parts(_ units: Int64, _ weights: [Int64]) throws -> [Int64] {
      try yuan(units).allocated(by: weights).map(\.minorUnits)
    }
    #expect(try parts(100, [1, 1, 1]) == [34, 33, 33])
    #expect(try parts(-100, [1, 1, 1]) == [-34, -33, -33])
    #expect(try parts(101, [1, 1, 1]) == [34, 34, 33])
    #expect(try parts(10, [6, 6, 8]) == [3, 3, 4])
    // Both lose half a unit.
    #expect(try parts(1, [1, 1]) == [1, 0])
    #expect(try parts(2, [1, 3]) == [0, 2])
    #expect(try parts(7, [0, 5, 0, 5]) == [0, 4, 0, 3])
    #expect(try parts(5, [9]) == [5])
    #expect(try parts(0, [3, 4]) == [0, 0])
    #expect(try parts(.min, [1]) == [.min])
    #expect(try parts(.max, [.max, .max]) == [.max / 2 + 1, .max / 2])
  }

  @Test func `without any weight only nothing can be split`() throws {
    for weights in [[], [0], [0, 0]] as [[Int64]] {
      #expect(try yuan(0).allocated(by: weights) == weights.map { _ in yuan(0) })
      #expect(throws: MoneyError.unweighted) { try yuan(1).allocated(by: weights) }
      #expect(throws: MoneyError.unweighted) { try yuan(-1).allocated(by: weights) }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `parts always sum to the whole, and their order tells nothing`(seed: UInt64) throws {
    var random = Seeded(seed)
    var faults: [String] = []
    for _ in 0..<30_000 {
      let units = amount(using: &random)
      let weights = (0..<Int.random(in: 1...6, using: &random)).map { _ in weight(using: &random) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let parts = try yuan(units).allocated(by: weights).map(\.minorUnits)
      let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
      let isExact = parts.reduce(Int128(0)) { $0 + Int128($1) } == Int128(units)
      let isFair = zip(parts, weights).allSatisfy { part, weight in
        let error = Int128(part) * total - Int128(units) * Int128(weight)
        return error.magnitude < total.magnitude && (weight > 0 || part == 0)
      }
      let mixed = weights.shuffled(using: &random)
      let again = try yuan(units).allocated(by: mixed).map(\.minorUnits)
      if !isExact || !isFair || again.sorted() != parts.sorted() {
        faults.append("\(units) by \(weights) gives \(parts), by \(mixed) \(again)")
      }
    }
    #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
  }

  @Test func `a share is rounded as it is told`() {
    func shares(_ units: Int64, _ basisPoints: Int) -> [Int64] {
      [.down, .up, .halfEven].map {
        yuan(units).share(basisPoints: basisPoints, rounding: $0).minorUnits
      }
    }
    #expect(shares(1_000, 550) == [55, 55, 55])
    #expect(shares(1_001, 550) == [55, 56, 55])
    #expect(shares(-1_001, 550) == [-55, -56, -55])
    #expect(shares(1, 5_000) == [0, 1, 0])
    #expect(shares(3, 5_000) == [1, 2, 2])
    #expect(shares(5, 5_000) == [2, 3, 2])
    #expect(shares(-3, 5_000) == [-1, -2, -2])
    #expect(shares(9_999, 1) == [0, 1, 1])
    #expect(shares(5_001, 1) == [0, 1, 1])
    #expect(shares(4_999, 1) == [0, 1, 0])
    for units in edges {
      #expect(shares(units, 0) == [0, 0, 0])
      #expect(shares(units, 10_000) == [units, units, units])
    }
  }

  @Test func `a share never exceeds the amount and never changes its sign`() {
    var random = Seeded(5)
    var faults: [String] = []
    for _ in 0..<100_000 {
      let units = amount(using: &random)
      let basisPoints = Int.random(in: 0...10_000, using: &random)
      let shares = [Rounding.down, .halfEven, .up].map {
        Int128(yuan(units).share(basisPoints: basisPoints, rounding: $0).minorUnits)
      }
      let exact = Int128(units) * Int128(basisPoints)
      let isRight = shares.allSatisfy { share in
        share.magnitude <= units.magnitude && share.signum() * Int128(units).signum() >= 0
          && (share * 10_000 - exact).magnitude < 10_000
      }
      let isOrdered =
        shares[0].magnitude <= shares[1].magnitude && shares[1].magnitude <= shares[2].magnitude
      let isNearest = ((shares[1] * 10_000 - exact) * 2).magnitude <= 10_000
      if !isRight || !isOrdered || !isNearest { faults.append("\(basisPoints) of \(units)") }
    }
    #expect(faults.isEmpty, "\(faults.prefix(3))")
  }

  @Test func `what does not fit 64 bits is refused`() throws {
    #expect(try yuan(.max).times(7, over: 7, rounding: .down) == yuan(.max))
    #expect(try yuan(-600).times(3, over: 6, rounding: .down) == yuan(-300))
    #expect(throws: MoneyError.tooLarge) { try yuan(.max).times(7, over: 6, rounding: .down) }
    #expect(throws: MoneyError.tooLarge) { try yuan(.max).times(.max, over: 1, rounding: .up) }
    #expect(throws: MoneyError.tooLarge) { try yuan(.min).times(-1, over: 1, rounding: .up) }
  }

  private func amount(using random: inout Seeded) -> Int64 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: edges.randomElement(using: &random) ?? 0
    case 1: Int64.random(in: -20...20, using: &random)
    case 2: Int64.random(in: -1_000_000...1_000_000, using: &random)
    default: Int64.random(in: .min ... .max, using: &random)
    }
  }

  private func weight(using random: inout Seeded) -> Int64 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: 0
    case 1: Int64.random(in: 1...5, using: &random)
    case 2: .max - Int64.random(in: 0...2, using: &random)
    default: Int64.random(in: 0 ... .max, using: &random)
    }
  }
}
