package import Market

/// What is told of work.
package enum Event: Sendable {
  case done(QueuedTask)
  /// It will be tried again.
  case failed(QueuedTask)
  /// It was tried often enough, and waits for a person.
  case dead(QueuedTask)
  /// What was done of it is not in the queue, so that it will be done again.
  case lost(QueuedTask, any Error)
  case sealed(LedgerBlock)
  /// The database is away, or something else may pass; it is tried again.
  case trouble(any Error)
  /// What was wrong is so no more.
  case mended
  /// Another database stands in the place of the one that was worked for.
  case replaced
}

/// Why a task came to nothing, where its handler did not say so itself.
package enum WorkError: Error, Hashable {
  case unknownKind(String)
  case tooSlow(Duration)
  case interrupted
}

/// What a handler throws when no other try would end better: the task waits for a person at once.
package struct Hopeless: Error {
  package let cause: any Error

  package init(_ cause: any Error) { self.cause = cause }
}

extension WorkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownKind(let kind): "This worker knows no tasks of the kind “\(kind)”."
    case .tooSlow(let patience): "It was not done within \(patience)."
    case .interrupted: "The worker was asked to end before it was done."
    }
  }
}
