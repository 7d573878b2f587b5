import Glibc
import Market
import Proving
import Store
import Testing

@testable import Work

private struct Broken: Error, CustomStringConvertible {
  var description: String { "no answer\0" }
}

@Suite(.timeLimit(.minutes(10))) struct WorkerTests {
  @Test(arguments: Engine.all)
  func `workers that race do each task once`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let count = 200
    try await ground.withStore { store in
      try await store.write { tx in
        for number in 1...count { try tx.enqueue("count", "\(number)", at: start) }
      }
      let seen = Heard<String>()
      let settings = Worker.Settings(["count": { task, _ in seen.add(task.payload) }]) { start }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...3 {
          group.addTask { [address = ground.address] in
            try await Worker.run(settings, at: address, untilIdle: true) { _ in }
          }
        }
        try await group.waitForAll()
      }
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      #expect(seen.all.count == count)
      #expect(Set(seen.all).count == count)
      #expect(try await store.counts() == ["done \(count)"])
    }
  }

  @Test(arguments: Engine.all)
  func `a few tasks are done at once, and never more`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for _ in 1...(3 * Worker.atOnceMax) { _ = try await store.enqueue("wait") }
      let running = Heard<Int>()
      let ended = Heard<Bool>()
      let settings = Worker.Settings([
        "wait": { _, _ in
          running.add(running.all.count + 1 - ended.all.count)
          // Until as many as may be are at it.
          try await until { running.all.count >= Worker.atOnceMax }
          ended.add(true)
        }
      ]) { start }
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      #expect(running.all.count == 3 * Worker.atOnceMax)
      #expect(running.all.allSatisfy { $0 <= Worker.atOnceMax })
    }
  }

  @Test(arguments: Engine.all)
  func `what a worker that died has left is done by the next`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let id = try await store.enqueue("k")
      let seen = Heard<Int>()
      let settings = Worker.Settings(["k": { task, _ in seen.add(task.attempts) }]) { clock.now }
      // A worker that takes it, and is never heard of again.
      let lease = settings.lease
      try await store.write { try $0.claimTasks(atMost: 1, for: lease, at: start) }
      clock.pass(settings.lease - .milliseconds(1))
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      #expect(seen.all.isEmpty, "it may still be at it")
      clock.pass(.milliseconds(1))
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      #expect(seen.all == [2])
      #expect(try await store.task(id).state == .done(at: clock.now))
    }
  }

  @Test(arguments: Engine.all)
  func `who comes back after his lease is told that he lost the task`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let id = try await store.enqueue("k")
      let told = Heard<String>()
      let settings = Worker.Settings([
        "k": { _, store in
          clock.pass(.minutes(6))
          let later = clock.now
          try await store.write { try $0.claimTasks(atMost: 1, for: .hours(1), at: later) }
        }
      ]) { clock.now }
      try await Worker.run(settings, on: store, untilIdle: true) { told.add($0.words) }
      #expect(told.all == ["lost \(id)"])
      #expect(try await store.task(id).attempts == 2)
    }
  }

  @Test(arguments: Engine.all, [nil, "no answer"])
  func `what came of a task counts once, however often it is written`(
    engine: Engine, fault: String?
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.enqueue("k")
      let task = try #require(
        try await store.write { try $0.claimTasks(atMost: 1, for: .hours(1), at: start) }.value
          .first)
      let first = try await store.write { try $0.settle(task, fault, at: start) }.value
      let again = try await store.write { try $0.settle(task, fault, at: start + .hours(1)) }.value
      #expect(first == again)
      #expect(try await store.task(id) == first)
    }
  }

  @Test(arguments: Engine.all)
  func `a task that fails waits longer each time, and is dead in the end`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let id = try await store.enqueue("k")
      let told = Heard<String>()
      let settings = Worker.Settings(["k": { _, _ in throw Broken() }]) { clock.now }
      for attempt in 1..<QueuedTask.attemptsMax {
        try await Worker.run(settings, on: store, untilIdle: true) { told.add($0.words) }
        let task = try await store.task(id)
        guard case .waiting(let until) = task.state else {
          Issue.record("after \(attempt) attempts it is \(task.state)")
          return
        }
        let full = min(Backoff.first * (1 << (attempt - 1)), Backoff.longest)
        #expect(until - clock.now >= full / 2 && until - clock.now <= full)
        #expect(task.attempts == attempt && task.fault == "no answer")
        clock.pass(until - clock.now)
      }
      try await Worker.run(settings, on: store, untilIdle: true) { told.add($0.words) }
      #expect(try await store.task(id).state == .dead(at: clock.now))
      let failures = Array(repeating: "failed \(id)", count: QueuedTask.attemptsMax - 1)
      #expect(told.all == failures + ["dead \(id)"])
    }
  }

  @Test(arguments: Engine.all)
  func `a kind that nobody knows is a fault that says so, and others are done`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let odd = try await store.enqueue("odd")
      let plain = try await store.enqueue("plain")
      let told = Heard<String>()
      let settings = Worker.Settings(["plain": { _, _ in }]) { start }
      try await Worker.run(settings, on: store, untilIdle: true) { told.add($0.words) }
      #expect(Set(told.all) == ["failed \(odd)", "done \(plain)"])
      let fault = try await store.task(odd).fault
      #expect(fault == "This worker knows no tasks of the kind “odd”.")
    }
  }

  @Test(arguments: Engine.all)
  func `a handler that takes too long is stopped while the task is still its own`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.enqueue("slow")
      var settings = Worker.Settings([
        "slow": { _, _ in try await Task.sleep(for: .seconds(3_600)) }
      ]) { start }
      settings.lease = .milliseconds(50)
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
      let fault = try await store.task(id).fault
      #expect(fault?.contains("not done within") == true)
    }
  }

  @Test(arguments: Engine.all)
  func `a worker that is asked to end gives back what it is at`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.enqueue("endless")
      let begun = Heard<Bool>()
      let settings = Worker.Settings([
        "endless": { _, _ in
          begun.add(true)
          try await Task.sleep(for: .seconds(3_600))
        }
      ]) { start }
      try await beside {
        try await Worker.run(settings, on: store) { _ in }
      } _: {
        try await until { !begun.all.isEmpty }
      }
      let task = try await store.task(id)
      #expect(task.fault == "The worker was asked to end before it was done.")
      #expect(try await store.counts() == ["waiting 1"])
    }
  }

  @Test(arguments: Engine.all)
  func `what comes while it works is done soon`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let told = Heard<String>()
      let settings = Worker.Settings(["k": { _, _ in }]) { start }
      try await beside {
        try await Worker.run(settings, on: store) { told.add($0.words) }
      } _: {
        for number in 1...3 as ClosedRange<Int64> {
          _ = try await store.enqueue("k")
          try await until { told.all.last == "done \(number)" }
        }
      }
    }
  }
}

// MARK: While the database is away

@Suite(.timeLimit(.minutes(10))) struct WorkerAwayTests {
  @Test(.enabled(if: PostgresCluster.programs != nil))
  func `a server that is away is waited for, and what was done is not done again`() async throws {
    let cluster = try PostgresCluster(.full)
    try cluster.administer("create database market")
    let address = Address.postgres(url: cluster.url(of: "market"))
    _ = try Database.create(at: address, at: start)
    try await Store.with(address) { store in
      let id = try await store.enqueue("stop")
      let done = Heard<Int>()
      let told = Heard<String>()
      let settings = Worker.Settings([
        "stop": { task, _ in
          done.add(task.attempts)
          try cluster.restart(by: "QUIT")
        }
      ]) { start }
      try await beside {
        try await Worker.run(settings, on: store) { told.add($0.words) }
      } _: {
        try await until { told.all.contains("done \(id)") }
      }
      #expect(done.all == [1])
    }
  }

  @Test(.enabled(if: PostgresCluster.programs != nil))
  func `trouble is told, and that it is over`() async throws {
    let ground = try Ground(.postgres)
    guard case .postgres(let url) = ground.address else { return }
    let name = try #require(PostgresCluster.name(url))
    let cluster = try PostgresCluster.shared.get()
    try await ground.withStore { store in
      let told = Heard<String>()
      let settings = Worker.Settings(["k": { _, _ in }]) { start }
      try await beside {
        try await Worker.run(settings, on: store) { told.add($0.words) }
      } _: {
        try cluster.administer("alter database \(name) allow_connections false")
        try cluster.administer(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)'")
        try await until { told.all.contains("trouble") }
        try cluster.administer("alter database \(name) allow_connections true")
        try await until { told.all.contains("mended") }
        _ = try await store.enqueue("k")
        try await until { told.all.last == "done 1" }
      }
      #expect(told.all.filter { $0 != "trouble" } == ["mended", "done 1"])
    }
  }

  @Test func `another database in its place is worked for from then on`() async throws {
    let ground = try Ground(.sqlite)
    let other = try Ground(.sqlite)
    try await other.withStore { _ = try await $0.enqueue("k", "other") }
    let seen = Heard<String>()
    let told = Heard<String>()
    let settings = Worker.Settings(["k": { task, _ in seen.add(task.payload) }]) { start }
    try await ground.withStore { _ = try await $0.enqueue("k", "first") }
    let (place, file) = (ground.folder.file("market.db"), other.folder.file("market.db"))
    try await beside { [address = ground.address] in
      try await Worker.run(settings, at: address) { told.add($0.words) }
    } _: {
      try await until { seen.all == ["first"] }
      for ending in ["-wal", "-shm"] { unlink(place + ending) }
      #expect(rename(file, place) == 0)
      try await until { seen.all == ["first", "other"] }
      try await until { told.all == ["done 1", "replaced", "done 1"] }
    }
  }
}
