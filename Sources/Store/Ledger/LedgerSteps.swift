extension Schema {
  static let theLedger = Migration(
    number: 5, name: "the ledger",
    statements: [
      "create table asset (code TEXT primary key, scale INT not null)",
      """
      create table ledger_account (
        id ID, party INT not null, purpose TEXT not null, asset TEXT not null,
        custodian TEXT not null, opened_at INT not null, balance INT not null, held INT not null,
        last_transfer INT, unique (party, purpose, asset, custodian), check (held >= 0))
      """,
      // The key of meaning rises with the numbers of what it is about, so its index grows at a few
      // edges and stays as quick when it is large.
      """
      create table ledger_transfer (
        id ID, kind TEXT not null, pending INT, at INT not null, reason TEXT not null,
        noun TEXT not null, subject INT not null, round INT not null, rate INT,
        unique (reason, noun, subject, round),
        check (kind in ('moved', 'pending', 'posted', 'voided')),
        check ((pending is not null) = (kind in ('posted', 'voided'))))
      """,
      """
      create unique index ledger_transfer_pending on ledger_transfer (pending)
      where pending is not null
      """,
      """
      create table ledger_posting (
        transfer INT not null, account INT not null, amount INT not null, balance INT not null,
        held INT not null, previous INT, primary key (transfer, account))
      """,
      """
      create table ledger_block (
        id ID, at INT not null, accounts INT not null, transfers INT not null,
        rates INT not null, previous BYTES not null, digest BYTES not null)
      """,
      """
      create table rate (
        id ID, base TEXT not null, quote TEXT not null, numerator INT not null,
        denominator INT not null, source TEXT not null, at INT not null)
      """,
      "create index rate_pair on rate (base, quote, id)",
    ])
}
