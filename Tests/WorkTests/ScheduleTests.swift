import Market
import Proving
import Store
import Testing
import Work

@Suite struct ScheduleTests {
  @Test(arguments: Engine.all)
  func `a schedule is worked off at its time, and once a round`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let seen = Heard<Instant>()
      let bell = Schedule(
        name: "bell", kind: "ring", payload: "", every: .minutes(10), next: start + .minutes(1))
      let settings = Worker.Settings(["ring": { _, _ in seen.add(clock.now) }], [bell]) {
        clock.now
      }
      for _ in 0...41 {
        // Two that begin anew each time put nothing off and do nothing twice.
        for _ in 1...2 {
          try await Worker.run(settings, on: store, untilIdle: true) { _ in }
        }
        clock.pass(.seconds(30))
      }
      #expect(seen.all == [start + .minutes(1), start + .minutes(11)])
    }
  }

  @Test(arguments: Engine.all)
  func `workers that race for a round do it once`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let seen = Heard<Bool>()
      let bell = Schedule(
        name: "bell", kind: "ring", payload: "", every: .minutes(10), next: start)
      let settings = Worker.Settings(["ring": { _, _ in seen.add(true) }], [bell]) { start }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...4 {
          group.addTask { [address = ground.address] in
            try await Worker.run(settings, at: address, untilIdle: true) { _ in }
          }
        }
        try await group.waitForAll()
      }
      #expect(seen.all.count == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `a schedule that a new program has differently is planned anew`(engine: Engine) async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for (every, first) in [(Duration.hours(1), start), (.hours(1), start + .days(1))] {
        let settings = Worker.Settings([:], [hourly(every, from: first)]) { start + .days(-1) }
        try await Worker.run(settings, on: store, untilIdle: true) { _ in }
        #expect(try await store.read { try $0.schedules() } == [hourly(.hours(1), from: start)])
      }
      let other = hourly(.hours(2), from: start + .days(2))
      let settings = Worker.Settings([:], [other]) { start + .days(-1) }
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      #expect(try await store.read { try $0.schedules() } == [other])
    }
  }

  private func hourly(_ every: Duration, from first: Instant) -> Schedule {
    Schedule(name: "s", kind: "k", payload: "", every: every, next: first)
  }

  @Test(arguments: Engine.all)
  func `the house is tidied each hour, of just what is old`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let old = IdempotencyKey(scope: "s", key: "old", request: "r")
      let young = IdempotencyKey(scope: "s", key: "young", request: "r")
      let cut = start + .days(7)
      try await store.write { tx in
        _ = try tx.once(old, at: cut + .hours(-48) + .milliseconds(-1)) { _ in "answer" }
        _ = try tx.once(young, at: cut + .hours(-48)) { _ in "answer" }
        // Done a moment too long ago, done just not so long ago, and one that is dead.
        for number in 1...3 { try tx.enqueue("k", "\(number)", at: start + .days(-1)) }
        _ = try tx.claimTasks(atMost: 2, for: .hours(1), at: start)
        try tx.finishTask(ID(1), attempt: 1, at: start + .milliseconds(-1))
        try tx.finishTask(ID(2), attempt: 1, at: start)
      }
      clock.pass(.days(7))
      let settings = Worker.Settings(
        [Housekeeping.taskKind: Housekeeping.handler { clock.now }, "k": { _, _ in throw Halt() }],
        [Housekeeping.schedule(from: cut)]
      ) { clock.now }
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      // What fails stays, and so does the task that tidied.
      #expect(try await store.counts() == ["done 2", "waiting 1"])
      await #expect(throws: QueueError.unknown(ID(1))) { try await store.task(ID(1)) }
      let known = try await store.write { tx in
        [try tx.claim(old, at: cut), try tx.claim(young, at: cut)]
      }.value
      #expect(known == [nil, "answer"])
      let next = try await store.read { try $0.schedules().map(\.next) }
      #expect(next == [cut + .hours(1)])
    }
  }
}

private struct Halt: Error {}

@Suite struct SealingTests {
  @Test(arguments: Engine.all)
  func `sealing tells each block once, and keeps its head`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let heads = ground.folder.file("ledger.head")
    try await ground.withStore { store in
      let nothing = try await Sealing.seal(store, headsTo: heads) { start }
      #expect(nothing.blocks.isEmpty && nothing.head == nil)
      let told = Heard<String>()
      try await beside {
        try await Sealing.run(on: store, headsTo: heads, every: .milliseconds(5)) {
          start
        } tell: {
          told.add($0.words)
        }
      } _: {
        for number in 1...3 as ClosedRange<Int64> {
          try await store.write { tx in
            _ = try tx.ledgerAccount(
              for: .init(.party(number), .wallet, .cny, at: .sandbox), at: start)
          }
          try await until { told.all.count == Int(number) }
        }
      }
      #expect(told.all == ["sealed 1", "sealed 2", "sealed 3"])
      let last = try await Sealing.seal(store, headsTo: heads) { start }
      #expect(last.blocks.isEmpty && last.head?.block == 3)
    }
  }
}
