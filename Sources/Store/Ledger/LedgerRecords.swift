import Market

// The ledger's rows as they lie in the tables, for whoever seals or audits them: nothing is
// believed of what stands there beyond its type.

struct AccountRecord {
  let id: Int64
  let party: Int64
  let purpose: String
  let asset: String
  /// Nil when the asset has no row.
  let scale: Int64?
  let custodian: String
  let openedAt: Int64
}

struct RateRecord {
  let id: Int64
  let base: String
  let baseScale: Int64?
  let quote: String
  let quoteScale: Int64?
  let numerator: Int64
  let denominator: Int64
  let source: String
  let at: Int64
}

struct TransferRecord {
  let id: Int64
  let kind: String
  let pending: Int64?
  let at: Int64
  let reason: String
  let noun: String
  let subject: Int64
  let round: Int64
  let rate: Int64?
}

struct PostingRecord {
  let transfer: Int64
  let account: Int64
  let amount: Int64
  let balance: Int64
  let held: Int64
  let previous: Int64?
}

/// Sees the rows of the ledger in the order in which they are sealed: accounts, rates, then each
/// transfer with its postings.
protocol LedgerVisitor: ~Copyable {
  mutating func see(_ account: AccountRecord)
  mutating func see(_ rate: RateRecord)
  mutating func see(_ transfer: TransferRecord)
  mutating func see(_ posting: PostingRecord)
}

enum LedgerWalk {
  /// How many rows are asked for at once; more are never kept.
  static let rowsMax = 1_000
}

extension Reading where Self: ~Copyable {
  /// Shows all accounts after one number up to another, and returns the number of the last.
  func walkAccounts(
    after start: Int64, through end: Int64, _ visitor: inout some LedgerVisitor & ~Copyable
  ) throws {
    var after = start
    var count = LedgerWalk.rowsMax
    while count == LedgerWalk.rowsMax, after < end {
      count = 0
      _ = try run(
        """
        select id, party, purpose, asset, scale, custodian, opened_at
        from ledger_account left join asset on code = asset
        where id > $1 and id <= $2 order by id limit $3
        """, [.int(after), .int(end), .int(Int64(LedgerWalk.rowsMax))]
      ) { row in
        let account = AccountRecord(
          id: try row[0], party: try row[1], purpose: try row[2], asset: try row[3],
          scale: try row[4], custodian: try row[5], openedAt: try row[6])
        visitor.see(account)
        after = account.id
        count += 1
      }
    }
  }

  func walkRates(
    after start: Int64, through end: Int64, _ visitor: inout some LedgerVisitor & ~Copyable
  ) throws {
    var after = start
    var count = LedgerWalk.rowsMax
    while count == LedgerWalk.rowsMax, after < end {
      count = 0
      _ = try run(
        """
        select rate.id, base, b.scale, quote, q.scale, numerator, denominator, source, at
        from rate left join asset b on b.code = base left join asset q on q.code = quote
        where rate.id > $1 and rate.id <= $2 order by rate.id limit $3
        """, [.int(after), .int(end), .int(Int64(LedgerWalk.rowsMax))]
      ) { row in
        let rate = RateRecord(
          id: try row[0], base: try row[1], baseScale: try row[2], quote: try row[3],
          quoteScale: try row[4], numerator: try row[5], denominator: try row[6],
          source: try row[7], at: try row[8])
        visitor.see(rate)
        after = rate.id
        count += 1
      }
    }
  }

  /// Each transfer, and after it its postings. A posting without its transfer comes where its
  /// transfer would.
  func walkTransfers(
    after start: Int64, through end: Int64, _ visitor: inout some LedgerVisitor & ~Copyable
  ) throws {
    var after = start
    var transfers: [TransferRecord] = []
    while after < end {
      transfers.removeAll(keepingCapacity: true)
      _ = try run(
        """
        select id, kind, pending, at, reason, noun, subject, round, rate from ledger_transfer
        where id > $1 and id <= $2 order by id limit $3
        """, [.int(after), .int(end), .int(Int64(LedgerWalk.rowsMax))]
      ) { row in
        transfers.append(
          TransferRecord(
            id: try row[0], kind: try row[1], pending: try row[2], at: try row[3],
            reason: try row[4], noun: try row[5], subject: try row[6], round: try row[7],
            rate: try row[8]))
      }
      let isLast = transfers.count < LedgerWalk.rowsMax
      let through = isLast ? end : transfers.last?.id ?? end
      try walkPostings(after: after, through: through, beside: transfers, &visitor)
      after = through
    }
  }

  private func walkPostings(
    after start: Int64, through end: Int64, beside transfers: [TransferRecord],
    _ visitor: inout some LedgerVisitor & ~Copyable
  ) throws {
    var shown = 0
    _ = try run(
      """
      select transfer, account, amount, balance, held, previous from ledger_posting
      where transfer > $1 and transfer <= $2 order by transfer, account
      """, [.int(start), .int(end)]
    ) { row in
      let posting = PostingRecord(
        transfer: try row[0], account: try row[1], amount: try row[2], balance: try row[3],
        held: try row[4], previous: try row[5])
      while shown < transfers.count, transfers[shown].id <= posting.transfer {
        visitor.see(transfers[shown])
        shown += 1
      }
      visitor.see(posting)
    }
    for transfer in transfers[shown...] { visitor.see(transfer) }
  }

  /// The last of each kind that there is.
  func ledgerEnd() throws -> LedgerBlock.Reach {
    LedgerBlock.Reach(
      accounts: try row("select coalesce(max(id), 0) from ledger_account") { try $0[0] } ?? 0,
      transfers: try row("select coalesce(max(id), 0) from ledger_transfer") { try $0[0] } ?? 0,
      rates: try row("select coalesce(max(id), 0) from rate") { try $0[0] } ?? 0)
  }
}
