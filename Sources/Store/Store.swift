package import Market
import Synchronization

/// The marketplace's database, on either engine.
///
/// Everything that is written goes through one writer; reads go to connections of their own and
/// never wait for it.
package final class Store: Sendable {
  package let address: Address
  private let replica: Address?
  private let writer: Writer
  private let readers: Readers
  /// Reads the database itself when a replica lags behind; the same as `readers` without one.
  private let readersOfSource: Readers
  private let threads: Countdown

  package struct Options: Sendable {
    /// How many reads can run side by side.
    package var readers = 4
    /// A copy of the database that answers reads and may lag behind.
    package var replica: Address?
    package init() {}
  }

  /// Refuses a database that is missing, damaged, or of another version than this program's.
  package init(at address: Address, _ options: Options = Options()) throws {
    try Schema.check(address)
    self.address = address
    replica = options.replica
    let sourceReaders = options.replica == nil ? options.readers : 1
    let copyReaders = options.replica == nil ? 0 : options.readers
    let threads = Countdown(1 + sourceReaders + copyReaders)
    self.threads = threads
    writer = Writer(open: { try address.open(.writing) }, finished: threads.tick)
    readersOfSource = Readers(
      count: sourceReaders, open: { try address.open(.reading) }, finished: threads.tick)
    if let replica = options.replica {
      readers = Readers(
        count: copyReaders, open: { try replica.open(.reading) }, finished: threads.tick)
    } else {
      readers = readersOfSource
    }
  }

  /// Does all of `body` or nothing, and returns when it is safe on the disk.
  ///
  /// The closure may run more than once and must do nothing outside.
  @discardableResult
  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
  ) async throws -> Committed<Value> {
    try await withCheckedThrowingContinuation { caller in
      writer.submit(WriteJob(body, for: caller))
    }
  }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    try await read(from: readers, body)
  }

  private func read<Value: Sendable>(
    from readers: Readers, _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
      readers.submit(ReadJob(body, for: caller))
    }
  }

  /// How many transactions wait for the writer.
  package var waitingWrites: Int { writer.waiting }

  /// Finishes what was asked for and closes all connections.
  package func close() async {
    writer.close()
    readers.close()
    if replica != nil { readersOfSource.close() }
    await threads.wait()
  }
}

// MARK: For commands that do one thing and end

extension Store {
  package static func withReader<Value>(
    of address: Address, _ body: (borrowing Snapshot) throws -> Value
  ) throws -> Value {
    try Schema.check(address)
    let connection = try address.open(.reading)
    defer { connection.close() }
    return try connection.read(body)
  }

  /// The same rules as for `write`, on the thread of the caller.
  package static func withWriter<Value>(
    of address: Address, _ body: (borrowing Transaction) throws -> Value
  ) throws -> Value {
    try Schema.check(address)
    let connection = try address.open(.writing)
    defer { connection.close() }
    do {
      let batch = try Batch(on: connection)
      let value = try body(Transaction(in: batch))
      try batch.commit()
      return value
    } catch {
      try? connection.step(.rollback)
      throw error
    }
  }
}

// MARK: Reading what one wrote

extension Store {
  static let replicaPatience = Duration.milliseconds(500)
  static let replicaPause = Duration.milliseconds(5)

  /// Reads what holds at least the log up to `position`: a replica is given a moment to catch up,
  /// then the database itself is asked.
  package func read<Value: Sendable>(
    after position: Position,
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    let deadline = ContinuousClock.now + Self.replicaPatience
    while replica != nil, ContinuousClock.now < deadline {
      let answer = try await read(from: readers) { snapshot in
        try snapshot.position() < position ? nil : try body(snapshot)
      }
      if let answer { return answer }
      try await Task.sleep(for: Self.replicaPause)
    }
    return try await read(from: readersOfSource, body)
  }
}

/// Lets one wait until a number of threads has ended.
private final class Countdown: Sendable {
  private struct State {
    var left: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(left: count)) }

  @Sendable func tick() {
    let ready = state.withLock { state in
      state.left -= 1
      return state.left == 0 ? state.waiting : []
    }
    for caller in ready { caller.resume() }
  }

  func wait() async {
    await withCheckedContinuation { caller in
      let isOver = state.withLock { state in
        if state.left > 0 { state.waiting.append(caller) }
        return state.left == 0
      }
      if isOver { caller.resume() }
    }
  }
}
