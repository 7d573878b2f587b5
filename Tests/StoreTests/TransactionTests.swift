import Market
import Proving
import Testing

@testable import Store

struct Refusal: Error, Equatable {}

@Suite struct TransactionTests {
  @Test(arguments: Engine.all)
  func `what is written can be read, and is in the log`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let written = try await store.write { tx in try tx.set("fee", to: "20", by: "test", at: now) }
      let read = try await store.read { try $0.setting("fee") }
      #expect(read == written.value)
      #expect(written.position == Position(1))
      let changes = try await store.read { try $0.changes(after: .start, atMost: 10) }
      #expect(
        changes.map(\.change) == [Change(of: .setting, 1, from: nil, to: Route(slug: "fee"))])
    }
  }

  @Test(arguments: Engine.all)
  func `a refusal keeps nothing and gives its numbers back`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      await #expect(throws: Refusal()) {
        try await store.write { tx in
          try tx.set("fee", to: "20", by: "test", at: now)
          throw Refusal()
        }
      }
      let id = try await store.write { tx in try tx.enqueue("k", "p", at: now) }
      #expect(id.value == ID(1))
      #expect(id.position == .unlogged, "it moved no log")
      #expect(try await store.read { try $0.setting("fee") } == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `a failed statement refuses its transaction even when swallowed`(engine: Engine) async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in try tx.run("insert into cursor values ('a', 1, 1)") }
      await #expect(throws: StoreError.self) {
        try await store.write { tx in
          try tx.run("insert into cursor values ('b', 1, 1)")
          _ = try? tx.run("insert into cursor values ('a', 2, 2)")
        }
      }
      let names = try await store.read { try $0.cursors().map(\.name) }
      #expect(names == ["a"])
    }
  }

  @Test(arguments: Engine.all)
  func `a unique key that is taken is a conflict`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in try tx.run("insert into cursor values ('a', 1, 1)") }
      let error = await #expect(throws: StoreError.self) {
        try await store.write { tx in try tx.run("insert into cursor values ('a', 1, 1)") }
      }
      guard case .conflict = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a reader cannot write`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let error = await #expect(throws: StoreError.self) {
        try await store.read { snapshot in
          _ = try snapshot.run("delete from counter", []) { _ in }
        }
      }
      guard case .readOnly = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a snapshot does not move while others write`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let reader = try ground.address.open(.reading)
      try reader.step(.beginReading)
      let snapshot = Snapshot(on: reader)
      #expect(try snapshot.setting("fee") == nil)
      try await store.write { tx in try tx.set("fee", to: "20", by: "test", at: now) }
      #expect(try snapshot.setting("fee") == nil)
      try reader.step(.commit)
      #expect(try reader.read { try $0.setting("fee")?.value } == "20")
      reader.close()
    }
  }

  /// The closures go into one batch: they are submitted while the first of them holds the writer.
  @Test(arguments: Engine.all)
  func `when a batch fails at its commit, each caller gets his own outcome`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try makeDeferredRule(ground)
    try await ground.withStore { store in
      let outcomes = await inOneBatch(store, 20) { tx, number in
        // Every seventh breaks a rule that is only looked at when the whole batch commits.
        let parent = number % 7 == 3 ? 99 : 1
        try tx.run("insert into child (id, parent) values ($1, $2)", number, parent)
        try tx.set("s\(number)", to: "x", by: "test", at: now)
      }
      for (number, outcome) in outcomes.enumerated() {
        if number % 7 == 3 {
          #expect(throws: StoreError.self) { try outcome.get() }
        } else {
          #expect(throws: Never.self) { try outcome.get() }
        }
      }
      let kept: [Int] = try await store.read {
        try $0.rows("select id from child order by id") { try $0[0] }
      }
      #expect(kept == (0..<20).filter { $0 % 7 != 3 })
      let log = try await store.read { try $0.changes(after: .start, atMost: 100).map(\.id.number) }
      #expect(log == (1...17).map { Int64($0) })
    }
  }

  @Test(arguments: Engine.all)
  func `when the engine drops a batch half-way, each caller gets his own outcome`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let outcomes = await inOneBatch(store, 20) { tx, number in
        try tx.set("s\(number)", to: "x", by: "test", at: now)
        guard number == 11 else { return }
        switch engine {
        case .sqlite:
          // Undoes the whole transaction, savepoints and all.
          try tx.run("insert or rollback into setting select * from setting limit 1")
        case .postgres:
          try tx.each("select pg_terminate_backend(pg_backend_pid())") { _ in }
        }
      }
      for (number, outcome) in outcomes.enumerated() where number != 11 {
        #expect(throws: Never.self) { try outcome.get() }
      }
      #expect(throws: StoreError.self) { try outcomes[11].get() }
      let count: Int? = try await store.read {
        try $0.row("select count(*) from setting") { try $0[0] }
      }
      #expect(count == 19)
    }
  }

  @Test(arguments: Engine.all)
  func `a refusal rests on neighbours that were committed`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try makeDeferredRule(ground)
    try await ground.withStore { store in
      // The first takes the place and breaks the rule; the second finds the place taken. Once the
      // first is gone, the second must be asked again.
      let outcomes = await inOneBatch(store, 2) { tx, number in
        let taken = try tx.row("select id from child where id = 5") { try $0[0] as Int }
        guard taken == nil else { throw Refusal() }
        try tx.run("insert into child (id, parent) values (5, $1)", number == 0 ? 99 : 1)
      }
      #expect(throws: StoreError.self) { try outcomes[0].get() }
      #expect(throws: Never.self) { try outcomes[1].get() }
    }
  }

  @Test(arguments: Engine.all)
  func `text with a NUL is refused and text of all sorts comes back`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      await #expect(throws: StoreError.unfit("the text contains a NUL")) {
        try await store.write { tx in try tx.set("a", to: "x\0y", by: "test", at: now) }
      }
      let texts = ["", " ", "集市", "e\u{301}", "👩‍👩‍👧", "a\r\nb", "'; drop table change; --", "$1"]
      for text in texts {
        try await store.write { tx in try tx.set("a", to: text, by: "test", at: now) }
        #expect(try await store.read { try $0.setting("a")?.value } == text)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `parameters go by their number, not by where they stand`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let pair = try await store.read { snapshot in
        try snapshot.row(
          "select cast($2 as TEXT), cast($1 as TEXT), cast($3 as TEXT)", "one", "two",
          String?.none
        ) { [try $0[0] as String?, try $0[1] as String?, try $0[2] as String?] }
      }
      #expect(pair == ["two", "one", nil])
    }
  }

  @Test(arguments: Engine.all)
  func `text is ordered by its bytes`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for name in ["b", "B", "a", "é", "集", "A", "_", "市"] {
        try await store.write { tx in
          try tx.run("insert into cursor values ($1, 1, 1)", name)
        }
      }
      let names = try await store.read { try $0.cursors().map(\.name) }
      #expect(names == ["A", "B", "_", "a", "b", "é", "市", "集"])
    }
  }

  @Test func `a closed store says so`() async throws {
    let ground = try Ground(.sqlite)
    let store = try Store(at: ground.address)
    await store.close()
    await #expect(throws: StoreError.closed) { try await store.write { _ in } }
    await #expect(throws: StoreError.closed) { try await store.read { _ in } }
  }
}

/// A rule that both engines look at only when a transaction commits.
private func makeDeferredRule(_ ground: Ground) throws {
  let connection = try ground.address.open(.writing)
  defer { connection.close() }
  try connection.step(.beginWriting)
  try connection.define("create table parent (id ID)")
  try connection.define(
    """
    create table child (
      id ID, parent INT not null references parent (id) deferrable initially deferred)
    """)
  _ = try connection.run("insert into parent (id) values (1)", []) { _ in }
  try connection.step(.commit)
}

/// Submits transactions while the writer is held by another one, so that they share a batch.
private func inOneBatch(
  _ store: Store, _ count: Int,
  _ body: @escaping @Sendable (borrowing Transaction, Int) throws -> Void
) async -> [Result<Void, any Error>] {
  let gate = Gate()
  async let first: Void? = try? await store.write { _ in gate.wait() }.value
  while !gate.isReached { await Task.yield() }
  let outcomes = await withTaskGroup(of: (Int, Result<Void, any Error>).self) { group in
    for number in 0..<count {
      group.addTask {
        do {
          try await store.write { tx in try body(tx, number) }
          return (number, .success(()))
        } catch {
          return (number, .failure(error))
        }
      }
      // Each behind the one before.
      while store.waitingWrites <= number { await Task.yield() }
    }
    gate.open()
    var outcomes: [Int: Result<Void, any Error>] = [:]
    for await (number, outcome) in group { outcomes[number] = outcome }
    return (0..<count).compactMap { outcomes[$0] }
  }
  _ = await first
  return outcomes
}
