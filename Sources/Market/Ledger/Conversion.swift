/// Money of one asset for money of another, by a rate that was recorded.
package struct Conversion: Hashable, Sendable {
  package let giver: ID<LedgerAccount>
  package let taker: ID<LedgerAccount>
  /// In the giver's asset.
  package let minorUnits: Int64
  package let rate: ID<Rate>

  package init(
    _ minorUnits: Int64, from giver: ID<LedgerAccount>, to taker: ID<LedgerAccount>,
    by rate: ID<Rate>
  ) {
    self.giver = giver
    self.taker = taker
    self.minorUnits = minorUnits
    self.rate = rate
  }
}

extension Conversion {
  /// Through the house's exchange accounts in both assets, so that each asset stays in balance.
  package func movement(
    by rate: Rate, from giver: LedgerAccount, through entry: LedgerAccount,
    and exit: LedgerAccount, to taker: LedgerAccount
  ) throws(LedgerError) -> Movement {
    let given = Money(minorUnits: minorUnits, giver.key.asset)
    let taken = try rate.converting(given, to: taker.key.asset)
    return try Movement([
      Posting(giver.id, -given.minorUnits), Posting(entry.id, given.minorUnits),
      Posting(exit.id, -taken.minorUnits), Posting(taker.id, taken.minorUnits),
    ])
  }
}
