import Outside
import Proving
import Synchronization
import Testing

@Suite struct RetryTests {
  struct Fault: Retriable, Equatable {
    let number: Int
    var isTransient = true
  }

  final class Sleeper: Sendable {
    let slept = Mutex<[Duration]>([])
    var delays: [Duration] { slept.withLock { $0 } }
    var retry: Retry { Retry { delay in self.slept.withLock { $0.append(delay) } } }
  }

  let sleeper = Sleeper()

  /// Fails this often, then gives the number of the attempt.
  private func attempt(
    _ retry: Retry, failing count: Int, isTransient: Bool = true, seed: UInt64 = 1
  ) throws(Fault) -> Int {
    var random = Seeded(seed)
    var attempts = 0
    return try retry.run(using: &random) { () throws(Fault) in
      attempts += 1
      if attempts <= count { throw Fault(number: attempts, isTransient: isTransient) }
      return attempts
    }
  }

  @Test func `what goes well is done once`() throws {
    #expect(try attempt(sleeper.retry, failing: 0) == 1)
    #expect(sleeper.delays.isEmpty)
  }

  @Test func `what may pass is tried again`() throws {
    #expect(try attempt(sleeper.retry, failing: 4) == 5)
    #expect(sleeper.delays.count == 4)
  }

  @Test func `the last error is thrown when no attempt is left`() {
    #expect(throws: Fault(number: 5)) { try attempt(sleeper.retry, failing: 5) }
    #expect(sleeper.delays.count == 4)
  }

  @Test func `what does not pass is not tried again`() {
    #expect(throws: Fault(number: 1, isTransient: false)) {
      try attempt(sleeper.retry, failing: 1, isTransient: false)
    }
    #expect(sleeper.delays.isEmpty)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `delays double up to the longest and are spread`(seed: UInt64) throws {
    var retry = sleeper.retry
    (retry.attemptsMax, retry.first, retry.longest) = (80, .seconds(1), .seconds(10))
    #expect(try attempt(retry, failing: 79, seed: seed) == 80)
    let full = [1, 2, 4, 8] + Array(repeating: 10, count: 75)
    for (delay, seconds) in zip(sleeper.delays, full) {
      #expect(delay >= .seconds(seconds) / 2 && delay <= .seconds(seconds))
    }
    #expect(Set(sleeper.delays).count > 70)
  }
}
