import Market
import Proving
import Synchronization
import Testing

@testable import Store

@Suite struct SharedReadingTests {
  /// What one reader sees, in several statements.
  fileprivate struct Sight: Hashable {
    let position: Position
    let left: Int
    let right: Int
    let tasks: Int64
    let again: Position
  }

  @Test(arguments: Engine.all)
  func `all readers see one state while others write`(engine: Engine) async throws {
    let ground = try Ground(engine)
    // Two stores are two processes, as far as the database can tell.
    let stores = [try Store(at: ground.address), try Store(at: ground.address)]
    try await stores[0].write { tx in
      try tx.set("left", to: "1000", by: "test", at: now)
      try tx.set("right", to: "0", by: "test", at: now)
    }
    let sights = try await withThrowingTaskGroup(of: Void.self) { group in
      for store in stores + stores {
        group.addTask { while !Task.isCancelled { try await store.transfer() } }
      }
      defer { group.cancelAll() }
      // In a file they begin so quickly that it takes many to be caught in between.
      let (rounds, readers) = engine == .sqlite ? (60, 24) : (30, 4)
      var sights: [[Sight]] = []
      for round in 0..<rounds {
        let (plan, seen) = try await stores[round % 2].read(by: readers) {
          try $0.sight()
        } then: { rows, _, _ in
          try rows.sight()
        }
        sights.append([plan] + seen)
      }
      return sights
    }
    for seen in sights {
      #expect(Set(seen).count == 1, "\(seen)")
      #expect(seen[0].left + seen[0].right == 1_000)
      #expect(seen[0].position == seen[0].again)
      // Each transfer is two lines of the log and a task, which is none.
      #expect(seen[0].position.number == 2 + 2 * seen[0].tasks)
    }
    #expect(Set(sights.map(\.[0].position)).count > 1, "nobody wrote meanwhile")
    for store in stores { await store.close() }
  }

  @Test(arguments: Engine.all)
  func `answers come in the order of the readers, however few the store has`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    var options = Store.Options()
    options.readers = 1
    let store = try Store(at: ground.address, options)
    // More at once than there are readers, and each with more than there are.
    let all = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<6 {
        group.addTask {
          try await store.read(by: 5) { rows, reader in
            _ = try rows.position()
            return reader
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all == Array(repeating: [0, 1, 2, 3, 4], count: 6))
    #expect(try await store.read(by: 1) { try $0.position().number + Int64($1) } == [0])
    await store.close()
  }

  @Test(arguments: Engine.all)
  func `when one fails, the others stop at their next statement and its error is thrown`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let gate = Gate()
      let stopped = Mutex<[Int]>([])
      await #expect(throws: Refusal()) {
        try await store.read(by: 3) { rows, reader in
          if reader == 1 {
            gate.wait()
            throw Refusal()
          }
          do {
            _ = try rows.position()
            gate.open()
            while true { _ = try rows.position() }
          } catch {
            stopped.withLock { $0.append(reader) }
            throw error
          }
        }
      }
      #expect(stopped.withLock { $0.sorted() } == [0, 2])
      try await isFree(store, ground)
    }
  }

  @Test(arguments: Engine.all)
  func `a failed statement fails the whole even when swallowed`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for failing in [-1, 0, 1] {
        let error = await #expect(throws: StoreError.self) {
          try await store.read(by: 2) { rows in
            if failing < 0 { rows.swallow() }
          } then: { rows, _, reader in
            if failing == reader { rows.swallow() }
          }
        }
        guard case .statement = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
      await #expect(throws: Refusal()) {
        try await store.read(by: 2) { _ in
          throw Refusal()
        } then: { _, _, _ in
          Issue.record("nobody reads without a plan")
        }
      }
      try await isFree(store, ground)
    }
  }

  @Test func `readers that cannot be opened are an error at once`() async throws {
    let ground = try Ground(.sqlite)
    let store = try Store(at: ground.address)
    _ = try Command.run("rm", [ground.file])
    await #expect(throws: StoreError.missing(ground.file)) {
      try await store.read(by: 3) { _, reader in reader }
    }
    await store.close()
  }

  @Test func `readers wait for the turn to write, but only so long`() throws {
    let ground = try Ground(.sqlite)
    let writer = try SQLiteConnection(path: ground.file, use: .writing)
    try writer.step(.beginWriting)
    func together(_ count: Int) throws -> [SQLiteConnection] {
      try SQLiteConnection.together(count, path: ground.file, patience: .milliseconds(20))
    }
    #expect(throws: StoreError.busy) { try together(2) }
    #expect(try together(1).count == 1, "one alone agrees with himself")
    try writer.step(.rollback)
    let readers = try together(2)
    // They hold no turn once they have begun.
    try writer.step(.beginWriting)
    try writer.step(.rollback)
    for connection in readers + [writer] { connection.close() }
  }

  @Test(arguments: Engine.all)
  func `a store that closes waits for its readers and lets in no more`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    let store = try Store(at: ground.address)
    let gate = Gate()
    let reading = Task {
      try await store.read(by: 2) { rows, _ in
        gate.wait()
        return try rows.position()
      }
    }
    while !gate.isReached { await Task.yield() }
    let closing = Task { await store.close() }
    while true {
      do { _ = try await store.read(by: 1) { _, _ in } } catch StoreError.closed { break }
    }
    gate.open()
    #expect(try await reading.value == [.start, .start])
    await closing.value
  }

  /// Nothing is held any more: neither the turn to write nor a snapshot.
  private func isFree(_ store: Store, _ ground: Ground) async throws {
    try await store.write { tx in try tx.set("fee", to: "20", by: "test", at: now) }
    #expect(
      try await store.read(by: 2) { rows, _ in try rows.setting("fee")?.value } == ["20", "20"])
    switch ground.address {
    case .sqlite(let path):
      // Whoever still read would keep the log from starting over.
      let log = try Command.run("sqlite3", [path, "pragma wal_checkpoint(truncate)"])
      #expect(log.output == "0|0|0\n")
    case .postgres:
      let busy = try await store.read {
        try $0.row(
          """
          select count(*) from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'
          """
        ) { try $0[0] as Int64 }
      }
      #expect(busy == 0)
    }
  }
}

extension Store {
  /// Moves one from the left to the right, and queues a task, which is not logged.
  fileprivate func transfer() async throws {
    try await write { tx in
      let left = try tx.sum("left")
      try tx.set("left", to: "\(left - 1)", by: "test", at: now)
      try tx.set("right", to: "\(1_000 - left + 1)", by: "test", at: now)
      try tx.enqueue("transfer", "", at: now)
    }
  }
}

extension Reading where Self: ~Copyable {
  fileprivate func sum(_ name: String) throws -> Int { Int(try setting(name)?.value ?? "") ?? 0 }

  fileprivate func sight() throws -> SharedReadingTests.Sight {
    SharedReadingTests.Sight(
      position: try position(), left: try sum("left"), right: try sum("right"),
      tasks: try row("select count(*) from queued_task") { try $0[0] } ?? 0,
      again: try position())
  }

  fileprivate func swallow() {
    try? each("select nothing from nowhere") { _ in }
  }
}
