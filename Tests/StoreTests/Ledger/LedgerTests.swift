import Market
import Testing

@testable import Store

@Suite struct LedgerTests {
  /// Does everything in one transaction of a fresh market.
  private func market(
    _ engine: Engine, _ body: @escaping @Sendable (borrowing Transaction) throws -> Void
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in try await store.write(body) }
    #expect(try ground.audit().faults == [])
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `an account is opened once`(engine: Engine) async throws {
    try await market(engine) { tx in
      let wallet = try tx.account(.party(3), .wallet)
      #expect(try tx.account(.party(3), .wallet) == wallet)
      #expect(try tx.account(.party(3), .escrow) != wallet)
      #expect(try tx.account(.party(3), .wallet, at: .wechat) != wallet)
      #expect(try tx.account(.party(3), .wallet, jpy) != wallet)
      #expect(try tx.ledgerAccounts(of: .party(3)).count == 4)
      #expect(throws: LedgerError.otherScale("CNY", known: 2)) {
        try tx.account(.party(3), .wallet, Asset(code: "CNY", scale: 4))
      }
      #expect(throws: LedgerError.self) {
        try tx.account(.party(0), .wallet, Asset(code: "", scale: 0))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a statement is read backwards, page by page`(engine: Engine) async throws {
    try await market(engine) { tx in
      let wallet = try tx.wallet(1, 1_000)
      let fees = try tx.account(.house, .fees)
      for round in 1...5 {
        try tx.transfer(
          Movement(Int64(round), from: wallet, to: fees),
          because: Reason("fee", .outgoing, 1, round: Int64(round)), at: now)
      }
      let page = try tx.statement(of: wallet, atMost: 4)
      #expect(page.map(\.line.amount) == [-5, -4, -3, -2])
      #expect(page.map(\.line.balance) == [985, 990, 994, 997])
      let rest = try tx.statement(of: wallet, before: page.last?.transfer, atMost: 4)
      #expect(rest.map(\.line.amount) == [-1, 1_000])
      #expect(rest.map(\.reason.name) == ["fee", "fund"])
      #expect(try tx.statement(of: wallet, before: rest.last?.transfer, atMost: 4) == [])
      #expect(try tx.statement(of: ID(99), atMost: 4) == [])
      #expect(try tx.statement(of: wallet, atMost: 0) == [])
    }
  }

  @Test(arguments: Engine.all)
  func `the same reason gives the first transfer, also when it could not be done again`(
    engine: Engine
  ) async throws {
    try await market(engine) { tx in
      let wallet = try tx.wallet(1, 100)
      let fees = try tx.account(.house, .fees)
      let reason = Reason("fee", .outgoing, 1)
      let first = try tx.transfer(Movement(100, from: wallet, to: fees), because: reason, at: now)
      let again = try tx.transfer(
        Movement(100, from: wallet, to: fees), because: reason, at: now + .days(1))
      #expect(again == first)
      #expect(try tx.ledgerTransfer(first.id) == first)
      #expect(throws: LedgerError.otherContent(first.id)) {
        try tx.transfer(Movement(99, from: wallet, to: fees), because: reason, at: now)
      }
      #expect(throws: LedgerError.otherContent(first.id)) {
        try tx.hold(Movement(100, from: wallet, to: fees), because: reason, at: now)
      }
      #expect(try tx.balance(of: .init(.house, .fees, cny, at: .sandbox)).balance.minorUnits == 100)
    }
  }

  @Test(arguments: Engine.all)
  func `a pending transfer is posted in part, once, and voided never after`(
    engine: Engine
  ) async throws {
    try await market(engine) { tx in
      let wallet = try tx.wallet(1, 100)
      let fees = try tx.account(.house, .fees)
      let held = try tx.hold(
        Movement(80, from: wallet, to: fees), because: Reason("hold", .outgoing, 1), at: now)
      #expect(try tx.ledgerAccount(wallet)?.available == 20)
      #expect(throws: LedgerError.insufficient(wallet, available: 20, wanted: 21)) {
        try tx.transfer(
          Movement(21, from: wallet, to: fees), because: Reason("spend", .outgoing, 1), at: now)
      }
      let taken = [Posting(wallet, -30), Posting(fees, 30)]
      let reason = Reason("take", .outgoing, 1)
      let posted = try tx.post(held.id, taking: taken, because: reason, at: now)
      #expect(try tx.ledgerAccount(wallet)?.available == 70)
      #expect(try tx.post(held.id, taking: taken, because: reason, at: now) == posted)
      #expect(throws: LedgerError.alreadyEnded(held.id)) {
        try tx.void(held.id, because: Reason("void", .outgoing, 1), at: now)
      }
      #expect(throws: LedgerError.notPending(posted.id)) {
        try tx.void(posted.id, because: Reason("void", .outgoing, 2), at: now)
      }
      #expect(throws: LedgerError.unknownTransfer(ID(77))) {
        try tx.post(ID(77), because: Reason("take", .outgoing, 2), at: now)
      }
      #expect(try tx.isEnded(held.id))
    }
  }

  @Test(arguments: Engine.all)
  func `money is converted through the house`(engine: Engine) async throws {
    try await market(engine) { tx in
      let wallet = try tx.wallet(1, 10_000)
      let yen = try tx.account(.party(1), .wallet, jpy)
      let rate = try tx.setRate(cny, in: jpy, 2_113, per: 100, from: "bank", by: .operator, at: now)
      let conversion = Conversion(10_000, from: wallet, to: yen, by: rate.id)
      let reason = Reason("convert", .outgoing, 1)
      let done = try tx.convert(conversion, because: reason, at: now)
      #expect(done.lines.count == 4 && done.rate == rate.id)
      // A hundred yuan at 21.13 yen.
      #expect(try tx.ledgerAccount(yen)?.balance == 2_113)
      #expect(try tx.convert(conversion, because: reason, at: now) == done)
      #expect(try tx.latestRate(cny, in: jpy) == rate)
      #expect(throws: LedgerError.unknownRate(ID(9))) {
        try tx.convert(
          Conversion(1, from: wallet, to: yen, by: ID(9)), because: Reason("convert", .outgoing, 2),
          at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `an account that makes no sense is refused, not believed`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let wallet = try await store.write { tx in try tx.wallet(1, 100) }.value
      try ground.tamper(
        "update ledger_account set balance = -9223372036854775808, held = 1 where id = 2")
      await #expect(throws: StoreError.self) {
        try await store.read { try $0.ledgerAccount(wallet)?.available }
      }
    }
    #expect(!(try ground.audit().faults.isEmpty))
  }

  @Test(arguments: Engine.all)
  func `an account that does not exist is refused, and nothing is left`(
    engine: Engine
  ) async throws {
    try await market(engine) { tx in
      let wallet = try tx.wallet(1, 100)
      #expect(throws: LedgerError.unknownAccount(ID(50))) {
        try tx.transfer(
          Movement(1, from: wallet, to: ID(50)), because: Reason("pay", .outgoing, 1), at: now)
      }
      #expect(try tx.ledgerTransfer(because: Reason("pay", .outgoing, 1)) == nil)
      #expect(try tx.ledgerAccount(wallet)?.balance == 100)
    }
  }

  /// Another form would make every ledger that was sealed before look forged. The digest was
  /// calculated from the description of `BlockDigest` by another program.
  @Test(arguments: Engine.all)
  func `the form in which rows are sealed never changes`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        let wallet = try tx.wallet(1, 10_000)
        let yen = try tx.account(.party(1), .wallet, jpy)
        let rate = try tx.setRate(
          cny, in: jpy, 2_113, per: 100, from: "bank", by: .operator, at: now)
        try tx.convert(
          Conversion(10_000, from: wallet, to: yen, by: rate.id),
          because: Reason("convert", .outgoing, 1), at: now)
        let held = try tx.hold(
          Movement(13, from: yen, to: tx.account(.house, .fees, jpy)),
          because: Reason("hold", .outgoing, 1), at: now)
        try tx.void(held.id, because: Reason("hold.void", .outgoing, 1, round: 2), at: now)
        let block = try tx.seal(at: now)
        #expect(
          block?.digest.hexadecimal
            == "c297727748aeb7feb43948a93cb7024f1f0dd32bfe0467457b7a2bfaad464871")
      }
    }
  }

  @Test func `a block takes so much and no more, and what a transfer names goes before it`()
    async throws
  {
    let ground = try Ground(.sqlite)
    let max = LedgerBlock.rowsMax
    try await ground.withStore { store in
      try await store.write { tx in
        for party in 1...(max + 1) { _ = try tx.account(.party(party), .wallet) }
        _ = try tx.wallet(max + 1, 5)
      }
      let blocks = try await store.seal(at: now)
      #expect(
        blocks.map(\.reach) == [
          .init(accounts: max, transfers: 0, rates: 0),
          .init(accounts: max + 2, transfers: 1, rates: 0),
        ])
    }
    #expect(try ground.audit().faults == [])
  }
}
