import Glibc
import Market
import Proving
import Testing

@testable import Store

@Suite struct CallbackTests {
  @Test(arguments: Engine.all)
  func `who cannot wait is called back with what came of it`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let written = Heard<Result<Committed<Setting>, any Error>>()
      store.write { tx in
        try tx.set("fee", to: "20", by: "test", at: now)
      } then: {
        written.add($0)
      }
      let committed = try #require(try written.wait(for: 1).first).get()
      #expect(committed.position == Position(1))
      let read = Heard<Result<Setting?, any Error>>()
      store.read {
        try $0.setting("fee")
      } then: {
        read.add($0)
      }
      let setting = try #require(try read.wait(for: 1).first).get()
      #expect(setting == committed.value)
    }
  }

  @Test(arguments: Engine.all)
  func `a refusal comes back once, as does an error of a read`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let answers = Heard<String>()
      store.write { tx in
        try tx.enqueue("k", "p", at: now)
        throw Refusal()
      } then: { (outcome: Result<Committed<Void>, any Error>) in
        answers.add("write \(outcome.error as? Refusal == Refusal())")
      }
      try answers.wait(for: 1)
      store.read { _ in
        throw Refusal()
      } then: { (outcome: Result<Void, any Error>) in
        answers.add("read \(outcome.error as? Refusal == Refusal())")
      }
      try answers.wait(for: 2)
      #expect(try await store.read { try $0.taskCounts().isEmpty })
      #expect(answers.all == ["write true", "read true"])
    }
  }

  @Test(arguments: Engine.all)
  func `callbacks come on the threads that did the work, in the order of the writes`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let count = 500
      let here = pthread_self()
      let told = Heard<(number: Int, thread: pthread_t)>()
      for number in 1...count {
        store.write { tx in
          try tx.enqueue("k", "\(number)", at: now)
        } then: { _ in
          told.add((number, pthread_self()))
        }
      }
      let writes = try told.wait(for: count)
      #expect(writes.map(\.number) == Array(1...count))
      #expect(Set(writes.map(\.thread)).count == 1)
      let read = Heard<pthread_t>()
      store.read { _ in
      } then: { _ in
        read.add(pthread_self())
      }
      let reader = try #require(try read.wait(for: 1).first)
      #expect(![here, writes[0].thread].contains(reader))
    }
  }

  @Test(arguments: Engine.all)
  func `whoever comes too late is told so at once`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let store = try Store(at: ground.address)
    let before = Heard<Bool>()
    store.write { tx in
      try tx.enqueue("k", "p", at: now)
    } then: {
      before.add($0.error == nil)
    }
    await store.close()
    #expect(before.all == [true], "what was asked for before is still done")
    let after = Heard<StoreError?>()
    store.write { _ in
    } then: {
      after.add($0.error as? StoreError)
    }
    store.read { _ in
    } then: {
      after.add($0.error as? StoreError)
    }
    #expect(after.all == [.closed, .closed])
  }

  @Test(arguments: Engine.all)
  func `a callback may ask for more`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let answers = Heard<[String]>()
      store.write { tx in
        try tx.enqueue("k", "p", at: now)
      } then: { _ in
        store.read {
          try $0.tasks("waiting", atMost: 9).map(\.payload)
        } then: { outcome in
          answers.add((try? outcome.get()) ?? [])
        }
      }
      let answer = try answers.wait(for: 1)
      #expect(answer == [["p"]])
    }
  }
}

extension Result {
  fileprivate var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
