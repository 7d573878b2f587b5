import Market
import Proving
import Store
import Testing
import Work

/// What is published is found soon, whoever follows the log.
@Suite struct SearchingTests {
  @Test(arguments: Engine.all)
  func `what was there before is found, and what comes is found soon`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let stand = try await store.write { try $0.stand() }.value
      let old = try await store.write { try $0.publish("Old 旧", at: stand) }.value
      let work: @Sendable () async throws -> Void = {
        try await Searching.run(on: store, clock: { start }) { print($0.words) }
      }
      try await beside(work) {
        try await until { try await store.found("旧") == [old] }
        for number in 0..<5 {
          let begun = ContinuousClock.now
          let gig = try await store.write { try $0.publish("New \(number) 新", at: stand) }.value
          try await until { try await store.found("new \(number)") == [gig] }
          // A quarter of a second, and what a busy machine adds to it.
          #expect(ContinuousClock.now - begun < .seconds(10))
        }
        #expect(try await store.found("新").count == 5)
        try await store.write { try $0.pauseGig(old, by: .operator, at: start) }
        #expect(try await store.found("旧").isEmpty)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `several who do the same do no harm, and the cursor is where the log ends`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let stand = try await store.write { try $0.stand() }.value
      for number in 0..<150 {
        _ = try await store.write { try $0.publish("Many \(number)", at: stand) }
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask { try await Searching.catchUp(store) { start } }
        }
        try await group.waitForAll()
      }
      let (cursor, end) = try await store.read {
        (try $0.cursor(Searching.cursor), try $0.position())
      }
      #expect(cursor == end)
      #expect(try await store.read { try $0.search(SearchQuery("many")).count } == 150)
      #expect(try await store.read { try $0.search(SearchQuery("149")).count } == 1)
    }
  }
}

extension Store {
  fileprivate func found(_ text: String) async throws -> [ID<Gig>] {
    try await read { try $0.search(SearchQuery(text)).gigs.map(\.gig) }
  }
}
