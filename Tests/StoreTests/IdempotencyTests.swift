import Market
import Testing

@testable import Store

@Suite struct IdempotencyTests {
  private let key = IdempotencyKey(scope: "member:1", key: "k", request: "pay 5")

  @Test(arguments: Engine.all)
  func `a request that comes twice is done once and gets the same answer`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let key = key
    try await ground.withStore { store in
      for _ in 1...3 {
        let answer = try await store.write { tx in
          try tx.once(key, at: now) { tx in "order \(try tx.enqueue("k", "p", at: now))" }
        }
        #expect(answer.value == "order 1")
      }
      #expect(try await store.read { try $0.taskCounts().map(\.count) } == [1])
    }
  }

  @Test(arguments: Engine.all)
  func `the same key for something else is refused`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let key = key
    let other = IdempotencyKey(scope: "member:1", key: "k", request: "pay 6")
    try await ground.withStore { store in
      try await store.write { tx in _ = try tx.once(key, at: now) { _ in "done" } }
      await #expect(throws: IdempotencyError.otherRequest("k")) {
        try await store.write { tx in _ = try tx.once(other, at: now) { _ in "done" } }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `keys of two scopes do not meet`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for scope in ["member:1", "member:2", "gateway"] {
        let key = IdempotencyKey(scope: scope, key: "k", request: "pay \(scope)")
        let answer = try await store.write { tx in try tx.once(key, at: now) { _ in scope } }
        #expect(answer.value == scope)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `between claim and answer a repetition is told to wait`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let key = key
    try await ground.withStore { store in
      #expect(try await store.write { try $0.claim(key, at: now) }.value == nil)
      await #expect(throws: IdempotencyError.inFlight("k")) {
        try await store.write { tx in _ = try tx.claim(key, at: now) }
      }
      try await store.write { tx in try tx.answerClaim(key, with: "paid") }
      #expect(try await store.write { try $0.claim(key, at: now) }.value == "paid")
    }
  }

  @Test(arguments: Engine.all)
  func `an abandoned claim can be made again, an answered one cannot be abandoned`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    let key = key
    try await ground.withStore { store in
      for _ in 1...2 {
        #expect(try await store.write { try $0.claim(key, at: now) }.value == nil)
        try await store.write { tx in try tx.abandonClaim(key) }
      }
      _ = try await store.write { tx in try tx.once(key, at: now) { _ in "paid" } }
      try await store.write { tx in try tx.abandonClaim(key) }
      #expect(try await store.write { try $0.claim(key, at: now) }.value == "paid")
    }
  }

  @Test(arguments: Engine.all)
  func `work that fails leaves its key free`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let key = key
    try await ground.withStore { store in
      await #expect(throws: Refusal()) {
        try await store.write { tx in _ = try tx.once(key, at: now) { _ in throw Refusal() } }
      }
      let answer = try await store.write { tx in try tx.once(key, at: now) { _ in "paid" } }
      #expect(answer.value == "paid")
    }
  }

  @Test(arguments: Engine.all)
  func `old keys are forgotten and count again`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let key = key
    let young = IdempotencyKey(scope: "member:1", key: "young", request: "")
    try await ground.withStore { store in
      try await store.write { tx in
        _ = try tx.once(key, at: now) { _ in "first" }
        _ = try tx.once(young, at: now + .days(1)) { _ in "first" }
      }
      let gone = try await store.write { try $0.forgetIdempotency(before: now + .days(1)) }
      #expect(gone.value == 1)
      let answers = try await store.write { tx in
        [
          try tx.once(key, at: now) { _ in "second" },
          try tx.once(young, at: now) { _ in "second" },
        ]
      }
      #expect(answers.value == ["second", "first"])
    }
  }
}
