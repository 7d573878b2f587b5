import CSQLite
import Foundation
import Market
import Proving
import Store

private let clients = 64
private let accountCount: Int64 = 2_000

/// Where the benches of the ledger work: a market with accounts that have money.
private struct LedgerGround: Sendable {
  let folder: TemporaryFolder
  let path: String
  let store: Store
  let accounts: [ID<LedgerAccount>]

  init() async throws {
    folder = try TemporaryFolder(in: FileManager.default.currentDirectoryPath + "/.build")
    path = folder.file("market.db")
    let address = Address.sqlite(path: path)
    let moment = Instant(milliseconds: 0)
    _ = try Database.create(at: address, at: moment)
    store = try Store(at: address)
    accounts = try await store.write { tx in
      let outside = try tx.ledgerAccount(
        for: .init(.house, .outside, .cny, at: .sandbox), at: moment)
      return try (1...accountCount).map { party in
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
    let taker = accounts[(number * 7_919 + 1 + number % 997) % accounts.count]
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

/// Transfers beside small plain transactions, in turn on one file.
func ledgerTransfers() async throws -> [Figure] {
  let ground = try await LedgerGround()
  let store = ground.store
  var next = 0
  var plain = 0
  var ours: [Double] = []
  var theirs: [Double] = []
  for round in 0..<6 {
    let small = try await rate(for: .seconds(2), from: plain) { try await smallWrite(store, 0, $0) }
    let transfers = try await rate(for: .seconds(2), from: next) { number in
      try await store.write { try ground.pay(number, in: $0) }
    }
    plain = small.done
    next = transfers.done
    // The first round warms up.
    if round > 0 {
      theirs.append(small.perSecond)
      ours.append(transfers.perSecond)
    }
  }
  await store.close()
  let (mine, other) = (ours.sorted()[2], theirs.sorted()[2])
  return [
    Figure(
      name: "ledger-transfers", value: mine, unit: "durable transfers/s with 64 clients",
      ratio: mine / other, against: "small plain transactions on the same file (\(Int(other))/s)")
  ]
}
