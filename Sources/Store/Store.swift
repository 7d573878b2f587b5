package import Market
import Synchronization

/// The marketplace's database, on either engine.
///
/// Everything that is written goes through one writer; reads go to connections of their own and
/// never wait for it.
package final class Store: Sendable {
  package let address: Address
  private let writer: Writer
  private let readers: Readers
  private let replica: Replica?
  private let threads: Countdown
  /// When it was opened.
  private let file: FileMark?

  package struct Options: Sendable {
    /// How many reads can run side by side.
    package var readers = 4
    /// A copy of the database that answers reads and may lag behind.
    package var replica: Address?
    /// Of the writer.
    package var room = Room.usual
    /// Of each reader.
    package var readerRoom = Room.usual
    package init() {}
  }

  /// Refuses a database that is missing, damaged, or of another version than this program's.
  package init(at address: Address, _ options: Options = Options()) throws {
    try Schema.check(address)
    if let replica = options.replica { try Schema.check(replica: replica, of: address) }
    self.address = address
    file = address.file
    let pools = options.replica == nil ? 1 : 2
    let threads = Countdown(1 + pools * options.readers)
    self.threads = threads
    let room = options.room
    writer = Writer(open: { try address.open(.writing, room) }, finished: threads.tick)
    let readerRoom = options.readerRoom
    func pool(_ address: Address) -> Readers {
      Readers(
        count: options.readers, open: { try address.open(.reading, readerRoom) },
        finished: threads.tick)
    }
    readers = pool(address)
    replica = options.replica.map { Replica(pool($0)) }
  }

  /// Whether another database stands where this one was opened, so that nobody sees any more what is
  /// written here.
  package var isReplaced: Bool {
    guard let now = address.file else { return false }
    return now != file
  }

  /// Opens the database for one piece of work, and closes it when that is done.
  package static func with<Value: Sendable>(
    _ address: Address, _ options: Options = Options(), _ work: (Store) async throws -> Value
  ) async throws -> Value {
    let store = try Store(at: address, options)
    do {
      let value = try await work(store)
      await store.close()
      return value
    } catch {
      await store.close()
      throw error
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
      write(body) { caller.resume(with: $0) }
    }
  }

  /// The same for who cannot wait: calls `then` once, on the writer's thread, which does nothing else
  /// meanwhile; or at once on the caller's, when no more is let in.
  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction) throws -> Value,
    then answer: @escaping @Sendable (Result<Committed<Value>, any Error>) -> Void
  ) {
    writer.submit(WriteJob(body, then: answer))
  }

  /// Reads from the replica, if there is one and it answers; else from the database itself.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
      read(body) { caller.resume(with: $0) }
    }
  }

  /// The same for who cannot wait: calls `then` once, on a reader's thread; or at once on the
  /// caller's, when no more is let in.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value,
    then answer: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    guard let replica, replica.isAwake else {
      return readers.submit(ReadJob(body, then: answer))
    }
    let source = readers
    let attempt = ReadJob(body) { outcome in
      guard case .failure(StoreError.unavailable) = outcome else { return answer(outcome) }
      replica.fellSilent()
      source.submit(ReadJob(body, then: answer))
    }
    replica.readers.submit(attempt)
  }

  /// The same from the database itself, whatever a replica knows by now.
  package func readNewest<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value,
    then answer: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    readers.submit(ReadJob(body, then: answer))
  }

  private func read<Value: Sendable>(
    from readers: Readers, _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
      readers.submit(ReadJob(body) { caller.resume(with: $0) })
    }
  }

  /// Reads by several threads side by side, which all see the database as it was at one moment.
  /// Their answers come in the order of their numbers.
  ///
  /// When one of them fails, the next statement of each of the others fails too, and the first
  /// error is thrown. No replica is asked: it could not tell all of them the same.
  package func read<Value: Sendable>(
    by count: Int,
    _ body: @escaping @Sendable (borrowing Snapshot, _ reader: Int) throws -> Value
  ) async throws -> [Value] {
    try await read(by: count) { _ in
    } then: { snapshot, _, reader in
      try body(snapshot, reader)
    }.values
  }

  /// The same after something was read in that moment which all of them need.
  package func read<Plan: Sendable, Value: Sendable>(
    by count: Int,
    _ plan: @escaping @Sendable (borrowing Snapshot) throws -> Plan,
    then body: @escaping @Sendable (borrowing Snapshot, Plan, _ reader: Int) throws -> Value
  ) async throws -> (plan: Plan, values: [Value]) {
    precondition(count > 0, "somebody must read")
    try threads.begin()
    defer { threads.tick() }
    let address = address
    return try await withCheckedThrowingContinuation { caller in
      startThread {
        do {
          SharedReading.start(try address.openTogether(count), plan, then: body) {
            caller.resume(with: $0)
          }
        } catch {
          caller.resume(throwing: error)
        }
      }
    }
  }

  /// How many transactions wait for the writer.
  package var waitingWrites: Int { writer.waiting }

  /// Finishes what was asked for and closes all connections.
  package func close() async {
    writer.close()
    readers.close()
    replica?.readers.close()
    await threads.wait()
  }
}

// MARK: Reading what one wrote

extension Store {
  /// Reads what holds at least the log up to `position`: a replica is given a moment to catch up,
  /// then the database itself is asked.
  package func read<Value: Sendable>(
    after position: Position,
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    let deadline = ContinuousClock.now + Replica.patience
    while position != .unlogged, let replica, replica.isAwake, ContinuousClock.now < deadline {
      do {
        let answer = try await read(from: replica.readers) { snapshot in
          try snapshot.position() < position ? nil : try body(snapshot)
        }
        if let answer { return answer }
        try await Task.sleep(for: Replica.pause)
      } catch StoreError.unavailable {
        replica.fellSilent()
      }
    }
    return try await read(from: readers, body)
  }
}

/// Lets one wait until a number of threads has ended.
private final class Countdown: Sendable {
  private struct State {
    var left: Int
    var isAwaited = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(left: count)) }

  /// One more, unless the end is waited for.
  func begin() throws(StoreError) {
    let isLate = state.withLock { state in
      if !state.isAwaited { state.left += 1 }
      return state.isAwaited
    }
    if isLate { throw .closed }
  }

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
        state.isAwaited = true
        if state.left > 0 { state.waiting.append(caller) }
        return state.left == 0
      }
      if isOver { caller.resume() }
    }
  }
}
