package import Market

extension Transaction {
  /// Promises work. With a key, the same work waits only once: the task that waits already is
  /// returned. One that runs already is not enough, since it may have looked before now.
  @discardableResult
  package func enqueue(
    _ kind: String, _ payload: String, key: String? = nil, at due: Instant
  ) throws -> ID<QueuedTask> {
    if let key {
      let waiting: ID<QueuedTask>? = try row(
        "select id from queued_task where key = $1 and state = 'waiting'", key
      ) { try $0[0] }
      if let waiting { return waiting }
    }
    let id = next(QueuedTask.self)
    try run(
      """
      insert into queued_task (id, kind, payload, key, state, due_at, attempts)
      values ($1, $2, $3, $4, 'waiting', $5, 0)
      """, id, kind, payload, key, due)
    return id
  }

  /// Takes what is due longest. A worker that does not finish within `lease` loses it to the next.
  package func claimTasks(
    atMost limit: Int, for lease: Duration, at now: Instant
  ) throws -> [QueuedTask] {
    let due = try rows(
      """
      select id, kind, payload, state, due_at, attempts, fault from queued_task
      where state in ('waiting', 'running') and due_at <= $1 order by due_at, id limit $2
      """, now, limit, as: QueuedTask.init(row:))
    return try due.compactMap { task in
      let claimed = try task.claimed(at: now, for: lease)
      try save(claimed)
      guard case .running = claimed.state else { return nil }
      return claimed
    }
  }

  package func finishTask(_ id: ID<QueuedTask>, attempt: Int, at now: Instant) throws {
    try save(task(id).finished(attempt: attempt, at: now))
  }

  package func failTask(
    _ id: ID<QueuedTask>, attempt: Int, because fault: String, isHopeless: Bool = false,
    at now: Instant, using random: inout some RandomNumberGenerator
  ) throws {
    let failed = try task(id).failed(
      attempt: attempt, because: fault, isHopeless: isHopeless, at: now, using: &random)
    try save(failed)
  }

  package func reviveTask(_ id: ID<QueuedTask>, at now: Instant) throws {
    try save(task(id).revived(at: now))
  }

  /// Forgets what was done before `moment`. Dead tasks stay until somebody has looked at them.
  package func forgetTasks(doneBefore moment: Instant) throws -> Int {
    try run("delete from queued_task where state = 'done' and due_at < $1", moment)
  }

  /// A task that waits again beside a newer one of the same key no longer stands for the key.
  private func giveUpKey(of id: ID<QueuedTask>) throws {
    try run(
      """
      update queued_task set key = null where id = $1 and key in (
        select key from queued_task where state = 'waiting' and id <> $1 and key is not null)
      """, id)
  }

  private func save(_ task: QueuedTask) throws {
    if case .waiting = task.state { try giveUpKey(of: task.id) }
    let (state, due) = task.state.columns
    try run(
      "update queued_task set state = $2, due_at = $3, attempts = $4, fault = $5 where id = $1",
      task.id, state, due, task.attempts, task.fault)
  }
}

extension Reading where Self: ~Copyable {
  package func task(_ id: ID<QueuedTask>) throws -> QueuedTask {
    let found = try row(
      """
      select id, kind, payload, state, due_at, attempts, fault from queued_task where id = $1
      """, id, as: QueuedTask.init(row:))
    guard let found else { throw QueueError.unknown(id) }
    return found
  }

  /// For staff: the tasks in one state, the oldest first.
  package func tasks(_ state: String, atMost limit: Int) throws -> [QueuedTask] {
    try rows(
      """
      select id, kind, payload, state, due_at, attempts, fault from queued_task
      where state = $1 order by due_at, id limit $2
      """, state, limit, as: QueuedTask.init(row:))
  }

  /// How many tasks there are in each state.
  package func taskCounts() throws -> [(state: String, count: Int)] {
    try rows("select state, count(*) from queued_task group by state order by state") {
      (state: try $0[0], count: try $0[1])
    }
  }
}

/// More claims than any task can have seen.
private let attemptsPlausible = 1_000_000_000

extension QueuedTask {
  fileprivate init(row: borrowing Row) throws {
    let due: Instant = try row[4]
    let state: State =
      switch try row[3] as String {
      case "waiting": .waiting(until: due)
      case "running": .running(until: due)
      case "done": .done(at: due)
      case "dead": .dead(at: due)
      case let other: throw StoreError.corrupt("a task is in state “\(other)”")
      }
    let attempts: Int = try row[5]
    guard (0...attemptsPlausible).contains(attempts) else {
      throw StoreError.corrupt("a task has \(attempts) attempts")
    }
    self.init(
      id: try row[0], kind: try row[1], payload: try row[2], state: state, attempts: attempts,
      fault: try row[6])
  }
}

extension QueuedTask.State {
  /// The name of the state, and the moment that goes with it.
  package var columns: (name: String, at: Instant) {
    switch self {
    case .waiting(let until): ("waiting", until)
    case .running(let until): ("running", until)
    case .done(let at): ("done", at)
    case .dead(let at): ("dead", at)
    }
  }
}
