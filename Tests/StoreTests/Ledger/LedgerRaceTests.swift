import Market
import Testing

@testable import Store

/// Many at once, through the store as the endpoint uses it.
@Suite struct LedgerRaceTests {
  static let clients = 64

  /// What each client got: the number of a transfer, or why there is none.
  private func race(
    _ store: Store,
    _ body: @escaping @Sendable (borrowing Transaction, Int64) throws -> LedgerTransfer
  ) async -> [Result<Int64, LedgerError>] {
    await withTaskGroup(of: Result<Int64, LedgerError>.self) { group in
      for client in 1...Int64(Self.clients) {
        group.addTask {
          do {
            return .success(try await store.write { try body($0, client).id.number }.value)
          } catch let error as LedgerError {
            return .failure(error)
          } catch {
            Issue.record("\(error)")
            return .failure(.empty)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test(arguments: Engine.all)
  func `of 64 who spend one balance exactly as many succeed as it is enough for`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (one, two) = try await store.write { tx in
        (try tx.wallet(1, 1_000), try tx.account(.house, .fees))
      }.value
      let outcomes = await race(store) { tx, client in
        try tx.transfer(
          Movement(60, from: one, to: two), because: Reason("spend", .outgoing, client), at: now)
      }
      let refusals = outcomes.compactMap { outcome in
        if case .failure(let error) = outcome { error } else { nil }
      }
      #expect(refusals.count == 64 - 16)
      #expect(refusals.allSatisfy { $0 == .insufficient(one, available: 40, wanted: 60) })
      let left = try await store.read { try $0.ledgerAccount(one)?.balance }
      #expect(left == 40)
    }
    #expect(try ground.audit().faults == [])
  }

  @Test(arguments: Engine.all)
  func `of 64 who end one pending transfer one succeeds`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (one, two, pending) = try await store.write { tx in
        let one = try tx.wallet(1, 100)
        let two = try tx.wallet(2, 100)
        let held = try tx.hold(
          Movement(70, from: one, to: two), because: Reason("hold", .outgoing, 0), at: now)
        return (one, two, held.id)
      }.value
      let outcomes = await race(store) { tx, client in
        let reason = Reason("end", .outgoing, client)
        return client % 2 == 0
          ? try tx.post(pending, because: reason, at: now)
          : try tx.void(pending, because: reason, at: now)
      }
      let refusals = outcomes.filter { $0 == .failure(.alreadyEnded(pending)) }
      #expect(refusals.count == 63)
      let (giver, taker) = try await store.read { snapshot in
        (try snapshot.ledgerAccount(one), try snapshot.ledgerAccount(two))
      }
      #expect(giver?.held == 0 && (giver?.balance ?? 0) + (taker?.balance ?? 0) == 200)
      #expect([30, 100].contains(giver?.balance))
    }
    #expect(try ground.audit().faults == [])
  }

  @Test(arguments: Engine.all)
  func `64 times for one reason is once`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (one, two) = try await store.write { tx in
        (try tx.wallet(1, 1_000), try tx.account(.house, .fees))
      }.value
      let outcomes = await race(store) { tx, _ in
        try tx.transfer(
          Movement(600, from: one, to: two), because: Reason("fee", .outgoing, 9), at: now)
      }
      #expect(Set(outcomes) == [.success(2)])
      let other = await race(store) { tx, _ in
        try tx.transfer(
          Movement(1, from: one, to: two), because: Reason("fee", .outgoing, 9), at: now)
      }
      #expect(Set(other) == [.failure(.otherContent(ID(2)))])
    }
    let audit = try ground.audit()
    #expect(audit.faults == [] && audit.transfers == 2)
  }
}
