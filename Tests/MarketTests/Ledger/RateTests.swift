import Foundation
import Proving
import Testing

@testable import Market

@Suite struct RateTests {
  private func rate(
    _ base: Asset, _ quote: Asset, _ up: Int64, _ down: Int64 = 1
  ) throws -> Rate {
    try Rate(
      id: ID(1), base: base, quote: quote, numerator: up, denominator: down, source: "test",
      at: Instant(milliseconds: 0))
  }

  private let jpy = Asset(code: "JPY", scale: 0)
  private let wei = Asset(code: "ETH", scale: 18)

  @Test func `amounts are converted between scales, both ways, rounded down`() throws {
    let rate = try rate(.cny, jpy, 2_113, 100)
    #expect(try rate.converting(Money(minorUnits: 10_000, .cny), to: jpy).minorUnits == 2_113)
    #expect(try rate.converting(Money(minorUnits: 10_099, .cny), to: jpy).minorUnits == 2_133)
    #expect(try rate.converting(Money(minorUnits: 2_113, jpy), to: .cny).minorUnits == 10_000)
    #expect(try rate.converting(Money(minorUnits: 1, jpy), to: .cny).minorUnits == 4)
  }

  @Test func `what comes to nothing, or to too much, or is of other assets, is refused`() throws {
    let rate = try rate(.cny, jpy, 1, 100)
    #expect(throws: LedgerError.empty) {
      try rate.converting(Money(minorUnits: 99, .cny), to: jpy)
    }
    #expect(throws: LedgerError.empty) { try rate.converting(Money(minorUnits: 0, .cny), to: jpy) }
    #expect(throws: LedgerError.empty) {
      try rate.converting(Money(minorUnits: .min, .cny), to: jpy)
    }
    #expect(throws: LedgerError.tooLarge) {
      try rate.converting(Money(minorUnits: .max, jpy), to: .cny)
    }
    #expect(throws: LedgerError.otherAssets("CNY", "CNY")) {
      try rate.converting(Money(minorUnits: 5, .cny), to: .cny)
    }
    // The same name with other decimals is another asset.
    #expect(throws: LedgerError.otherAssets("CNY", "JPY")) {
      try rate.converting(Money(minorUnits: 5, Asset(code: "CNY", scale: 3)), to: jpy)
    }
  }

  @Test func `a product beyond 128 bits is still divided exactly`() throws {
    let rate = try rate(jpy, wei, .max, .max - 1)
    #expect(throws: LedgerError.tooLarge) {
      try rate.converting(Money(minorUnits: .max, jpy), to: wei)
    }
    #expect(
      try rate.converting(Money(minorUnits: 9, jpy), to: wei).minorUnits
        == 9_000_000_000_000_000_000)
    #expect(
      try self.rate(wei, jpy, .max, 1).converting(Money(minorUnits: 1, wei), to: jpy).minorUnits
        == 9)
  }

  @Test func `what a rate cannot be`() throws {
    for (up, down) in [(0, 1), (1, 0), (-1, 1), (1, -1)] as [(Int64, Int64)] {
      #expect(throws: LedgerError.self) { try rate(.cny, jpy, up, down) }
    }
    #expect(throws: LedgerError.otherAssets("CNY", "CNY")) { try rate(.cny, .cny, 1) }
    #expect(throws: LedgerError.unfit("the source “A b”")) {
      try Rate(
        id: ID(1), base: .cny, quote: jpy, numerator: 1, denominator: 1, source: "A b",
        at: Instant(milliseconds: 0))
    }
  }

  @Test func `there and back is never more than there was`() throws {
    let seed = UInt64(
      ProcessInfo.processInfo.environment["JISHI_SEED"].flatMap(UInt64.init)
        ?? .random(in: 0...999_999))
    var random = Seeded(seed)
    func number() -> Int64 {
      Int64.random(in: 1...(1 << Int64.random(in: 0...62, using: &random)), using: &random)
    }
    var converted = 0
    for _ in 0..<20_000 {
      let base = Asset(code: "AAA", scale: Int.random(in: 0...18, using: &random))
      let quote = Asset(code: "BBB", scale: Int.random(in: 0...18, using: &random))
      let rate = try rate(base, quote, number(), number())
      let (from, to) = Bool.random(using: &random) ? (base, quote) : (quote, base)
      let money = Money(minorUnits: number(), from)
      guard let there = try? rate.converting(money, to: to) else { continue }
      converted += 1
      guard let back = try? rate.converting(there, to: from) else { continue }
      #expect(back.minorUnits <= money.minorUnits, "seed \(seed): \(money) by \(rate)")
    }
    #expect(converted > 3_000, "seed \(seed)")
  }
}
