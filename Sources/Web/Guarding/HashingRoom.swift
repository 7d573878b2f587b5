import Store
import Synchronization

/// Where passwords are hashed: each takes megabytes and a good while on purpose, so few are hashed at
/// once, on threads that are there as long as there is something to do, and who comes when too many wait
/// is sent away. All else goes on meanwhile. Files are written in another such room.
final class HashingRoom: Sendable {
  static let atOnceMax = 2
  /// About a second of waiting on one core.
  static let waitingMax = 48

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var threads = 0
  }

  private let state = Mutex(State())
  private let atOnceMax: Int
  private let waitingMax: Int

  init(atOnceMax: Int = atOnceMax, waitingMax: Int = waitingMax) {
    (self.atOnceMax, self.waitingMax) = (atOnceMax, waitingMax)
  }

  /// Nobody who comes now is let in: he is told so before anything is counted against him.
  var isFull: Bool { state.withLock { $0.waiting.count >= waitingMax } }

  /// False when too many wait.
  func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    let (isTaken, isThreadWanted) = state.withLock { state in
      guard state.waiting.count < waitingMax else { return (false, false) }
      state.waiting.append(work)
      guard state.threads < atOnceMax else { return (true, false) }
      state.threads += 1
      return (true, true)
    }
    if isThreadWanted { startThread { self.workAll() } }
    return isTaken
  }

  private func workAll() {
    while let work = next() { work() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.threads -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
