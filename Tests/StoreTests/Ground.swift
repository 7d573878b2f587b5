import Foundation
import Market
import Proving
import Synchronization
import Testing

@testable import Store

/// The engines that every test of the store runs on.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  case postgres

  /// PostgreSQL is left out where it is not installed; `PostgreSQL is here` says so loudly.
  static let all: [Engine] = PostgresCluster.programs == nil ? [.sqlite] : [.sqlite, .postgres]

  var testDescription: String { rawValue }
}

/// A fresh market for one test, gone when the test is over.
final class Ground: Sendable {
  let address: Address
  let folder: TemporaryFolder

  /// A new database, made as `Database.create` makes it, or none yet.
  convenience init(_ engine: Engine, isMade: Bool = true) throws {
    if isMade {
      try self.init(copying: Self.made(engine))
    } else {
      try self.init(empty: engine)
    }
  }

  private init(empty engine: Engine) throws {
    folder = try TemporaryFolder()
    switch engine {
    case .sqlite: address = .sqlite(path: folder.file("market.db"))
    case .postgres: address = .postgres(url: try Self.cluster.get().makeDatabase())
    }
  }

  /// The same again: quicker than doing again what made it. No store may have it open.
  init(copying other: Ground) throws {
    folder = try TemporaryFolder()
    switch other.address {
    case .sqlite(let path):
      try FileManager.default.copyItem(atPath: path, toPath: folder.file("market.db"))
      address = .sqlite(path: folder.file("market.db"))
    case .postgres(let url):
      let name = try #require(PostgresCluster.name(url))
      address = .postgres(url: try Self.cluster.get().makeDatabase(like: name))
    }
  }

  private static let empty = Dictionary(
    uniqueKeysWithValues: Engine.all.map { engine in
      (
        engine,
        Result {
          let ground = try Ground(empty: engine)
          _ = try Database.create(at: ground.address, at: now)
          return ground
        }
      )
    })

  private static func made(_ engine: Engine) throws -> Ground {
    try #require(empty[engine]).get()
  }

  static var cluster: Result<PostgresCluster, any Error> { PostgresCluster.shared }

  /// The database's file, when it is one.
  var file: String { folder.file("market.db") }

  /// Does what no program of ours does: changes rows with the engine's own client.
  func tamper(_ statements: String) throws {
    let result =
      switch address {
      case .sqlite(let path):
        try Command.run("sqlite3", ["-bail", "-cmd", ".timeout 60000", path, statements])
      case .postgres(let url): try Command.run("psql", ["-X", "-q", "-d", url, "-c", statements])
      }
    guard result.code == 0 else { throw ProvingError.failed(result.errors) }
  }

  /// One transaction without a store.
  func write<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> Value {
    let connection = try address.open(.writing)
    defer { connection.close() }
    let batch = try Batch(on: connection)
    let value = try body(Transaction(in: batch))
    try batch.commit()
    return value
  }

  @discardableResult
  func withStore<Value: Sendable>(_ body: (Store) async throws -> Value) async throws -> Value {
    try await Store.with(address) { try await body($0) }
  }
}

let now = Instant(milliseconds: 1_790_000_000_000)

@Test func `PostgreSQL is here`() {
  if PostgresCluster.programs == nil {
    print("\n*** PostgreSQL is not installed: half of the store's tests do NOT run. ***\n")
    #expect(ProcessInfo.processInfo.environment["CI"] == nil, "in CI PostgreSQL must be there")
  }
}

/// Holds a thread until somebody opens.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let reached = Atomic(false)

  var isReached: Bool { reached.load(ordering: .acquiring) }

  func wait() {
    reached.store(true, ordering: .releasing)
    semaphore.wait()
    semaphore.signal()
  }

  func open() { semaphore.signal() }
}

/// Does the same on several threads at once, and returns what came of each.
func together<Value: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) -> [Result<Value, any Error>] {
  let outcomes = Mutex<[Int: Result<Value, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let outcome = Result { try body(number) }
    outcomes.withLock { $0[number] = outcome }
  }
  return outcomes.withLock { outcomes in (0..<count).compactMap { outcomes[$0] } }
}
