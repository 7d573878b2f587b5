import Dispatch
import Synchronization

/// What waits for one or more worker threads, in order.
final class Inbox<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    /// What stands before it has been taken.
    var head = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let countMax: Int

  init(countMax: Int) { self.countMax = countMax }

  var count: Int { state.withLock { $0.items.count - $0.head } }

  func put(_ item: Item) throws(StoreError) {
    let refusal: StoreError? = state.withLock { state in
      if state.isClosed { return .closed }
      if state.items.count - state.head >= countMax { return .overloaded }
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
        let taken = Array(state.items[state.head...].prefix(limit))
        state.head += taken.count
        // Now and then, so that taking one of many does not move the others each time.
        if state.head * 2 >= state.items.count {
          state.items.removeFirst(state.head)
          state.head = 0
        }
        return (taken, state.items.isEmpty && state.isClosed)
      }
      if !taken.isEmpty { return taken }
      if isOver { return nil }
    }
  }
}
