package import Market

/// What one transfer did to one account, with why.
package struct StatementLine: Hashable, Sendable {
  package let transfer: ID<LedgerTransfer>
  package let kind: LedgerTransfer.Kind
  package let at: Instant
  package let reason: Reason
  package let line: LedgerLine
}

extension Reading where Self: ~Copyable {
  /// The latest first, or those before a transfer that was shown. Each line names the one before
  /// it, so this costs the same wherever in the account's history it begins.
  package func statement(
    of account: ID<LedgerAccount>, before shown: ID<LedgerTransfer>? = nil, atMost limit: Int
  ) throws -> [StatementLine] {
    guard limit > 0, let start = try start(of: account, before: shown) else { return [] }
    return try rows(
      """
      with recursive line (transfer, amount, balance, held, previous, place) as (
        select transfer, amount, balance, held, previous, 1 from ledger_posting
        where account = $1 and transfer = $2
        union all
        select older.transfer, older.amount, older.balance, older.held, older.previous, place + 1
        from line join ledger_posting older
          on older.transfer = line.previous and older.account = $1
        where place < $3)
      select id, kind, pending, at, reason, noun, subject, round, amount, balance, held, previous
      from line join ledger_transfer on id = transfer order by id desc
      """, account, start, limit
    ) { row in
      StatementLine(
        transfer: try row[0], kind: try LedgerTransfer.Kind(name: row[1], pending: row[2]),
        at: try row[3],
        reason: Reason(try row[4], try row[5], try row[6], round: try row[7]),
        line: LedgerLine(
          account: account, amount: try row[8], balance: try row[9], held: try row[10],
          previous: try row[11]))
    }
  }

  private func start(
    of account: ID<LedgerAccount>, before shown: ID<LedgerTransfer>?
  ) throws -> ID<LedgerTransfer>? {
    guard let shown else {
      let last = try row("select last_transfer from ledger_account where id = $1", account) {
        try $0[0] as ID<LedgerTransfer>?
      }
      return last ?? nil
    }
    let before = try row(
      "select previous from ledger_posting where transfer = $1 and account = $2", shown, account
    ) { try $0[0] as ID<LedgerTransfer>? }
    return before ?? nil
  }
}
