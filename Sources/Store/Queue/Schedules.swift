package import Market

extension Transaction {
  /// Puts a schedule in force, or replaces the one of the same name.
  package func plan(_ schedule: Schedule) throws {
    try run(
      """
      insert into schedule (name, kind, payload, every_ms, next_at) values ($1, $2, $3, $4, $5)
      on conflict (name) do update set kind = excluded.kind, payload = excluded.payload,
        every_ms = excluded.every_ms, next_at = excluded.next_at
      """, schedule.name, schedule.kind, schedule.payload, schedule.every.milliseconds,
      schedule.next)
  }

  package func dropSchedule(_ name: String) throws {
    try run("delete from schedule where name = $1", name)
  }

  /// Turns every schedule that is due into a task, once for all rounds that were missed.
  package func enqueueScheduled(at now: Instant) throws -> [ID<QueuedTask>] {
    try schedules().filter { $0.isDue(at: now) }.map { schedule in
      let task = try enqueue(
        schedule.kind, schedule.payload, key: "schedule:\(schedule.name)", at: now)
      try plan(schedule.advanced(past: now))
      return task
    }
  }
}

extension Reading where Self: ~Copyable {
  /// When there is something to do next: a task, one that a worker has left lying, or a schedule.
  package func nextDue() throws -> Instant? {
    let task: Instant?? = try row(
      "select min(due_at) from queued_task where state in ('waiting', 'running')"
    ) { try $0[0] }
    let schedule: Instant?? = try row("select min(next_at) from schedule") { try $0[0] }
    return [task, schedule].compactMap { $0 ?? nil }.min()
  }

  package func schedules() throws -> [Schedule] {
    try rows("select name, kind, payload, every_ms, next_at from schedule order by name") { row in
      let every: Int64 = try row[3]
      guard every > 0 else { throw StoreError.corrupt("a schedule runs every \(every) ms") }
      return Schedule(
        name: try row[0], kind: try row[1], payload: try row[2], every: .milliseconds(every),
        next: try row[4])
    }
  }
}
