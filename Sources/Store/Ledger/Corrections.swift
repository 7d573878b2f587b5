package import Market

extension Transaction {
  /// What staff do to the books by hand. Nothing that was written changes: something is added that
  /// says who wanted it and why. There is one correction for each case.
  @discardableResult
  package func correctBooks(
    _ movement: Movement, case number: Int64, because reason: String, by actor: Actor,
    at now: Instant
  ) throws -> LedgerTransfer {
    try actor.must(.keepBooks, or: LedgerError.self)
    guard reason.isText(atMost: Gig.reasonCharactersMax) else {
      throw LedgerError.unfit("the reason")
    }
    let before = position()
    let transfer = try transfer(
      movement, because: Reason("correction", .ledgerTransfer, number), at: now)
    // Asked again, it was done and noted before.
    guard position() > before else { return transfer }
    try note("correct", .ledgerTransfer, transfer.id.number, by: actor, at: now, detail: reason)
    return transfer
  }
}
