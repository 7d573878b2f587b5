import Market
import Proving
import Testing

@Suite struct QueuedTaskTests {
  @Test func `a task that kills its workers is dead after a round, and a revived one has another`()
    throws
  {
    var task = QueuedTask(id: ID(1), kind: "k", payload: "p", state: .waiting(until: now))
    for _ in 1...QueuedTask.attemptsMax {
      task = try task.claimed(at: now, for: .zero)
      guard case .running = task.state else {
        Issue.record("\(task.state)")
        return
      }
    }
    let dead = try task.claimed(at: now, for: .zero)
    #expect(dead.state == .dead(at: now))
    #expect(dead.fault != nil)
    let revived = try dead.revived(at: now)
    let running = try revived.claimed(at: now, for: .seconds(60))
    #expect(running.state == .running(until: now + .seconds(60)))
    #expect(throws: QueueError.lostClaim(ID(1))) { try running.finished(attempt: 1, at: now) }
  }

  /// Every state against every action. The task has been claimed three times.
  @Test(arguments: table)
  func `each state allows what it should and refuses the rest`(line: Line) throws {
    var random = Seeded(1)
    let task = task(in: line.state, attempts: line.attempts)
    let outcome = Result { () throws(QueueError) in try line.action.apply(to: task, &random) }
    switch (line.expected, outcome) {
    case (.refused(let expected), .failure(let error)):
      #expect(error == expected)
    case (.becomes(let state, let attempts), .success(let after)):
      #expect(after.state == state)
      #expect(after.attempts == attempts)
      #expect(after.id == task.id && after.kind == task.kind && after.payload == task.payload)
    case (.waitsAgain, .success(let after)):
      guard case .waiting(let until) = after.state else {
        Issue.record("\(after)")
        return
      }
      #expect(until > now)
      #expect(after.attempts == task.attempts)
    default:
      Issue.record("\(outcome)")
    }
  }

  @Test func `a fault is kept until the work is done`() throws {
    var random = Seeded(1)
    let failed = try task(in: .running(until: later))
      .failed(attempt: 3, because: "no answer", at: now, using: &random)
    #expect(failed.fault == "no answer")
    let again = try failed.claimed(at: now + .hours(7), for: .seconds(60))
    #expect(again.fault == "no answer")
    #expect(try again.finished(attempt: 4, at: now + .hours(7)).fault == nil)
  }

  @Test func `a task that no other try would help is dead at once, and can be revived`() throws {
    var random = Seeded(1)
    let dead = try task(in: .running(until: later))
      .failed(attempt: 3, because: "no such mailbox", isHopeless: true, at: now, using: &random)
    #expect(dead.state == .dead(at: now))
    #expect(dead.fault == "no such mailbox")
    #expect(try dead.revived(at: later).state == .waiting(until: later))
  }

  @Test func `a task that always fails dies after its last attempt`() throws {
    var random = Seeded(1)
    var time = now
    var task = task(in: .waiting(until: time), attempts: 0)
    var attempts = 0
    while case .waiting(let until) = task.state {
      time = until
      task = try task.claimed(at: time, for: .seconds(60))
      attempts += 1
      task = try task.failed(attempt: attempts, because: "no", at: time, using: &random)
    }
    #expect(attempts == QueuedTask.attemptsMax)
    #expect(task.state == .dead(at: time))
    let revived = try task.revived(at: time)
    #expect(revived.state == .waiting(until: time))
    #expect(revived.attempts == QueuedTask.attemptsMax, "a late worker of before stays too late")
    #expect(revived.fault == "no")
  }
}

private let earlier = now + .milliseconds(-1)
private let later = now + .milliseconds(1)
private let id = ID<QueuedTask>(42)

private func task(in state: QueuedTask.State, attempts: Int = 3) -> QueuedTask {
  QueuedTask(id: id, kind: "kind", payload: "payload", state: state, attempts: attempts)
}

enum Action {
  case claim
  case finish(attempt: Int)
  case fail(attempt: Int)
  case revive

  fileprivate func apply(
    to task: QueuedTask, _ random: inout Seeded
  ) throws(QueueError) -> QueuedTask {
    switch self {
    case .claim: try task.claimed(at: now, for: .seconds(60))
    case .finish(let attempt): try task.finished(attempt: attempt, at: now)
    case .fail(let attempt):
      try task.failed(attempt: attempt, because: "no", at: now, using: &random)
    case .revive: try task.revived(at: now)
    }
  }
}

enum Expected {
  case becomes(QueuedTask.State, attempts: Int)
  case waitsAgain
  case refused(QueueError)
}

struct Line: CustomTestStringConvertible {
  let state: QueuedTask.State
  var attempts = 3
  let action: Action
  let expected: Expected

  init(
    _ state: QueuedTask.State, attempts: Int = 3, _ action: Action, _ expected: Expected
  ) {
    self.state = state
    self.attempts = attempts
    self.action = action
    self.expected = expected
  }

  var testDescription: String { "\(state), \(action)" }
}

private let claimed = Expected.becomes(.running(until: now + .seconds(60)), attempts: 4)
private let notDue = Expected.refused(.notDue(id))
private let lost = Expected.refused(.lostClaim(id))
private let notDead = Expected.refused(.notDead(id))

private let table: [Line] = [
  Line(.waiting(until: earlier), .claim, claimed),
  Line(.waiting(until: now), .claim, claimed),
  Line(.waiting(until: later), .claim, notDue),
  Line(.waiting(until: now), .finish(attempt: 3), lost),
  Line(.waiting(until: now), .fail(attempt: 3), lost),
  Line(.waiting(until: now), .revive, notDead),

  Line(.running(until: earlier), .claim, claimed),
  Line(.running(until: now), .claim, claimed),
  Line(.running(until: later), .claim, notDue),
  Line(.running(until: later), .finish(attempt: 3), .becomes(.done(at: now), attempts: 3)),
  // Its time is over, but nobody has taken over yet.
  Line(.running(until: earlier), .finish(attempt: 3), .becomes(.done(at: now), attempts: 3)),
  Line(.running(until: later), .finish(attempt: 2), lost),
  Line(.running(until: later), .finish(attempt: 4), lost),
  Line(.running(until: later), .fail(attempt: 3), .waitsAgain),
  Line(.running(until: later), .fail(attempt: 2), lost),
  Line(.running(until: later), attempts: 11, .fail(attempt: 11), .waitsAgain),
  Line(
    .running(until: later), attempts: 12, .fail(attempt: 12),
    .becomes(.dead(at: now), attempts: 12)),
  Line(.running(until: later), .revive, notDead),

  Line(.done(at: earlier), .claim, notDue),
  Line(.done(at: earlier), .finish(attempt: 3), lost),
  Line(.done(at: earlier), .fail(attempt: 3), lost),
  Line(.done(at: earlier), .revive, notDead),

  Line(.dead(at: earlier), .claim, notDue),
  Line(.dead(at: earlier), .finish(attempt: 3), lost),
  Line(.dead(at: earlier), .fail(attempt: 3), lost),
  Line(.dead(at: earlier), .revive, .becomes(.waiting(until: now), attempts: 3)),
]
