import Market
import Proving
import Testing

@testable import Store

/// Changes that no program of ours makes. Each is made in a transaction that is never committed, so
/// that the next one meets the ledger as it was.
@Suite struct LedgerTamperingTests {
  @Test(arguments: Engine.all)
  func `any tampering with what is sealed is found`(engine: Engine) async throws {
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let ground = try await SealedLedger(engine, seed: seed)
    let tamper = try Tamper(on: ground, seed: seed)
    defer { tamper.connection.close() }
    // The server takes its time, and sees nothing that SQLite does not.
    let usual = count("JISHI_TAMPERINGS", or: 300)
    let wanted = engine == .sqlite ? usual : min(usual, 100)
    var tried: [String: Int] = [:]
    var refused = 0
    var done = 0
    while done < wanted {
      guard let (what, faults) = try tamper.once() else {
        refused += 1
        continue
      }
      done += 1
      tried[String(what.prefix { $0 != ":" }), default: 0] += 1
      if faults.isEmpty { Issue.record("seed \(seed): not seen: \(what)") }
    }
    // Of few tamperings a kind may be missing by chance.
    #expect(tried.count >= 6 || done < 300, "seed \(seed): \(tried)")
    #expect(try tamper.audit().faults == [], "seed \(seed): the ledger is as it was")
    print("\(engine): \(done) tamperings, seed \(seed), \(refused) refused by the engine: \(tried)")
  }

  @Test func `sums show what was changed also without a seal`() async throws {
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let ground = try await SealedLedger(.sqlite, seed: seed)
    let tamper = try Tamper(on: ground, seed: seed)
    defer { tamper.connection.close() }
    for statement: SQL in [
      "delete from ledger_block", "delete from counter where name = 'ledger_block'",
    ] {
      _ = try tamper.connection.run(statement, []) { _ in }
    }
    #expect(try tamper.audit(withHead: false).faults == [])
    var done = 0
    while done < 200 {
      let outcome = try tamper.once(withHead: false) { try tamper.changeValue(summedOnly: true) }
      guard let (what, faults) = outcome else { continue }
      done += 1
      if faults.isEmpty { Issue.record("seed \(seed): not seen: \(what)") }
    }
  }

  @Test(arguments: Engine.all)
  func `an end that was written anew is seen by the head alone`(engine: Engine) async throws {
    let ground = try await SealedLedger(engine, seed: 7)
    let tamper = try Tamper(on: ground, seed: 7)
    try tamper.cutTail()
    try tamper.connection.step(.commit)
    tamper.connection.close()
    try await ground.ground.withStore { store in
      try await store.write { tx in
        _ = try tx.wallet(999, 5)
        while try tx.seal(at: now) != nil {}
      }
    }
    #expect(try ground.ground.audit().faults == [])
    let audit = try ground.ground.audit(head: ground.head)
    #expect(!audit.faults.isEmpty)
  }

  /// Why sealing should be quick: nothing else tells a true tail from an invented one.
  @Test(arguments: Engine.all)
  func `what is not sealed can be changed without a trace, and is reported`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        let one = try tx.wallet(1, 100)
        try tx.seal(at: now)
        let two = try tx.account(.party(2), .wallet)
        try tx.transfer(
          Movement(40, from: one, to: two), because: Reason("pay", .outgoing, 7),
          at: now + .seconds(5))
      }
    }
    try ground.tamper("update ledger_transfer set reason = 'gift' where reason = 'pay'")
    let audit = try ground.audit()
    #expect(audit.faults == [])
    #expect(
      audit.unsealed == .init(accounts: 1, rates: 0, transfers: 1, since: now))
    try ground.tamper("update ledger_posting set amount = amount * 2 where transfer = 2")
    #expect(!(try ground.audit().faults.isEmpty), "sums are checked there too")
  }
}

extension LedgerTamperingTests {
  /// Whoever cuts off what is not sealed leaves the counters, unless he thinks of them.
  @Test(arguments: Engine.all)
  func `a counter that is ahead tells of an end that is gone`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        _ = try tx.wallet(1, 100)
        try tx.seal(at: now)
        _ = try tx.setRate(cny, in: jpy, 20, from: "bank", by: .operator, at: now)
        _ = try tx.account(.party(2), .wallet, jpy)
      }
    }
    #expect(try ground.audit().faults == [])
    try ground.tamper("delete from rate")
    #expect(try ground.audit().faults == ["The counter of rate is at 1, but the last is 0."])
    try ground.tamper(
      "delete from ledger_account where id = 3; delete from asset where code = 'JPY'")
    #expect(
      try ground.audit().faults == [
        "The counter of ledger_account is at 3, but the last is 2.",
        "The counter of rate is at 1, but the last is 0.",
      ])
  }
}

/// Some hundred transfers of all kinds, all in blocks, with the heads beside.
struct SealedLedger: Sendable {
  let ground: Ground
  let head: String

  init(_ engine: Engine, seed: UInt64) async throws {
    ground = try Ground(engine)
    let head = ground.folder.file("ledger.head")
    self.head = head
    var audit = try ground.audit()
    try await ground.withStore { store in
      var life = LedgerLife(seed: seed)
      // In a poor life most is refused, so it takes longer.
      var rounds = 0
      while rounds < 5 || rounds < 100 && !Self.hasSomeOfAll(audit) {
        rounds += 1
        life = try await store.write { [life] tx in
          var life = life
          for _ in 0..<100 { try life.operate(in: tx) }
          return life
        }.value
        _ = try await store.seal(at: now)
        _ = try await store.writeHeads(to: head)
        audit = try ground.audit(head: head)
      }
    }
    #expect(audit.faults == [] && audit.unsealed.since == nil && audit.notes == [])
    #expect(Self.hasSomeOfAll(audit), "seed \(seed)")
  }

  private static func hasSomeOfAll(_ audit: LedgerAudit) -> Bool {
    audit.blocks >= 4 && audit.transfers > 200 && audit.open > 0 && audit.rates >= 3
  }
}
