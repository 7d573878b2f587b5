package import Market
package import Store

extension Worker {
  /// Does a task. It may run again after it has done all, when the worker dies before that is
  /// written; so it does what bears a repetition. It should end soon when it is cancelled.
  package typealias Handler = @Sendable (QueuedTask, Store) async throws -> Void

  package struct Settings: Sendable {
    /// By the kind of the tasks.
    package var handlers: [String: Handler]
    /// What is planned when the worker begins, unless it is planned so already.
    package var schedules: [Schedule]
    /// How long a task is the worker's. Whoever comes later takes it for left lying.
    package var lease = Duration.minutes(5)
    let clock: @Sendable () -> Instant

    package init(
      _ handlers: [String: Handler], _ schedules: [Schedule] = [],
      clock: @escaping @Sendable () -> Instant
    ) {
      self.handlers = handlers
      self.schedules = schedules
      self.clock = clock
    }

    /// A handler is stopped while the task is still the worker's.
    var patience: Duration { lease * 4 / 5 }
  }
}

/// Ever longer pauses between tries, until one has been good.
struct Pauses {
  private static let spans: [Duration] = [
    .milliseconds(100), .milliseconds(500), .seconds(2), .seconds(5), .seconds(15),
  ]
  private(set) var failures = 0

  mutating func next() -> Duration {
    defer { failures += 1 }
    return Self.spans[min(failures, Self.spans.count - 1)]
  }

  mutating func end() { failures = 0 }
}
