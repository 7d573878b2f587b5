import Market
import Synchronization

/// A read by several threads side by side, which all see the same committed state.
///
/// Each has a connection of its own, besides those of the store: so they need not wait for any
/// that are at work.
final class SharedReading<Plan: Sendable, Value: Sendable>: Sendable {
  typealias Outcome = Result<(plan: Plan, values: [Value]), any Error>

  private let body: @Sendable (borrowing Snapshot, Plan, Int) throws -> Value
  private let answer: @Sendable (Outcome) -> Void
  private let halt = Halt()
  private let state: Mutex<State>

  private struct State {
    var running: Int
    var values: [Int: Value] = [:]
  }

  private init(
    _ count: Int, _ body: @escaping @Sendable (borrowing Snapshot, Plan, Int) throws -> Value,
    _ answer: @escaping @Sendable (Outcome) -> Void
  ) {
    self.body = body
    self.answer = answer
    state = Mutex(State(running: count))
  }

  /// The readers begin one after the other, here; what is read before the others run is read by
  /// the first.
  static func start(
    _ connections: [any Connection],
    _ plan: (borrowing Snapshot) throws -> Plan,
    then body: @escaping @Sendable (borrowing Snapshot, Plan, Int) throws -> Value,
    _ answer: @escaping @Sendable (Outcome) -> Void
  ) {
    do {
      let first = Snapshot(on: connections[0])
      let plan = try plan(first)
      try first.throwSwallowed()
      let reading = SharedReading(connections.count, body, answer)
      for (number, connection) in connections.enumerated() {
        let lent = LentConnection(connection)
        startThread { reading.run(number, on: lent.connection, plan) }
      }
    } catch {
      for connection in connections { connection.close() }
      answer(.failure(error))
    }
  }

  private func run(_ number: Int, on connection: any Connection, _ plan: Plan) {
    let outcome = Result {
      try connection.readOn(Snapshot(on: connection, until: halt)) { try body($0, plan, number) }
    }
    connection.close()
    if case .failure(let error) = outcome { halt.call(because: error) }
    let values: [Int: Value]? = state.withLock { state in
      state.running -= 1
      if case .success(let value) = outcome { state.values[number] = value }
      return state.running == 0 ? state.values : nil
    }
    guard let values else { return }
    if let error = halt.reason { return answer(.failure(error)) }
    answer(.success((plan, values.sorted { $0.key < $1.key }.map(\.value))))
  }
}

/// Tells those who read together that one of them has failed: there is no use in going on.
final class Halt: Sendable {
  private let isCalled = Atomic(false)
  private let first: Mutex<(any Error)?> = Mutex(nil)

  /// What failed first.
  var reason: (any Error)? { first.withLock(\.self) }

  func call(because error: any Error) {
    first.withLock { $0 = $0 ?? error }
    isCalled.store(true, ordering: .releasing)
  }

  func throwIfCalled() throws {
    if isCalled.load(ordering: .acquiring), let reason { throw reason }
  }
}

// Nobody uses it any more where it came from, and only one thread where it goes.
private struct LentConnection: @unchecked Sendable {
  let connection: any Connection
  init(_ connection: any Connection) { self.connection = connection }
}
