import Foundation
import Market
import Proving
import Testing

@testable import Store

/// What each engine promises, so that everything above may forget which one it is.
@Suite struct EngineTests {
  @Test func `SQLite waits for the disk, keeps its rules, and never checkpoints for a reader`()
    throws
  {
    let ground = try Ground(.sqlite)
    for use in [Use.reading, .writing] {
      let connection = try ground.address.open(use)
      for (question, answer) in [
        ("pragma synchronous", 2), ("pragma foreign_keys", 1), ("pragma wal_autocheckpoint", 0),
      ] {
        var found: Int?
        _ = try connection.run(SQL(generated: question), []) { found = try $0[0] }
        #expect(found == answer, "\(question) of \(use)")
      }
      connection.close()
    }
  }

  @Test func `PostgreSQL waits for the disk and bounds what a standing process can hold`()
    throws
  {
    guard Engine.all.contains(.postgres) else { return }
    let connection = try Ground(.postgres).address.open(.writing)
    for (name, answer) in [
      ("synchronous_commit", "on"), ("lock_timeout", "10s"),
      ("idle_in_transaction_session_timeout", "15s"),
    ] {
      var found: String?
      _ = try connection.run(SQL(generated: "show \(name)"), []) { found = try $0[0] }
      #expect(found == answer)
    }
    connection.close()
  }

  @Test func `the writer copies the log into the database while it works, a reader never does`()
    async throws
  {
    let ground = try Ground(.sqlite)
    let log = ground.file + "-wal"
    func length() throws -> Int {
      try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0
    }
    let filler = String(repeating: "集", count: 20_000)
    try await ground.withStore { store in
      for number in 1...400 {
        try await store.write { tx in try tx.enqueue("k", filler + "\(number)", at: now) }
      }
      // 400 times 60 KB were written; without checkpoints all of it would stand in the log.
      #expect(try length() < 12_000_000)
      let before = try length()
      #expect(before > 0)
      let reader = try ground.address.open(.reading)
      _ = try reader.read { try $0.taskCounts() }
      reader.close()
      #expect(try length() == before)
    }
  }

  @Test(arguments: Engine.all)
  func `a statement can be asked again while its rows are shown, and after a throw`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        for name in ["a", "b", "c"] { try tx.run("insert into cursor values ($1, 1, 1)", name) }
      }
      for _ in 1...2 {
        let pairs = try await store.read { try $0.pairs() }
        #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
        await #expect(throws: Refusal()) { try await store.read { try $0.throwing() } }
      }
      let again = try await store.write { tx in
        do {
          try tx.throwing()
          return 0
        } catch is Refusal {
          return try tx.pairs().count
        }
      }
      #expect(again.value == 9)
    }
  }

  @Test(arguments: Engine.all)
  func `a read that swallows a failed statement fails all the same`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      await #expect(throws: StoreError.self) {
        try await store.read { snapshot in
          try? snapshot.each("select nothing from nowhere") { _ in }
          return 1
        }
      }
      let position = try await store.read { try $0.position() }
      #expect(position == .start)
    }
  }

  @Test func `connections that died while idle are replaced without a word`() async throws {
    guard Engine.all.contains(.postgres) else { return }
    let ground = try Ground(.postgres)
    try await ground.withStore { store in
      for round in 1...3 {
        try await store.write { tx in try tx.set("a", to: "\(round)", by: "test", at: now) }
        _ = try await store.read { try $0.setting("a") }
        try ground.tamper(
          """
          select pg_terminate_backend(pid, 60000) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """)
      }
      let last = try await store.read { try $0.setting("a")?.value }
      #expect(last == "3")
    }
  }

  @Test func `a statement whose plan no longer fits is prepared anew`() async throws {
    guard Engine.all.contains(.postgres) else { return }
    let ground = try Ground(.postgres)
    try await ground.withStore { store in
      try await store.write { tx in try tx.set("a", to: "1", by: "test", at: now) }
      try ground.tamper("alter table setting alter column value type varchar")
      try await store.write { tx in try tx.set("a", to: "2", by: "test", at: now) }
      let last = try await store.read { try $0.setting("a")?.value }
      #expect(last == "2")
    }
  }

  @Test(arguments: Engine.all)
  func `a statement that failed first of all can be asked again`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for name in ["a", "a", "b", "b", "c"] {
        _ = try? await store.write { tx in
          try tx.run("insert into cursor (name, position, moved_at) values ($1, 1, 1)", name)
        }
      }
      let kept = try await store.read { try $0.cursors().map(\.name) }
      #expect(kept == ["a", "b", "c"])
    }
  }

  @Test func `more writes than can wait are refused at once`() async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      let gate = Gate()
      async let held: Void? = try? await store.write { _ in gate.wait() }.value
      while !gate.isReached { await Task.yield() }
      let refused = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<Writer.waitingMax + 10 {
          group.addTask {
            do {
              try await store.write { _ in }
              return false
            } catch { return error as? StoreError == .overloaded }
          }
        }
        while store.waitingWrites < Writer.waitingMax { await Task.yield() }
        // The last ten find no place; only then may the others go on.
        var refused = 0
        for await isRefused in group {
          refused += isRefused ? 1 : 0
          if refused == 10 { gate.open() }
        }
        return refused
      }
      #expect(refused == 10)
      _ = await held
    }
  }

  @Test(.enabled(if: getuid() == 0))
  func `a market that was made on a nearly full disk is whole, or was not made`() throws {
    var made = 0
    for size in stride(from: 256, through: 2_560, by: 256) {
      let folder = try TemporaryFolder()
      let mounted = try Command.run(
        "mount", ["-t", "tmpfs", "-o", "size=\(size)k", "tmpfs", folder.path])
      #expect(mounted.code == 0, "\(mounted.errors)")
      defer { _ = try? Command.run("umount", ["-l", folder.path]) }
      let address = Address.sqlite(path: folder.file("market.db"))
      do {
        _ = try Database.create(at: address, at: now)
      } catch {
        guard case StoreError.full = error else {
          Issue.record("\(size) KiB: \(error)")
          continue
        }
        #expect(throws: StoreError.self) { try Schema.check(address) }
        continue
      }
      made += 1
      let copy = try Command.run("sqlite3", [folder.file("market.db"), "pragma integrity_check"])
      #expect(copy.output == "ok\n", "\(size) KiB: \(copy.output)")
    }
    #expect((1...8).contains(made), "the sizes no longer lie on both sides of enough")
  }
}

extension Reading where Self: ~Copyable {
  private func names(_ see: (String) throws -> Void) throws {
    try each("select name from cursor order by name") { try see($0[0]) }
  }

  fileprivate func pairs() throws -> [String] {
    var pairs: [String] = []
    try names { first in try names { second in pairs.append(first + second) } }
    return pairs
  }

  fileprivate func throwing() throws {
    try names { first in
      try names { second in if first == "b", second == "b" { throw Refusal() } }
    }
  }
}
