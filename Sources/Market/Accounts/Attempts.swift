/// How often something was tried that should rarely fail, and how long to wait for the next try.
///
/// The first few are free, since people mistype. Then the pauses double, up to one that a person can
/// still wait for and that leaves a program some hundred guesses a day. What was long ago is forgiven.
package struct Attempts: Hashable, Sendable {
  package let count: Int
  package let lastAt: Instant

  package init(count: Int, lastAt: Instant) {
    self.count = count
    self.lastAt = lastAt
  }

  package struct Limit: Hashable, Sendable {
    package let free: Int
    package let firstPause: Duration
    package let longestPause: Duration
    package let forgivenAfter: Duration

    /// Guesses of a password.
    package static let password = Limit(
      free: 5, firstPause: .minutes(1), longestPause: .minutes(15), forgivenAfter: .hours(24))
    /// Letters and text messages that anybody can have sent to somebody.
    package static let sending = Limit(
      free: 5, firstPause: .minutes(10), longestPause: .hours(6), forgivenAfter: .hours(24))
    /// Invitations of one member to whomever.
    package static let inviting = Limit(
      free: 20, firstPause: .minutes(30), longestPause: .hours(12), forgivenAfter: .hours(24))
    /// Codes of an authenticator app and backup codes: a million and more, but five tries a
    /// challenge could be had again and again.
    package static let second = Limit(
      free: 10, firstPause: .minutes(5), longestPause: .hours(1), forgivenAfter: .hours(24))
  }

  /// Nil when one may be made now.
  package func wait(by limit: Limit, at now: Instant) -> Instant? {
    // A moment that has yet to come was written before somebody set the clock back.
    let lastAt = min(lastAt, now)
    guard count >= limit.free, now - lastAt < limit.forgivenAfter else { return nil }
    let doublings = Int64(min(count - limit.free, 16))
    let pause = min(
      limit.firstPause.milliseconds << doublings, limit.longestPause.milliseconds)
    let until = lastAt + .milliseconds(pause)
    return now < until ? until : nil
  }

  package func one(more limit: Limit, at now: Instant) -> Attempts {
    let isForgiven = now - lastAt >= limit.forgivenAfter
    return Attempts(count: isForgiven ? 1 : count + 1, lastAt: now)
  }
}
