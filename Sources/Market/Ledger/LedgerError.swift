/// Why the ledger refuses something. Nothing was changed.
package enum LedgerError: Refusing, Hashable {
  case refused(Refusal)
  /// The postings in this asset do not sum to zero.
  case unbalanced(String)
  case insufficient(ID<LedgerAccount>, available: Int64, wanted: Int64)
  case unknownAccount(ID<LedgerAccount>)
  case unknownTransfer(ID<LedgerTransfer>)
  case unknownRate(ID<Rate>)
  /// Somebody has posted or voided the pending transfer before.
  case alreadyEnded(ID<LedgerTransfer>)
  case notPending(ID<LedgerTransfer>)
  /// The first transfer for this reason was about something else.
  case otherContent(ID<LedgerTransfer>)
  /// It does not fit 64 bits.
  case tooLarge
  /// Nothing would be moved.
  case empty
  case twiceOneAccount(ID<LedgerAccount>)
  /// More than `Movement.postingsMax`.
  case tooManyPostings(Int)
  /// More than was pending for this account, or the other way.
  case beyondPending(ID<LedgerAccount>)
  /// The rate is not between these two.
  case otherAssets(String, String)
  /// The asset is known with another number of decimals.
  case otherScale(String, known: Int)
  /// The account does not hold what its transfers have reserved; an audit tells more.
  case damaged(ID<LedgerAccount>)
  /// A name or number that cannot be kept.
  case unfit(String)
}
