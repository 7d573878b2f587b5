/// What happened on the ledger, once and for ever. Ending a pending transfer is a transfer too.
package struct LedgerTransfer: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case moved
    /// What leaves is reserved; what arrives waits.
    case pending
    case posted(ID<LedgerTransfer>)
    case voided(ID<LedgerTransfer>)
  }

  package let id: ID<LedgerTransfer>
  package let kind: Kind
  package let at: Instant
  package let reason: Reason
  /// By which a conversion was calculated.
  package let rate: ID<Rate>?
  /// In the order of accounts.
  package let lines: [LedgerLine]

  package init(
    id: ID<LedgerTransfer>, kind: Kind, at: Instant, reason: Reason, rate: ID<Rate>? = nil,
    lines: [LedgerLine]
  ) {
    self.id = id
    self.kind = kind
    self.at = at
    self.reason = reason
    self.rate = rate
    self.lines = lines
  }
}

extension LedgerTransfer: Entity {
  package static let noun = Noun.ledgerTransfer
}

/// Why there is a transfer. There is one for each reason: asking again changes nothing.
package struct Reason: Hashable, Sendable {
  package static let nameBytesMax = 48

  /// What was done, such as `escrow.release`.
  package let name: String
  /// To which thing.
  package let noun: Noun
  package let subject: Int64
  /// Which time, where the same can be done to the same thing again.
  package let round: Int64

  package init(_ name: String, _ noun: Noun, _ subject: Int64, round: Int64 = 0) {
    self.name = name
    self.noun = noun
    self.subject = subject
    self.round = round
  }

  package func checked() throws(LedgerError) -> Reason {
    guard name.isName(upTo: Self.nameBytesMax, besides: ".-_") else {
      throw .unfit("the reason “\(name)”")
    }
    return self
  }
}

/// What one transfer does to one account; below zero it takes.
package struct Posting: Hashable, Sendable {
  package let account: ID<LedgerAccount>
  package let amount: Int64

  package init(_ account: ID<LedgerAccount>, _ amount: Int64) {
    self.account = account
    self.amount = amount
  }
}

/// A line of an account's passbook: what a transfer did, and how the account stood after it.
package struct LedgerLine: Hashable, Sendable {
  package let account: ID<LedgerAccount>
  package let amount: Int64
  package let balance: Int64
  package let held: Int64
  /// The transfer of the line before this one, by which a statement is read backwards.
  package let previous: ID<LedgerTransfer>?

  package init(
    account: ID<LedgerAccount>, amount: Int64, balance: Int64, held: Int64,
    previous: ID<LedgerTransfer>?
  ) {
    self.account = account
    self.amount = amount
    self.balance = balance
    self.held = held
    self.previous = previous
  }

  package var posting: Posting { Posting(account, amount) }
}
