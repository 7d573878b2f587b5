import Market
import Proving
import Store
import Synchronization
import Testing
import Work

/// The engines that every test of the workers runs on.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  case postgres

  static let all: [Engine] = PostgresCluster.programs == nil ? [.sqlite] : [.sqlite, .postgres]

  var testDescription: String { rawValue }
}

/// A fresh market for one test, gone when the test is over.
struct Ground {
  let address: Address
  let folder: TemporaryFolder

  init(_ engine: Engine) throws {
    folder = try TemporaryFolder()
    switch engine {
    case .sqlite: address = .sqlite(path: folder.file("market.db"))
    case .postgres: address = .postgres(url: try PostgresCluster.shared.get().makeDatabase())
    }
    _ = try Database.create(at: address, at: start)
  }

  func withStore(_ body: (Store) async throws -> Void) async throws {
    try await Store.with(address) { try await body($0) }
  }
}

let start = Instant(milliseconds: 1_790_000_000_000)

/// What time it is, as the test says.
final class Clock: Sendable {
  private let moment = Mutex(start)

  var now: Instant { moment.withLock(\.self) }

  func pass(_ span: Duration) { moment.withLock { $0 = $0 + span } }
}

/// What a worker has told, in few words.
extension Event {
  var words: String {
    switch self {
    case .done(let task): "done \(task.id)"
    case .failed(let task): "failed \(task.id)"
    case .dead(let task): "dead \(task.id)"
    case .lost(let task, _): "lost \(task.id)"
    case .sealed(let block): "sealed \(block.id)"
    case .trouble: "trouble"
    case .mended: "mended"
    case .replaced: "replaced"
    }
  }
}

extension Store {
  func enqueue(_ kind: String, _ payload: String = "", at due: Instant = start) async throws
    -> ID<QueuedTask>
  {
    try await write { tx in try tx.enqueue(kind, payload, at: due) }.value
  }

  func task(_ id: ID<QueuedTask>) async throws -> QueuedTask { try await read { try $0.task(id) } }

  func counts() async throws -> [String] {
    try await read { try $0.taskCounts().map { "\($0.state) \($0.count)" } }
  }
}

/// Works as long as the test does, or until `work` ends by itself.
func beside<Value: Sendable>(
  _ work: @escaping @Sendable () async throws -> Void,
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask {
      try await work()
      return nil
    }
    group.addTask { try await body() }
    defer { group.cancelAll() }
    while let value = try await group.next() { if let value { return value } }
    throw ProvingError.failed("nobody came to an end")
  }
}

/// Looks again and again until it is so.
func until(_ isSo: @Sendable () async throws -> Bool) async throws {
  while try await !isSo() { try await Task.sleep(for: .milliseconds(2)) }
}
