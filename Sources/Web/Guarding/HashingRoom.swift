import Glibc
import Store
import Synchronization

/// Where passwords are hashed: each takes megabytes and a good while on purpose, so few are hashed at
/// once, and who comes when too many wait is sent away. All else goes on meanwhile.
package final class HashingRoom: Sendable {
  package static let atOnceMax = 2
  /// About a second of waiting on one core.
  package static let waitingMax = 48

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var isOver = false
    /// Most that were at work at one time, to be looked at by tests.
    var working = 0
    var workingMost = 0
  }

  private let shared: Shared

  private final class Shared: Sendable {
    let state = Mutex(State())
    let signal = Semaphore()
  }

  package init(threads: Int = HashingRoom.atOnceMax) {
    let shared = Shared()
    self.shared = shared
    for _ in 0..<threads {
      startThread { while Self.workOnce(shared) {} }
    }
  }

  deinit {
    shared.state.withLock { $0.isOver = true }
    for _ in 0..<Self.atOnceMax { shared.signal.post() }
  }

  /// False when too many wait.
  func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = shared.state.withLock { state in
      guard state.waiting.count < Self.waitingMax else { return false }
      state.waiting.append(work)
      return true
    }
    if isTaken { shared.signal.post() }
    return isTaken
  }

  package var workingMost: Int { shared.state.withLock { $0.workingMost } }

  private static func workOnce(_ shared: Shared) -> Bool {
    shared.signal.wait()
    let work = shared.state.withLock { state -> (@Sendable () -> Void)? in
      guard !state.waiting.isEmpty else { return nil }
      state.working += 1
      state.workingMost = max(state.workingMost, state.working)
      return state.waiting.removeFirst()
    }
    guard let work else { return !shared.state.withLock { $0.isOver } }
    work()
    shared.state.withLock { $0.working -= 1 }
    return true
  }
}

/// Counts what there is to do.
private final class Semaphore: @unchecked Sendable {
  // POSIX semaphores may be used from any thread; the place in memory is the semaphore's for good.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func post() { sem_post(semaphore) }
  func wait() { while sem_wait(semaphore) != 0 {} }
}
