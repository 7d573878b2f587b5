import Market
import Testing

@testable import Store

@Suite struct LogTests {
  @Test(arguments: Engine.all)
  func `changes come back as they were recorded, in their order`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let changes = [
      Change(of: .setting, 1, from: nil, to: Route(category: 3, slug: "a", tags: ["x", "y"])),
      Change(
        of: .setting, 1, from: Route(slug: "a"), to: Route(slug: "\u{301}设计", isShown: false)),
      Change(of: .queuedTask, Int64.max, from: Route(tags: ["z"]), to: nil),
    ]
    try await ground.withStore { store in
      for change in changes { try await store.write { tx in try tx.record(change, at: now) } }
      let logged = try await store.read { try $0.changes(after: .start, atMost: 10) }
      #expect(logged.map(\.change) == changes)
      #expect(logged.map(\.id.number) == [1, 2, 3])
      #expect(logged.allSatisfy { $0.at == now })
      let some = try await store.read { try $0.changes(after: Position(1), atMost: 1) }
      #expect(some.map(\.change) == [changes[1]])
      #expect(try await store.read { try $0.changes(after: Position(3), atMost: 1) }.isEmpty)
      #expect(try await store.read { try $0.position() } == Position(3))
    }
  }

  @Test(arguments: Engine.all)
  func `a route that no log can hold refuses the action`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      await #expect(throws: RouteError.unfit("a\nb")) {
        try await store.write { tx in
          try tx.record(Change(of: .setting, 1, from: nil, to: Route(slug: "a\nb")), at: now)
        }
      }
      let end = try await store.read { try $0.position() }
      #expect(end == .start)
    }
  }

  @Test(arguments: Engine.all)
  func `a reader begins at the start and goes on from where it was`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      #expect(try await store.read { try $0.cursor("site") } == .start)
      try await fill(store, with: 3)
      try await move(store, "site", from: 0, to: 2)
      try await move(store, "site", from: 2, to: 3)
      try await move(store, "mail", from: 0, to: 1)
      let cursors = try await store.read { try $0.cursors() }
      #expect(
        cursors == [
          LogCursor(name: "mail", position: Position(1), movedAt: now),
          LogCursor(name: "site", position: Position(3), movedAt: now),
        ])
    }
  }

  @Test(arguments: Engine.all)
  func `the slower of two readers with one name does nothing`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await fill(store, with: 3)
      try await move(store, "site", from: 0, to: 2)
      await #expect(throws: LogCursorError.moved(name: "site", to: Position(2))) {
        try await store.write { tx in
          try tx.enqueue("mail", "twice", at: now)
          try tx.moveCursor("site", from: .start, to: Position(3), at: now)
        }
      }
      #expect(try await store.read { try $0.cursor("site") } == Position(2))
      #expect(try await store.read { try $0.taskCounts().isEmpty })
    }
  }

  @Test(arguments: Engine.all, [(2, 2), (2, 1), (2, 4), (2, -1)])
  func `a reader only moves ahead, and only in the log`(engine: Engine, step: (Int64, Int64))
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await fill(store, with: 3)
      try await move(store, "site", from: 0, to: step.0)
      let target = Position(step.1)
      await #expect(throws: LogCursorError.notAhead(name: "site", position: target)) {
        try await move(store, "site", from: step.0, to: step.1)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a reader may pass what its own transaction wrote`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let written = try await store.write { tx in
        try tx.set("seen", to: "1", by: "site", at: now)
        try tx.moveCursor("site", from: .start, to: tx.position(), at: now)
      }
      #expect(try await store.read { try $0.cursor("site") } == written.position)
    }
  }
}

private func fill(_ store: Store, with count: Int64) async throws {
  try await store.write { tx in
    for subject in 1...count {
      try tx.record(Change(of: .setting, subject, from: nil, to: Route()), at: now)
    }
  }
}

private func move(_ store: Store, _ name: String, from: Int64, to: Int64) async throws {
  try await store.write { tx in
    try tx.moveCursor(name, from: Position(from), to: Position(to), at: now)
  }
}
