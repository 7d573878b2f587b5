import Market
import Proving
import Testing

@testable import Store

/// Everything that a market can do, done on both engines.
@Suite struct MarketAgreesTests {
  @Test func `a market lives the same life on both engines`() async throws {
    guard Engine.all.count == 2 else {
      print("\n*** PostgreSQL is not installed: whether the engines agree is NOT tested. ***\n")
      return
    }
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let actions = count("JISHI_ACTIONS_AGREE", or: 1_500)
    let history = MarketAction.history(seed: seed, count: actions)
    async let one = live(history, on: .sqlite)
    async let other = live(history, on: .postgres)
    let (sqlite, postgres) = try await (one, other)
    let places = zip(sqlite.outcomes, postgres.outcomes).enumerated()
    if let parting = places.first(where: { $0.element.0 != $0.element.1 }) {
      Issue.record(
        """
        seed \(seed), transaction \(parting.offset): \(history[parting.offset].map(\.kind))
        sqlite: \(parting.element.0)
        postgres: \(parting.element.1)
        """)
    }
    #expect(sqlite.outcomes.count == history.count, "seed \(seed)")
    #expect(postgres.outcomes.count == history.count, "seed \(seed)")
    #expect(sqlite.state == postgres.state, "seed \(seed)")
    if sqlite.state != postgres.state {
      let parted = try sqlite.ground.picture().differences(from: postgres.ground.picture())
      Issue.record("seed \(seed): they parted in \(parted.prefix(20))")
    }
    expectVariety(history, sqlite.outcomes, seed)
  }

  /// A life in which everything is refused would prove nothing.
  private func expectVariety(_ history: [[MarketAction]], _ outcomes: [String], _ seed: UInt64) {
    var tally: [MarketAction.Kind: (done: Int, refused: Int)] = [:]
    for (actions, outcome) in zip(history, outcomes) where outcome.first?.isNumber == true {
      for (action, line) in zip(actions, outcome.split(separator: "\n").dropFirst()) {
        let isRefused = line.contains(": refused, ")
        tally[action.kind, default: (0, 0)].done += isRefused ? 0 : 1
        tally[action.kind, default: (0, 0)].refused += isRefused ? 1 : 0
      }
    }
    let never = MarketAction.Kind.allCases.filter { tally[$0]?.done ?? 0 == 0 }
    // A short life may miss some.
    #expect(history.count < 1_000 || never.isEmpty, "seed \(seed): never done: \(never)")
    let (done, refused) = tally.values.reduce((0, 0)) { ($0.0 + $1.done, $0.1 + $1.refused) }
    #expect(done > refused / 3 && refused > done / 20, "seed \(seed): \(tally)")
    let lost = outcomes.count { $0.hasPrefix("refused") }
    #expect(lost < history.count / 2, "seed \(seed): \(lost) transactions")
    print(
      "both engines: \(done) done, \(refused) refused, \(lost) transactions undone, seed \(seed)")
  }

  private func live(
    _ history: [[MarketAction]], on engine: Engine
  ) async throws -> (ground: Ground, outcomes: [String], state: StateDigest) {
    let ground = try Ground(engine)
    let outcomes = try await ground.withStore { store in
      let town = try await store.write { try $0.town() }.value
      var outcomes: [String] = []
      for actions in history { outcomes.append(await perform(actions, of: town, in: store)) }
      return outcomes
    }
    let examination = try Database.examine(ground.address)
    #expect(examination.faults == [], "\(engine)")
    #expect(try ground.audit().faults == [], "\(engine)")
    return (ground, outcomes, examination.state)
  }

  /// Some actions in one transaction. In some of them a refusal is an answer, in others it takes
  /// its neighbours with it.
  private func perform(
    _ actions: [MarketAction], of town: Town, in store: Store
  ) async -> String {
    do {
      let done = try await store.write { tx in
        try actions.map { action in try action.outcome(town, in: tx) }
      }
      return "\(done.position.number)\n" + done.value.joined(separator: "\n")
    } catch {
      return "refused: \(error is any Refusing ? told(error) : said(error))"
    }
  }
}

extension Ground {
  /// All rows, except those that tell of the database itself.
  fileprivate func picture() throws -> TablePicture {
    let connection = try address.open(.reading)
    defer { connection.close() }
    let shapes = try connection.tables().filter { !StateDigest.leftOut.contains($0.name) }
    return try connection.read { try TablePicture(shapes, of: $0) }
  }
}
