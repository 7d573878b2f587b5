/// The second factor of an account: the secret that it shares with an authenticator app.
package struct Factor: Hashable, Sendable {
  package let account: ID<Account>
  package let secret: [UInt8]
  package let onSince: Instant
  /// The last step whose code was used. An older one is never taken again, and no code twice.
  package private(set) var lastStep: Int64

  package init(account: ID<Account>, secret: [UInt8], onSince: Instant, lastStep: Int64) {
    self.account = account
    self.secret = secret
    self.onSince = onSince
    self.lastStep = lastStep
  }

  /// Nil for a code that was used before, or is older than one that was.
  package func used(at step: Int64) -> Factor? {
    guard step > lastStep else { return nil }
    var factor = self
    factor.lastStep = step
    return factor
  }
}
