/// The identity of one `Entity` inside the marketplace: small, dense and in order of commit.
///
/// It never leaves the house in a place where guessing the next one would help somebody; there
/// a `PublicID` stands instead.
package struct ID<Entity>: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension ID: CustomStringConvertible {
  package var description: String { String(number) }
}

/// A thing that is numbered: its ids come from the counter of its noun.
package protocol Entity {
  static var noun: Noun { get }
}

/// Every kind of thing that is numbered or whose changes are logged, under the one name it has
/// in each layer.
package enum Noun: String, CaseIterable, Sendable {
  case account
  case audit
  case category
  case challenge
  case change
  case gig
  case gigVersion = "gig_version"
  case invitation
  case ledgerAccount = "ledger_account"
  case ledgerBlock = "ledger_block"
  case ledgerTransfer = "ledger_transfer"
  case media
  case order
  case outgoing
  case party
  case portfolioItem = "portfolio_item"
  case profile
  case queuedTask = "queued_task"
  case rate
  /// The company of a gig, by the number of the gig.
  case related
  case report
  case review
  case ruleVersion = "rule_version"
  case securityEvent = "security_event"
  case session
  case setting
  case shareCard = "share_card"
  case skill
  case tag
}
