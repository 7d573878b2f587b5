import Market
import Proving
import Synchronization
import Testing

@testable import Store

@Suite struct LedgerModelTests {
  static let operationsAtOnce = 500

  /// A long random life of a ledger beside the plain model, on each engine the same.
  @Test func `random operations come out as in a plain model, on both engines alike`() async throws
  {
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let operations = count("JISHI_LEDGER_OPERATIONS", or: 3_000)
    var states: [StateDigest] = []
    for engine in Engine.all {
      // A million on the server would take an hour and show nothing new.
      if engine == .postgres, operations > 100_000 { continue }
      states.append(try await live(operations, seed: seed, on: engine))
    }
    #expect(Set(states).count == 1, "seed \(seed): the engines ended in different states")
  }

  private func live(_ count: Int, seed: UInt64, on engine: Engine) async throws -> StateDigest {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      var life = LedgerLife(seed: seed)
      var left = count
      while left > 0 {
        let some = min(left, Self.operationsAtOnce)
        life = try await store.write { [life] tx in
          var life = life
          for _ in 0..<some { try life.operate(in: tx) }
          return life
        }.value
        left -= some
        for deviation in life.deviations { Issue.record("seed \(seed), \(engine): \(deviation)") }
        guard life.deviations.isEmpty else { return }
      }
      #expect(life.outcomes.keys.count > 6, "seed \(seed): \(life.outcomes)")
      let (balances, model) = (try await store.read { try $0.balances() }, life.model)
      for (id, balance, held) in balances {
        #expect(balance == model.balances[id] && held == model.held[id], "seed \(seed)")
      }
      print("\(engine): \(count) operations, seed \(seed): \(life.outcomes)")
    }
    let audit = try ground.audit()
    #expect(audit.faults == [], "seed \(seed)")
    #expect(audit.blocks > 0 && audit.open > 0)
    return try Database.examine(ground.address).state
  }
}

extension Reading where Self: ~Copyable {
  fileprivate func balances() throws -> [(Int64, Int64, Int64)] {
    try rows("select id, balance, held from ledger_account order by id") {
      (try $0[0], try $0[1], try $0[2])
    }
  }
}
