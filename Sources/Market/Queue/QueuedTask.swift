/// Work that somebody promised to do later, and that is done at least once.
///
/// A worker claims it for a while; if the worker vanishes, the claim runs out and another takes
/// over. `attempts` counts all claims there ever were, and so tells a late worker that it is no
/// longer the one; after a round of `attemptsMax` of them the task is dead until somebody revives
/// it.
package struct QueuedTask: Hashable, Sendable {
  package static let attemptsMax = 12

  package enum State: Hashable, Sendable {
    case waiting(until: Instant)
    case running(until: Instant)
    case done(at: Instant)
    case dead(at: Instant)
  }

  package let id: ID<QueuedTask>
  package let kind: String
  package let payload: String
  package private(set) var state: State
  package private(set) var attempts: Int
  /// What went wrong the last time, for staff to read.
  package private(set) var fault: String?

  package init(
    id: ID<QueuedTask>, kind: String, payload: String, state: State, attempts: Int = 0,
    fault: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.payload = payload
    self.state = state
    self.attempts = attempts
    self.fault = fault
  }
}

extension QueuedTask: Entity {
  package static let noun = Noun.queuedTask
}

extension QueuedTask {
  /// Running for `lease`; or dead, when it has used up its attempts and no worker lived to say why.
  package func claimed(at now: Instant, for lease: Duration) throws(QueueError) -> QueuedTask {
    switch state {
    case .waiting(let until), .running(let until):
      guard until <= now else { throw .notDue(id) }
    case .done, .dead: throw .notDue(id)
    }
    var task = self
    if case .running = state, isRoundOver {
      task.fault = "the workers that took it never came back"
      task.state = .dead(at: now)
      return task
    }
    task.state = .running(until: now + lease)
    task.attempts += 1
    return task
  }

  package func finished(attempt: Int, at now: Instant) throws(QueueError) -> QueuedTask {
    try held(by: attempt)
    var task = self
    task.state = .done(at: now)
    task.fault = nil
    return task
  }

  /// Waits longer after every failure, and is dead after the last attempt; or at once, when no other
  /// would help.
  package func failed(
    attempt: Int, because fault: String, isHopeless: Bool = false, at now: Instant,
    using random: inout some RandomNumberGenerator
  ) throws(QueueError) -> QueuedTask {
    try held(by: attempt)
    var task = self
    task.fault = fault
    task.state =
      isRoundOver || isHopeless
      ? .dead(at: now)
      : .waiting(until: now + Backoff.delay(after: attempts % Self.attemptsMax, using: &random))
    return task
  }

  /// A person has looked at the fault and wants another round.
  package func revived(at now: Instant) throws(QueueError) -> QueuedTask {
    guard case .dead = state else { throw .notDead(id) }
    var task = self
    task.state = .waiting(until: now)
    return task
  }

  private var isRoundOver: Bool { attempts > 0 && attempts % Self.attemptsMax == 0 }

  private func held(by attempt: Int) throws(QueueError) {
    guard case .running = state, attempts == attempt else { throw .lostClaim(id) }
  }
}

package enum QueueError: Error, Hashable {
  case unknown(ID<QueuedTask>)
  case notDue(ID<QueuedTask>)
  case notDead(ID<QueuedTask>)
  /// The claim ran out and somebody else has the task, or it is finished.
  case lostClaim(ID<QueuedTask>)
}
