import Market
import Store

/// By which whoever tries the demo comes in: a password that stands in the manual. It is only for a
/// market that nobody else can reach.
struct DemoDoors: Sendable {
  static let password = "demo-password-1"
  static let addresses = "seller1@example.com, buyer1@example.com"
  static let sentence =
    "Sign in as \(addresses) or staff (\(staff)) with the password \(password)."
  private static let staff = StaffRole.allCases.map { "\($0.rawValue)@example.com" }
    .joined(separator: ", ")

  /// Made once: with another salt each time the same seed would not make the same market.
  private let hash = PasswordHash(
    text:
      "$argon2id$v=19$m=19456,t=2,p=1$aQI1dwXKnP210B1XvRY0cQ$JEluVo/G28cQ9cH7rLZ7MQBONSoLFM2rx7UQPdQmYoQ"
  )

  func open(for account: Account, at now: Instant, in tx: borrowing Transaction) throws {
    try tx.setPassword(hash, of: account.id, by: .operator, at: now)
    try tx.vouch(forContactsOf: account.id, by: .operator, at: now)
  }
}
