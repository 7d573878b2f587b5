/// How long to wait before trying again: doubling, capped, and spread so that what failed
/// together does not come back together.
package enum Backoff {
  package static let first = Duration.seconds(5)
  package static let longest = Duration.hours(6)

  /// Between half of the full delay and all of it.
  package static func delay(
    after attempts: Int, using random: inout some RandomNumberGenerator
  ) -> Duration {
    precondition(attempts > 0, "there is nothing to wait for before the first attempt")
    let doublings = min(attempts - 1, 20)
    let full = min(first.milliseconds << Int64(doublings), longest.milliseconds)
    return .milliseconds(Int64.random(in: full / 2...full, using: &random))
  }
}
