import Market
import Proving
import Testing

@testable import Store

@Suite struct QueueTests {
  @Test(arguments: Engine.all)
  func `work with a key waits only once, but again while it is being done`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let promise: @Sendable (borrowing Transaction) throws -> ID<QueuedTask> = { tx in
        try tx.enqueue("render", "home", key: "home", at: now)
      }
      let first = try await store.write(promise).value
      #expect(try await store.write(promise).value == first)
      let other = try await store.write { try $0.enqueue("render", "x", key: "x", at: now) }.value
      #expect(other != first)
      _ = try await claim(store, atMost: 1)
      let again = try await store.write(promise).value
      #expect(again == ID(3), "the one that runs may have looked before now")
      #expect(try await store.write(promise).value == again)
      try await store.write { tx in
        var random = Seeded(1)
        try tx.failTask(first, attempt: 1, because: "x", at: now, using: &random)
      }
      #expect(try await store.write(promise).value == again, "it alone stands for the key")
      let waiting = try await store.read { try $0.tasks("waiting", atMost: 9).map(\.id) }
      #expect(Set(waiting) == [first, other, again])
    }
  }

  @Test(arguments: Engine.all)
  func `work without a key is promised each time`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for number in 1...3 {
        let id = try await store.write { tx in try tx.enqueue("k", "p", at: now) }.value
        #expect(id == ID(Int64(number)))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `what is due longest is claimed first, and what is not due is not`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      // Due after so many seconds; ids 1 to 6.
      for seconds in [5, 0, 3, 3, 20, -9] as [Int64] {
        try await store.write { tx in try tx.enqueue("k", "p", at: now + .seconds(seconds)) }
      }
      let first = try await claim(store, atMost: 3, at: now + .seconds(10))
      #expect(first.map(\.id.number) == [6, 2, 3])
      let second = try await claim(store, atMost: 3, at: now + .seconds(10))
      #expect(second.map(\.id.number) == [4, 1])
      #expect(
        second.allSatisfy { $0.attempts == 1 && $0.state == .running(until: now + .seconds(40)) })
      #expect(try await claim(store, atMost: 3, at: now + .seconds(19)).isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `when a lease runs out another worker takes over and the late one is refused`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.write { tx in try tx.enqueue("k", "p", at: now) }.value
      #expect(try await claim(store).map(\.attempts) == [1])
      #expect(try await claim(store, at: now + .milliseconds(29_999)).isEmpty)
      #expect(try await claim(store, at: now + .seconds(30)).map(\.attempts) == [2])
      await #expect(throws: QueueError.lostClaim(id)) {
        try await store.write { tx in try tx.finishTask(id, attempt: 1, at: now) }
      }
      await #expect(throws: QueueError.lostClaim(id)) {
        try await store.write { tx in try tx.fail(id, attempt: 1) }
      }
      try await store.write { tx in try tx.finishTask(id, attempt: 2, at: now + .seconds(31)) }
      #expect(try await store.read { try $0.task(id).state } == .done(at: now + .seconds(31)))
    }
  }

  @Test(arguments: Engine.all)
  func `a task that fails too often waits for a person, who can give it another round`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.write { tx in try tx.enqueue("k", "p", at: now) }.value
      for attempt in 1...QueuedTask.attemptsMax {
        let time = now + .days(Int64(attempt))
        #expect(try await claim(store, at: time).map(\.attempts) == [attempt])
        try await store.write { tx in try tx.fail(id, attempt: attempt, at: time) }
      }
      let later = now + .days(100)
      #expect(try await claim(store, at: later).isEmpty)
      let dead = try await store.read { try $0.tasks("dead", atMost: 10) }
      #expect(dead.map(\.id) == [id])
      #expect(dead.first?.fault == "no answer")
      try await store.write { tx in try tx.reviveTask(id, at: later) }
      #expect(try await claim(store, at: later).map(\.attempts) == [QueuedTask.attemptsMax + 1])
      await #expect(throws: QueueError.notDead(id)) {
        try await store.write { tx in try tx.reviveTask(id, at: later) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a task that nobody has promised is unknown`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      await #expect(throws: QueueError.unknown(ID(7))) {
        try await store.write { tx in try tx.finishTask(ID(7), attempt: 1, at: now) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `staff see how many there are, and what was done long ago is forgotten`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        for number in 1...5 { try tx.enqueue("k", "\(number)", at: now) }
        _ = try tx.claimTasks(atMost: 4, for: .seconds(30), at: now)
        try tx.finishTask(ID(1), attempt: 1, at: now)
        try tx.finishTask(ID(2), attempt: 1, at: now + .seconds(1))
      }
      let kill = "update queued_task set state = 'dead', due_at = 0 where id = 3"
      try ground.tamper(kill)
      let counts = try await store.read { try $0.taskCounts().map { "\($0.state) \($0.count)" } }
      #expect(counts == ["dead 1", "done 2", "running 1", "waiting 1"])
      let gone = try await store.write { try $0.forgetTasks(doneBefore: now + .seconds(1)) }.value
      #expect(gone == 1)
      let left = try await store.read { try $0.taskCounts().map { "\($0.state) \($0.count)" } }
      #expect(left == ["dead 1", "done 1", "running 1", "waiting 1"])
    }
  }
}

@Suite struct ScheduleTests {
  @Test(arguments: Engine.all)
  func `a schedule that is due becomes one task, however many rounds were missed`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let seal = Schedule(name: "seal", kind: "seal", payload: "p", every: .minutes(1), next: now)
    let daily = Schedule(
      name: "daily", kind: "daily", payload: "", every: .days(1), next: now + .days(1))
    try await ground.withStore { store in
      try await store.write { tx in
        try tx.plan(seal)
        try tx.plan(daily)
      }
      let time = now + .minutes(10) + .seconds(1)
      #expect(try await store.write { try $0.enqueueScheduled(at: time) }.value == [ID(1)])
      #expect(try await store.write { try $0.enqueueScheduled(at: time) }.value.isEmpty)
      let schedules = try await store.read { try $0.schedules() }
      #expect(schedules == [daily, seal.advanced(past: time)])
      let task = try await store.read { try $0.task(ID(1)) }
      #expect(task.kind == "seal" && task.payload == "p" && task.state == .waiting(until: time))
    }
  }

  @Test(arguments: Engine.all)
  func `a round that nobody has worked off takes in the next`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let seal = Schedule(name: "seal", kind: "seal", payload: "", every: .minutes(1), next: now)
    try await ground.withStore { store in
      try await store.write { tx in try tx.plan(seal) }
      for minute in 0...3 as ClosedRange<Int64> {
        let ids = try await store.write { try $0.enqueueScheduled(at: now + .minutes(minute)) }
        #expect(ids.value == [ID(1)])
      }
      _ = try await claim(store)
      try await store.write { tx in try tx.finishTask(ID(1), attempt: 1, at: now) }
      let ids = try await store.write { try $0.enqueueScheduled(at: now + .minutes(4)) }
      #expect(ids.value == [ID(2)])
    }
  }

  @Test(arguments: Engine.all)
  func `a plan is replaced by its name and can be dropped`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let first = Schedule(name: "s", kind: "a", payload: "1", every: .minutes(1), next: now)
    let second = Schedule(
      name: "s", kind: "b", payload: "2", every: .hours(1), next: now + .hours(1))
    try await ground.withStore { store in
      try await store.write { tx in
        try tx.plan(first)
        try tx.plan(second)
      }
      #expect(try await store.read { try $0.schedules() } == [second])
      try await store.write { tx in try tx.dropSchedule("s") }
      #expect(try await store.read { try $0.schedules() }.isEmpty)
    }
  }
}

@Suite struct OutboxTests {
  @Test(arguments: Engine.all)
  func `what goes out waits in the queue and is marked once`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.write { tx in
        try tx.post("mail", to: "a@example.org", "你好", at: now)
      }.value
      let waiting = try await store.read { try $0.outgoing(id) }
      #expect(
        waiting
          == Outgoing(
            id: id, channel: "mail", recipient: "a@example.org", body: "你好", writtenAt: now))
      let task = try #require(try await claim(store).first)
      #expect(task.kind == Outgoing.taskKind && task.payload == "\(id)")
      let sent = now + .seconds(2)
      #expect(try await store.write { try $0.markSent(id, at: sent) }.value)
      #expect(try await !store.write { try $0.markSent(id, at: sent + .seconds(1)) }.value)
      #expect(try await store.read { try $0.outgoing(id)?.sentAt } == sent)
      // It may have held a code.
      #expect(try await store.read { try $0.outgoing(id)?.body } == "sent")
      #expect(try await !store.write { try $0.markSent(ID(99), at: sent) }.value)
      #expect(try await store.read { try $0.outgoing(ID(99)) } == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `an action that is refused sends nothing`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      await #expect(throws: Refusal()) {
        try await store.write { tx in
          try tx.post("mail", to: "a@example.org", "hello", at: now)
          throw Refusal()
        }
      }
      let isEmpty = try await store.read {
        let outgoing = try $0.outgoing(ID(1))
        return try outgoing == nil && $0.taskCounts().isEmpty
      }
      #expect(isEmpty)
    }
  }
}

private func claim(_ store: Store, atMost limit: Int = 10, at time: Instant = now) async throws
  -> [QueuedTask]
{
  try await store.write { try $0.claimTasks(atMost: limit, for: .seconds(30), at: time) }.value
}

extension Transaction {
  fileprivate func fail(_ id: ID<QueuedTask>, attempt: Int, at time: Instant = now) throws {
    var random = Seeded(1)
    try failTask(id, attempt: attempt, because: "no answer", at: time, using: &random)
  }
}
