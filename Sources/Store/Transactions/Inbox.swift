import Dispatch
import Synchronization

/// What waits for one or more worker threads, in order.
final class Inbox<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let countMax: Int

  init(countMax: Int) { self.countMax = countMax }

  var count: Int { state.withLock { $0.items.count } }

  func put(_ item: Item) throws(StoreError) {
    let refusal: StoreError? = state.withLock { state in
      if state.isClosed { return .closed }
      if state.items.count >= countMax { return .overloaded }
      state.items.append(item)
      return nil
    }
    if let refusal { throw refusal }
    arrived.signal()
  }

  /// Lets no more in; the workers finish what is there.
  func close(workers: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<workers { arrived.signal() }
  }

  /// Waits for something. Nil when the inbox is closed and empty.
  func take(atMost limit: Int) -> [Item]? {
    while true {
      arrived.wait()
      let (taken, isOver) = state.withLock { state -> ([Item], Bool) in
        let taken = Array(state.items.prefix(limit))
        state.items.removeFirst(taken.count)
        return (taken, state.items.isEmpty && state.isClosed)
      }
      if !taken.isEmpty { return taken }
      if isOver { return nil }
    }
  }
}
