import Synchronization

/// A number that grows with each change of the site, and the requests that wait for it to grow.
package final class ChangeCount: Sendable {
  /// A browser has six connections to a server, and waiting must leave it some for pages.
  package static let waitingMax = 4

  let patience: Duration
  private let state: Mutex<State>

  private struct State {
    var number: Int64
    var tickets: Int64 = 0
    /// Who waits longest is the first.
    var waiting: [(ticket: Int64, alarm: Alarm)] = []
  }

  /// `first` should be larger than any number of a former run: pages of that one are still open.
  package init(from first: Int64, patience: Duration = .seconds(25)) {
    self.patience = patience
    state = Mutex(State(number: first))
  }

  package var number: Int64 { state.withLock(\.number) }

  package var waiting: Int { state.withLock(\.waiting.count) }

  /// The site has changed: whoever waits is told.
  package func announce() {
    let alarms = state.withLock { state in
      state.number += 1
      return state.waiting.map(\.alarm)
    }
    for alarm in alarms { alarm.ring() }
  }

  /// Whoever has waited longest makes room when too many do.
  func wait(after number: Int64, _ alarm: Alarm) -> Waiting {
    let (ticket, longest) = state.withLock { state in
      state.tickets += 1
      state.waiting.append((state.tickets, alarm))
      let isFull = state.waiting.count > Self.waitingMax
      return (state.tickets, isFull ? state.waiting.removeFirst().alarm : nil)
    }
    longest?.ring()
    return Waiting(self, after: number, ticket)
  }

  fileprivate func hasPlace(_ ticket: Int64) -> Bool {
    state.withLock { $0.waiting.contains { $0.ticket == ticket } }
  }

  fileprivate func leave(_ ticket: Int64) {
    state.withLock { $0.waiting.removeAll { $0.ticket == ticket } }
  }
}

/// The place of one request among those that wait. It is given up with the last reference.
final class Waiting {
  private let changes: ChangeCount
  private let after: Int64
  private let ticket: Int64

  fileprivate init(_ changes: ChangeCount, after: Int64, _ ticket: Int64) {
    self.changes = changes
    self.after = after
    self.ticket = ticket
  }

  deinit { changes.leave(ticket) }

  /// Nil as long as there is nothing to say.
  var answer: Answer? {
    let number = changes.number
    if number > after { return .change(number) }
    return changes.hasPlace(ticket) ? nil : .noChange
  }
}

extension Answer {
  package static func change(_ number: Int64) -> Answer { Answer(.ok, saying: "\(number)") }

  /// Ask again.
  static let noChange = Answer(
    .noContent, FieldLines([("Cache-Control", "no-store")] + Protection.lines), .none)
}
