import Market
import Store

extension Transaction {
  /// Plans it unless it is planned so already: a worker that begins does not put it off.
  func keep(_ schedule: Schedule) throws {
    let known = try schedules().first { $0.name == schedule.name }
    if let known, known.kind == schedule.kind, known.payload == schedule.payload,
      known.every == schedule.every
    {
      return
    }
    try plan(schedule)
  }

  /// Writes what came of a task. It may be asked for again by who does not know whether the first
  /// time was committed.
  func settle(
    _ task: QueuedTask, _ fault: String?, isHopeless: Bool = false, at now: Instant
  ) throws -> QueuedTask {
    let found = try self.task(task.id)
    let isRunning = if case .running = found.state { true } else { false }
    if found.attempts == task.attempts, !isRunning { return found }
    if let fault {
      var random = SystemRandomNumberGenerator()
      try failTask(
        task.id, attempt: task.attempts, because: fault, isHopeless: isHopeless, at: now,
        using: &random)
    } else {
      try finishTask(task.id, attempt: task.attempts, at: now)
    }
    return try self.task(task.id)
  }
}

/// What is kept of an error, for staff to read.
enum Fault {
  static let charactersMax = 500

  static func text(of error: any Error) -> String {
    String("\(error)".replacing("\0", with: "").prefix(charactersMax))
  }
}
