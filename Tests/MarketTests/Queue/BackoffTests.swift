import Market
import Proving
import Testing

@Suite struct BackoffTests {
  @Test(arguments: fullSeconds)
  func `after some attempts it waits between half and all of a capped doubling`(
    attempts: Int, seconds: Int64
  ) {
    var random = Seeded(UInt64(attempts))
    let delays = (0..<2_000).map { _ in
      Backoff.delay(after: attempts, using: &random).milliseconds
    }
    let full = seconds * 1_000
    #expect(delays.allSatisfy { (full / 2...full).contains($0) })
    // Spread over all of it: both ends are nearly reached.
    #expect((delays.min() ?? full) < full * 52 / 100)
    #expect((delays.max() ?? 0) > full * 98 / 100)
  }
}

/// The full delay in seconds, by the number of attempts.
private let fullSeconds: [(Int, Int64)] = [
  (1, 5), (2, 10), (3, 20), (4, 40), (12, 10_240), (13, 20_480), (14, 21_600), (15, 21_600),
  (21, 21_600), (22, 21_600), (1_000_000, 21_600),
]
