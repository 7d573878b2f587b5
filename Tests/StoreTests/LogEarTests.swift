import Foundation
import Glibc
import Market
import Proving
import Testing

@testable import Store

@Suite struct LogEarTests {
  @Test(arguments: Engine.all)
  func `it hears where the log is, and each time that it has grown`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await log(3, in: store)
      try await listening(to: ground.address) { heard in
        try heard.wait(until: Position(3))
        for end in 4...20 as ClosedRange<Int64> {
          try await log(1, in: store)
          try heard.wait(until: Position(end))
        }
        #expect(heard.all == (3...20).map { Position($0) })
      }
    }
  }

  @Test(arguments: Engine.all)
  func `it hears another store and another process`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await listening(to: ground.address) { heard in
      try await ground.withStore { try await log(5, in: $0) }
      try heard.wait(until: Position(5))
      let place: String =
        switch ground.address {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let url): url
        }
      let other = try Child(Command.ours("Victim"), ["write", place, "4", "run"])
      try other.read(until: "\n")
      try heard.wait(until: Position(200))
      other.signal(SIGKILL)
      other.wait()
      let end = try await ground.withStore { try await $0.read { try $0.position() } }
      try heard.wait(until: end)
      #expect(heard.all.isRising)
    }
  }

  @Test(arguments: Engine.all)
  func `what grows together is told together, by one announcement a batch`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let count: Int64 = 100
    try await ground.withStore { store in
      try await listening(to: ground.address) { heard in
        try heard.wait(until: .start)
        let listener = try Listener(ground.address)
        let gate = Gate()
        let written = Heard<Bool>()
        // The writer stands still until all others wait for it.
        store.write { _ in
          gate.wait()
        } then: { _ in
        }
        try waitUntil("the writer never began") { gate.isReached }
        for number in 1...count {
          store.write { tx in
            try tx.record(Change(of: .setting, number, from: nil, to: Route()), at: now)
          } then: {
            written.add((try? $0.get()) != nil)
          }
        }
        gate.open()
        #expect(try !written.wait(for: Int(count)).contains(false))
        try heard.wait(until: Position(count))
        #expect(heard.all == [.start, Position(count)])
        try listener.expect(["\(count)"])
      }
    }
  }

  @Test(arguments: Engine.all)
  func `what is refused and what moves no log is not heard`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await listening(to: ground.address) { heard in
        try heard.wait(until: .start)
        let listener = try Listener(ground.address)
        for _ in 1...20 {
          await #expect(throws: Refusal()) {
            try await store.write { tx in
              try tx.set("fee", to: "20", by: "test", at: now)
              throw Refusal()
            }
          }
          try await store.write { tx in try tx.enqueue("k", "p", at: now) }
        }
        try await log(1, in: store)
        try heard.wait(until: Position(1))
        #expect(heard.all == [.start, Position(1)])
        try listener.expect(["1"])
      }
    }
  }

  @Test(arguments: Engine.all)
  func `many writers are heard in order, up to the last`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await listening(to: ground.address) { heard in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 1...8 {
            group.addTask { for _ in 1...40 { try await log(1, in: store) } }
          }
          try await group.waitForAll()
        }
        try heard.wait(until: Position(320))
        #expect(heard.all.isRising)
        #expect(heard.all.last == Position(320))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `it ends at once, and hears nothing any more`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let heard = Heard<Position>()
    let spans = try (1...5).map { count in
      let ear = LogEar(at: ground.address) { heard.add($0) }
      try heard.wait(for: count)
      return ContinuousClock().measure {
        ear.close()
        ear.close()
      }
    }
    #expect(try #require(spans.min()) < .milliseconds(100))
    try await ground.withStore { try await log(1, in: $0) }
    #expect(heard.all == Array(repeating: .start, count: 5))
  }

  @Test(arguments: Engine.all)
  func `it ends at once where no database is`(engine: Engine) throws {
    let folder = try TemporaryFolder()
    let address: Address =
      switch engine {
      case .sqlite: .sqlite(path: folder.file("none.db"))
      case .postgres: .postgres(url: "postgres://postgres@/none?host=\(folder.path)")
      }
    let spans = (1...5).map { _ in
      let ear = LogEar(at: address) { _ in Issue.record("there is nothing to hear") }
      _ = poll(nil, 0, 50)
      return ContinuousClock().measure { ear.close() }
    }
    #expect(try #require(spans.min()) < .milliseconds(100))
  }
}

// MARK: While the database is away

@Suite struct LogEarAwayTests {
  @Test(
    .enabled(if: PostgresCluster.programs != nil), arguments: ["KILL", "QUIT"])
  func `a server that comes back tells what was missed`(signal: String) async throws {
    let cluster = try PostgresCluster(.full)
    try cluster.administer("create database market")
    let address = Address.postgres(url: cluster.url(of: "market"))
    _ = try Database.create(at: address, at: now)
    try await listening(to: address) { heard in
      try await Store.with(address) { store in
        try await log(1, in: store)
        try heard.wait(until: Position(1))
        try cluster.restart(by: signal)
        try await log(2, in: store)
        try heard.wait(until: Position(3))
        try await log(1, in: store)
        try heard.wait(until: Position(4))
      }
      #expect(heard.all.isRising)
    }
  }

  @Test(.enabled(if: PostgresCluster.programs != nil))
  func `a connection that is thrown out is replaced`() async throws {
    let ground = try Ground(.postgres)
    guard case .postgres(let url) = ground.address else { return }
    let name = try #require(PostgresCluster.name(url))
    try await ground.withStore { store in
      try await listening(to: ground.address) { heard in
        for end in 1...5 as ClosedRange<Int64> {
          try await log(1, in: store)
          try heard.wait(until: Position(end))
          try Ground.cluster.get().administer(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)'")
        }
        #expect(heard.all.isRising)
      }
    }
  }

  @Test func `another file in its place is heard from where its log ends`() async throws {
    let ground = try Ground(.sqlite)
    let other = try Ground(.sqlite)
    try await ground.withStore { try await log(5, in: $0) }
    try await other.withStore { try await log(2, in: $0) }
    try await listening(to: ground.address) { heard in
      try heard.wait(until: Position(5))
      for ending in ["", "-wal", "-shm"] where access(ground.file + ending, F_OK) == 0 {
        try FileManager.default.removeItem(atPath: ground.file + ending)
      }
      _ = poll(nil, 0, 50)
      #expect(rename(other.file, ground.file) == 0)
      try heard.wait(for: 2)
      try await ground.withStore { try await log(1, in: $0) }
      try heard.wait(for: 3)
      #expect(heard.all == [Position(5), Position(2), Position(3)])
    }
  }

  @Test func `a database that is made later is heard from then on`() async throws {
    let ground = try Ground(.sqlite, isMade: false)
    try await listening(to: ground.address) { heard in
      _ = poll(nil, 0, 50)
      _ = try Database.create(at: ground.address, at: now)
      try heard.wait(until: .start)
      try await ground.withStore { try await log(1, in: $0) }
      try heard.wait(until: Position(1))
    }
  }
}

private func listening(
  to address: Address, _ body: (Heard<Position>) async throws -> Void
) async throws {
  let heard = Heard<Position>()
  let ear = LogEar(at: address) { heard.add($0) }
  defer { ear.close() }
  try await body(heard)
}

/// So many changes, in one transaction.
private func log(_ count: Int64, in store: Store) async throws {
  try await store.write { tx in
    for _ in 1...count {
      try tx.record(Change(of: .setting, 1, from: nil, to: Route()), at: now)
    }
  }
}

/// Who hears what the server announces, and nothing on SQLite, which announces nothing.
private final class Listener {
  private let connection: PostgresConnection?

  init(_ address: Address) throws {
    guard case .postgres(let url) = address else {
      connection = nil
      return
    }
    let connection = try PostgresConnection(url: url, use: .reading)
    _ = try connection.run("listen jishi_log", []) { _ in }
    self.connection = connection
  }

  func expect(_ announcements: [String]) throws {
    guard let connection else { return }
    var found: [String] = []
    try waitUntil("announced was only \(found)") {
      found += try connection.link.notices()
      return found.count >= announcements.count
    }
    #expect(found == announcements)
    connection.close()
  }
}

extension Heard<Position> {
  /// The last that was heard is `position`.
  fileprivate func wait(until position: Position) throws {
    try waitUntil("heard was only \(all.suffix(3)), not \(position)") {
      all.last.map { $0 >= position } ?? false
    }
  }
}

extension [Position] {
  fileprivate var isRising: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
