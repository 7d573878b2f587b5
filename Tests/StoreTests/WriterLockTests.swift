import Glibc
import Market
import Proving
import Testing

@testable import Store

@Suite struct WriterLockTests {
  @Test func `two stores on one file write in turns`() async throws {
    let ground = try Ground(.sqlite)
    let stores = [try Store(at: ground.address), try Store(at: ground.address)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        let store = stores[number % 2]
        group.addTask {
          try await store.write { tx in
            let sum = try Int(tx.setting("sum")?.value ?? "0") ?? 0
            try tx.set("sum", to: "\(sum + 1)", by: "test", at: now)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await stores[0].read { try $0.setting("sum")?.value } == "200")
    let log = try await stores[1].read { try $0.changes(after: .start, atMost: 300) }
    #expect(log.map(\.id.number) == Array(1...200))
    for store in stores { await store.close() }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test func `while another process has the turn, a writer waits only so long`() throws {
    let ground = try Ground(.sqlite)
    let other = try Holder(of: ground.file)
    let connection = try SQLiteConnection(
      path: ground.file, use: .writing, patience: .milliseconds(50))
    defer { connection.close() }
    let start = ContinuousClock.now
    #expect(throws: StoreError.busy) { try connection.step(.beginWriting) }
    #expect(ContinuousClock.now - start >= .milliseconds(50))

    other.die()
    try connection.step(.beginWriting)
    try connection.step(.rollback)
  }

  @Test func `on PostgreSQL too a writer waits only so long for its turn`() throws {
    guard Engine.all.contains(.postgres) else { return }
    guard case .postgres(let url) = try Ground(.postgres).address else { return }
    let first = try PostgresConnection(url: url, use: .writing)
    let second = try PostgresConnection(url: url, use: .writing, patience: .milliseconds(50))
    _ = try Batch(on: first)
    #expect(throws: StoreError.busy) { try Batch(on: second) }
    try second.step(.rollback)
    try first.step(.rollback)
    try Batch(on: second).commit()
  }

  @Test func `a reader does not wait for whoever has the turn`() throws {
    let ground = try Ground(.sqlite)
    let other = try Holder(of: ground.file)
    let connection = try ground.address.open(.reading)
    #expect(try connection.read { try $0.position() } == .start)
    connection.close()
    other.die()
  }

  @Test func `the turn is given up by a commit and by a rollback`() throws {
    let ground = try Ground(.sqlite)
    let first = try SQLiteConnection(path: ground.file, use: .writing, patience: .zero)
    let second = try SQLiteConnection(path: ground.file, use: .writing, patience: .zero)
    for end in [Step.commit, .rollback] {
      try first.step(.beginWriting)
      #expect(throws: StoreError.busy) { try second.step(.beginWriting) }
      try first.step(end)
      try second.step(.beginWriting)
      try second.step(.rollback)
    }
    first.close()
    second.close()
  }
}

/// Another process that has the turn to write.
private final class Holder {
  private let child: Child

  init(of file: String) throws {
    child = try Child(
      "flock", ["--no-fork", "-x", file + "-writer", "sh", "-c", "echo held; exec cat"])
    guard String(decoding: child.read(), as: UTF8.self) == "held\n" else {
      throw ProvingError.failed(child.errors)
    }
  }

  func die() {
    child.signal(SIGKILL)
    child.wait()
  }
}
