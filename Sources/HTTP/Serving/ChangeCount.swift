import Synchronization

/// A number that grows with each change of the site, and the requests that wait for it to grow.
package final class ChangeCount: Sendable {
  /// A browser has six connections to a server, and waiting must leave it some for pages.
  package static let waitingMax = 4

  private let state: Mutex<State>

  private struct State {
    var number: Int64
    /// Who waits longest is the first.
    var waiting: [(reply: Reply, after: Int64)] = []
    var isOver = false
  }

  /// `first` should be larger than any number of a former run: pages of that one are still open.
  package init(from first: Int64) { state = Mutex(State(number: first)) }

  package var number: Int64 { state.withLock(\.number) }

  package var waiting: Int { state.withLock(\.waiting.count) }

  /// The site has changed: whoever waits is told.
  package func announce() {
    let (number, told) = state.withLock { state in
      state.number += 1
      let (number, waiting) = (state.number, state.waiting)
      state.waiting.removeAll { $0.after < number }
      return (number, waiting.filter { $0.after < number })
    }
    for (reply, _) in told { reply.send(.change(number)) }
  }

  /// Nobody waits any more, now and later.
  package func end() {
    let waiting = state.withLock { state in
      state.isOver = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for (reply, _) in waiting { reply.send(.noChange) }
  }

  /// Answers as soon as the number is larger than that. Whoever has waited longest makes room when too
  /// many do.
  func answer(_ reply: Reply, after number: Int64) {
    let next: (Reply, Answer)? = state.withLock { state in
      if state.number > number { return (reply, .change(state.number)) }
      if state.isOver { return (reply, .noChange) }
      state.waiting.append((reply, number))
      guard state.waiting.count > Self.waitingMax else { return nil }
      return (state.waiting.removeFirst().reply, .noChange)
    }
    if let (reply, answer) = next { reply.send(answer) }
  }

  /// Who has left, or was told that there is nothing, gives up his place.
  @discardableResult
  func leave(_ id: Reply.ID) -> Reply? {
    state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0.reply.id == id }) else { return nil }
      return state.waiting.remove(at: place).reply
    }
  }
}

extension Answer {
  package static func change(_ number: Int64) -> Answer { Answer(.ok, saying: "\(number)") }

  /// Ask again.
  static let noChange = Answer(
    .noContent, FieldLines([("Cache-Control", "no-store")] + Protection.lines), .none)
}
