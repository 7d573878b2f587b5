import CSQLite
import Foundation
import Market
import Proving
import Store

private let clients = 64
private let rounds = 9
/// A long ledger, in postings.
private let rowCount = 1_000_000

/// Where the benches of the ledger work: a market with accounts that have money.
private struct LedgerGround: Sendable {
  let folder: TemporaryFolder
  let path: String
  let store: Store
  let accounts: [ID<LedgerAccount>]

  init(accounts count: Int64) async throws {
    folder = try TemporaryFolder(in: FileManager.default.currentDirectoryPath + "/.build")
    path = folder.file("market.db")
    let address = Address.sqlite(path: path)
    let moment = Instant(milliseconds: 0)
    _ = try Database.create(at: address, at: moment)
    store = try Store(at: address)
    accounts = try await store.write { tx in
      let outside = try tx.ledgerAccount(
        for: .init(.house, .outside, .cny, at: .sandbox), at: moment)
      return try (1...count).map { party in
        let wallet = try tx.ledgerAccount(
          for: .init(.party(party), .wallet, .cny, at: .sandbox), at: moment)
        try tx.transfer(
          Movement(1_000_000_000, from: outside.id, to: wallet.id),
          because: Reason("bench.fund", .ledgerAccount, party), at: moment)
        return wallet.id
      }
    }.value
  }

  /// One of many payments, chosen by its number.
  func pay(_ number: Int, in tx: borrowing Transaction) throws {
    let giver = accounts[number * 7_919 % accounts.count]
    let taker = accounts[(number * 7_919 + 1 + number % (accounts.count - 1)) % accounts.count]
    try tx.transfer(
      Movement(100, from: giver, to: taker),
      because: Reason("bench.pay", .outgoing, Int64(number)),
      at: Instant(milliseconds: Int64(number)))
  }

  /// Many in each transaction: what lies there is the same.
  func grow(from start: Int, to end: Int) async throws {
    for first in stride(from: start, to: end, by: 500) {
      try await store.write { tx in
        for number in first..<min(end, first + 500) { try pay(number, in: tx) }
      }
    }
  }
}

extension LedgerGround {
  fileprivate func payments(
    for span: Duration, from start: Int
  ) async throws -> (perSecond: Double, done: Int) {
    try await rate(for: span, from: start) { number in
      try await store.write { try pay(number, in: $0) }
    }
  }
}

/// Transactions a second, of 64 clients at once for a while, each numbered after the one before.
private func rate(
  for span: Duration, from start: Int, _ body: @escaping @Sendable (Int) async throws -> Void
) async throws -> (perSecond: Double, done: Int) {
  let clock = ContinuousClock()
  let begin = clock.now
  let end = begin + span
  let done = try await withThrowingTaskGroup(of: Int.self, returning: (sum: Int, most: Int).self) {
    group in
    for client in 0..<clients {
      group.addTask {
        var done = 0
        while clock.now < end {
          try await body(start + done * clients + client)
          done += 1
        }
        return done
      }
    }
    return try await group.reduce(into: (sum: 0, most: 0)) { all, done in
      all = (all.sum + done, max(all.most, done))
    }
  }
  return (Double(done.sum) / ((clock.now - begin) / .seconds(1)), start + done.most * clients)
}

/// Transfers beside small plain transactions, in turn on one file: the disk's speed changes by the
/// second, and the ratio is of neighbours.
func ledgerTransfers() async throws -> [Figure] {
  let ground = try await LedgerGround(accounts: 2_000)
  let store = ground.store
  var next = 0
  var plain = 0
  var pairs: [(ours: Double, theirs: Double)] = []
  for round in 0...rounds {
    let small = try await rate(for: .seconds(1), from: plain) { try await smallWrite(store, 0, $0) }
    let transfers = try await ground.payments(for: .seconds(1), from: next)
    plain = small.done
    next = transfers.done
    // The first round warms up.
    if round > 0 { pairs.append((transfers.perSecond, small.perSecond)) }
  }
  await store.close()
  return [figure("ledger-transfers", pairs, "small plain transactions on the same file")]
}

/// Transfers at the end of a long ledger, beside those of one that has just begun.
func ledgerFlat() async throws -> [Figure] {
  let long = try await LedgerGround(accounts: 300)
  var next = rowCount / 2
  try await long.grow(from: 0, to: next)
  var pairs: [(ours: Double, theirs: Double)] = []
  for round in 0...rounds {
    let fresh = try await LedgerGround(accounts: 300)
    let young = try await fresh.payments(for: .seconds(1), from: 0)
    await fresh.store.close()
    let old = try await long.payments(for: .seconds(1), from: next)
    next = old.done
    if round > 0 { pairs.append((old.perSecond, young.perSecond)) }
  }
  await long.store.close()
  return [figure("ledger-flat", pairs, "the rate from a thousand rows on")]
}

private func figure(
  _ name: String, _ pairs: [(ours: Double, theirs: Double)], _ against: String
) -> Figure {
  func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
  return Figure(
    name: name, value: median(pairs.map(\.ours)), unit: "durable transfers/s with 64 clients",
    ratio: median(pairs.map { $0.ours / $0.theirs }),
    against: "\(against) (\(Int(median(pairs.map(\.theirs))))/s)")
}

/// An audit of a million postings, beside a loop in C that reads the same table and nothing else.
func ledgerAudit() async throws -> [Figure] {
  let ground = try await LedgerGround(accounts: 2_000)
  try await ground.grow(from: 0, to: rowCount / 2)
  _ = try await ground.store.seal(at: Instant(milliseconds: 1))
  await ground.store.close()
  var ours: [Double] = []
  var bare: [Double] = []
  for _ in 0..<5 {
    let start = ContinuousClock.now
    let audit = try LedgerAudit.examine(.sqlite(path: ground.path))
    ours.append((ContinuousClock.now - start) / .seconds(1))
    guard audit.faults.isEmpty, audit.postings > rowCount, audit.unsealed.transfers == 0 else {
      throw ProvingError.failed("\(audit.faults)")
    }
    bare.append(try bareScan(ground.path))
  }
  let (mine, other) = (ours.sorted()[2], bare.sorted()[2])
  return [
    Figure(
      name: "ledger-audit", value: mine, unit: "s for an audit of a million postings",
      ratio: mine / other,
      against: "a bare sqlite3 scan of the same postings (\(Int(other * 1_000)) ms)")
  ]
}

private func bareScan(_ path: String) throws -> Double {
  var database: OpaquePointer?
  var statement: OpaquePointer?
  let text = "select transfer, account, amount, balance, held, previous from ledger_posting"
  guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == 0,
    jishi_sqlite_flag(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) == 0,
    sqlite3_exec(database, "pragma cache_size = -8192; begin", nil, nil, nil) == 0,
    sqlite3_prepare_v2(database, text, -1, &statement, nil) == 0
  else { throw ProvingError.failed("sqlite3: \(String(cString: sqlite3_errmsg(database)))") }
  defer {
    sqlite3_finalize(statement)
    sqlite3_close_v2(database)
  }
  let start = ContinuousClock.now
  var sum: Int64 = 0
  var count = 0
  while sqlite3_step(statement) == SQLITE_ROW {
    for column: Int32 in 0..<6 { sum &+= sqlite3_column_int64(statement, column) }
    count += 1
  }
  precondition(count > rowCount && sum != 0)
  return (ContinuousClock.now - start) / .seconds(1)
}
