/// A seal over all that the ledger took in since the block before: whoever changes a row of it later
/// would have to change every digest that followed, also the one that is kept elsewhere.
package struct LedgerBlock: Hashable, Sendable {
  package let id: ID<LedgerBlock>
  package let at: Instant
  /// The last of each kind that is sealed.
  package let reach: Reach
  /// The digest of the block before.
  package let previous: [UInt8]
  package let digest: [UInt8]

  package struct Reach: Hashable, Sendable {
    package var accounts: Int64
    package var transfers: Int64
    package var rates: Int64

    package static let nothing = Reach(accounts: 0, transfers: 0, rates: 0)

    package init(accounts: Int64, transfers: Int64, rates: Int64) {
      self.accounts = accounts
      self.transfers = transfers
      self.rates = rates
    }
  }

  package init(
    id: ID<LedgerBlock>, at: Instant, reach: Reach, previous: [UInt8], digest: [UInt8]
  ) {
    self.id = id
    self.at = at
    self.reach = reach
    self.previous = previous
    self.digest = digest
  }
}

extension LedgerBlock: Entity {
  package static let noun = Noun.ledgerBlock
}
