import Store
import Synchronization

/// Waits for what blocks on a thread of its own, which async code must not lend. When the task is
/// cancelled nobody waits for that thread any more; it ends by the limits of what it does.
func onOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  let wait = Wait()
  try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { caller in
      guard wait.begin(caller) else { return }
      startThread { wait.end(Result { try body() }) }
    }
  } onCancel: {
    wait.end(.failure(CancellationError()))
  }
}

/// Somebody who waits for one result, the first of those that come.
private final class Wait: Sendable {
  private enum State {
    case idle
    case waiting(CheckedContinuation<Void, any Error>)
    case over(Result<Void, any Error>)
  }

  private let state = Mutex(State.idle)

  /// False when it is over before it has begun.
  func begin(_ caller: CheckedContinuation<Void, any Error>) -> Bool {
    let early: Result<Void, any Error>? = state.withLock { state in
      if case .over(let result) = state { return result }
      state = .waiting(caller)
      return nil
    }
    if let early { caller.resume(with: early) }
    return early == nil
  }

  func end(_ result: Result<Void, any Error>) {
    let caller: CheckedContinuation<Void, any Error>? = state.withLock { state in
      defer { if case .over = state {} else { state = .over(result) } }
      if case .waiting(let caller) = state { return caller }
      return nil
    }
    caller?.resume(with: result)
  }
}
