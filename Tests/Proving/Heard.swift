import Glibc
import Synchronization

/// What other threads have told, in the order in which they did.
package final class Heard<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  package init() {}

  package func add(_ value: Value) { values.withLock { $0.append(value) } }

  package var all: [Value] { values.withLock { $0 } }

  /// Once so many are there.
  @discardableResult
  package func wait(for count: Int) throws -> [Value] {
    try waitUntil("only \(all.count) of \(count)") { all.count >= count }
    return all
  }
}

/// Looks again and again; fails when patience is over.
package func waitUntil(
  _ complaint: @autoclosure () -> String, _ isSo: () throws -> Bool
) throws {
  let end = ContinuousClock.now + Client.patience
  while try !isSo() {
    guard ContinuousClock.now < end else { throw ProvingError.failed(complaint()) }
    _ = poll(nil, 0, 1)
  }
}
