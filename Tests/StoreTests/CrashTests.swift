import Foundation
import Glibc
import Market
import Proving
import Synchronization
import Testing

@testable import Store

/// PostgreSQL dies under those who write to it. Two stores stand for two machines.
@Suite struct CrashTests {
  static let clients = 4

  enum Crash: CaseIterable {
    /// One backend dies, so the server throws all others out and recovers.
    case backend
    /// The server dies with everything in its memory.
    case server
    /// The server is told to stop without tidying up.
    case stop
  }

  @Test(.enabled(if: PostgresCluster.programs != nil))
  func `each caller gets the true outcome when the server crashes`() async throws {
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let cluster = try PostgresCluster(.full)
    let address = Address.postgres(url: try cluster.makeDatabase())
    _ = try Database.create(at: address, at: now)
    let stores = [try Store(at: address), try Store(at: address)]
    let ledger = Ledger()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (machine, store) in stores.enumerated() {
        for client in 0..<Self.clients {
          group.addTask { await work(in: store, as: "\(machine)-\(client)", ledger) }
        }
      }
      defer { ledger.end() }
      var random = Seeded(seed)
      for _ in 0..<count("JISHI_CRASHES", or: 6) {
        let target = ledger.written + Int.random(in: 50...500, using: &random)
        try await ledger.reaches(target)
        try crash(Crash.allCases.randomElement(using: &random) ?? .server, cluster)
      }
      let target = ledger.written + 100
      try await ledger.reaches(target)
    }
    for store in stores { await store.close() }
    try await compare(ledger.outcomes, with: address, seed)
    print("crashes: \(ledger.outcomes.summary), seed \(seed)")
  }

  @Test(.enabled(if: PostgresCluster.programs != nil))
  func `a commit is recognised only in the life of the server that made it`() throws {
    let ground = try Ground(.postgres)
    let connection = try ground.address.open(.writing)
    try connection.step(.beginWriting)
    _ = try connection.run("insert into cursor values ('a', 1, 1)", []) { _ in }
    let ticket = try #require(connection.ticket)
    let other = try ground.address.open(.writing)
    #expect(try other.outcome(of: ticket) == nil)
    try connection.step(.commit)
    #expect(try other.outcome(of: ticket) == true)
    // After a crash the same number may be somebody else's.
    #expect(throws: StoreError.self) {
      try other.outcome(of: CommitTicket(text: ticket.text, life: "an earlier one"))
    }
    // A number that nobody has been given in this life was never on the disk.
    let lost = CommitTicket(text: "999999999", life: "an earlier one")
    #expect(try other.outcome(of: lost) == false)
  }

  @Test func `a server that is away and a file of another kind are refused again and again`() throws
  {
    let folder = try TemporaryFolder()
    let junk = folder.file("junk.db")
    try String(repeating: "no database ", count: 1_000).write(
      toFile: junk, atomically: true, encoding: .utf8)
    let away = "postgres://postgres@/market?host=\(folder.path)"
    for use in [Use.reading, .writing, .reading, .writing] {
      for address in [Address.postgres(url: away), .sqlite(path: junk)] {
        #expect(throws: StoreError.self) { try address.open(use) }
      }
    }
  }

  private func crash(_ crash: Crash, _ cluster: PostgresCluster) throws {
    switch crash {
    case .server: try cluster.restart(by: "KILL")
    case .stop: try cluster.restart(by: "QUIT")
    case .backend:
      let found = try cluster.administer(
        "select pid from pg_stat_activity where application_name = 'jishi' order by random() limit 1"
      )
      guard let backend = Int32(found.trimmingCharacters(in: .newlines)) else { return }
      try cluster.kill(process: backend)
    }
  }

  private func work(in store: Store, as name: String, _ ledger: Ledger) async {
    var number = 0
    while !ledger.isOver {
      number += 1
      let payload = "\(name)-\(number)"
      do {
        try await store.write { tx in
          let id = try tx.enqueue("client", payload, at: now)
          try tx.record(Change(of: .queuedTask, id.number, from: nil, to: Route()), at: now)
        }
        ledger.note(payload, .written)
      } catch StoreError.unconfirmed {
        ledger.note(payload, .unconfirmed)
      } catch {
        ledger.note(payload, .refused)
        await Task.yield()
      }
    }
  }

  private func compare(_ outcomes: Outcomes, with address: Address, _ seed: UInt64) async throws {
    let connection = try address.open(.reading)
    defer { connection.close() }
    let rows: [String] = try connection.read { snapshot in
      try snapshot.rows("select payload from queued_task order by id") { try $0[0] }
    }
    let kept = Set(rows)
    #expect(kept.count == rows.count, "written twice; seed \(seed)")
    #expect(outcomes.written.subtracting(kept).isEmpty, "told it was written; seed \(seed)")
    #expect(outcomes.refused.isDisjoint(with: kept), "told it was not written; seed \(seed)")
    let told = outcomes.written.union(outcomes.unconfirmed)
    #expect(kept.isSubset(of: told), "nobody was told; seed \(seed)")
    #expect(try Database.examine(address).faults == [], "seed \(seed)")
  }
}

/// What each caller was told.
private struct Outcomes {
  var written: Set<String> = []
  var unconfirmed: Set<String> = []
  var refused: Set<String> = []

  var summary: String {
    "\(written.count) written, \(unconfirmed.count) unconfirmed, \(refused.count) refused"
  }
}

private final class Ledger: Sendable {
  enum Outcome { case written, unconfirmed, refused }

  private let state = Mutex(Outcomes())
  private let over = Atomic(false)

  var outcomes: Outcomes { state.withLock { $0 } }
  var written: Int { state.withLock { $0.written.count } }
  var isOver: Bool { over.load(ordering: .acquiring) }
  func end() { over.store(true, ordering: .releasing) }

  func reaches(_ count: Int) async throws {
    while written < count { try await Task.sleep(for: .milliseconds(1)) }
  }

  func note(_ payload: String, _ outcome: Outcome) {
    state.withLock { state in
      let isNew =
        switch outcome {
        case .written: state.written.insert(payload).inserted
        case .unconfirmed: state.unconfirmed.insert(payload).inserted
        case .refused: state.refused.insert(payload).inserted
        }
      precondition(isNew, "each write has a payload of its own")
    }
  }
}
