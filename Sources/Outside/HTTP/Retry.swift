import Market

/// An error that knows whether another try may go well.
package protocol Retriable: Error {
  var isTransient: Bool { get }
}

/// Tries again what failed for a reason that may pass, after a while that doubles each time and is
/// spread, so that what failed together does not come back together.
package struct Retry: Sendable {
  package var attemptsMax = 5
  package var first = Duration.milliseconds(500)
  package var longest = Duration.seconds(30)
  private let sleep: @Sendable (Duration) -> Void

  /// `sleep` waits on the thread that calls it.
  package init(sleep: @escaping @Sendable (Duration) -> Void) { self.sleep = sleep }

  /// The last error is thrown when all attempts failed.
  package func run<Value, Failure: Retriable>(
    using random: inout some RandomNumberGenerator, _ attempt: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var failed = 0
    while true {
      do throws(Failure) {
        return try attempt()
      } catch {
        failed += 1
        guard error.isTransient, failed < attemptsMax else { throw error }
        sleep(delay(after: failed, using: &random))
      }
    }
  }

  /// Between half of the full delay and all of it.
  func delay(after failed: Int, using random: inout some RandomNumberGenerator) -> Duration {
    let doublings = min(failed - 1, 20)
    let full = min(first.milliseconds << Int64(doublings), longest.milliseconds)
    return .milliseconds(Int64.random(in: full / 2...full, using: &random))
  }
}
