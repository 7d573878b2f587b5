import Market
import Testing

@testable import Store

@Suite struct SettingTests {
  @Test(arguments: Engine.all)
  func `each new value is a version, and none is lost`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      #expect(try await store.read { try $0.setting("fee") } == nil)
      for value in ["20", "15", "20"] {
        try await store.write { tx in try tx.set("fee", to: value, by: "operator", at: now) }
      }
      let history = try await store.read { try $0.settingHistory("fee") }
      #expect(history.map(\.version) == [1, 2, 3])
      #expect(history.map(\.value) == ["20", "15", "20"])
      #expect(try await store.read { try $0.setting("fee") } == history.last)
      #expect(try await store.read { try $0.setting("fee", version: 2) } == history[1])
      #expect(try await store.read { try $0.setting("fee", version: 4) } == nil)
      #expect(try await store.read { try $0.settingHistory("other") }.isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `the value that is in force makes no version and no noise`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let first = try await store.write { tx in try tx.set("fee", to: "20", by: "a", at: now) }
      let second = try await store.write { tx in
        try tx.set("fee", to: "20", by: "b", at: now + .seconds(1))
      }
      #expect(second.value == first.value)
      #expect(second.position == first.position)
      let audits = try await store.read { try $0.audits(of: .setting, 1, atMost: 10) }
      #expect(audits.count == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `the log and the audit tell of each version`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        try tx.set("fee", to: "20", by: "account:7", at: now)
        try tx.set("name", to: "集市", by: "account:7", at: now)
        try tx.set("fee", to: "15", by: "operator", at: now + .seconds(1))
      }
      let fee = Route(slug: "fee")
      let changes = try await store.read { try $0.changes(after: .start, atMost: 10) }
      #expect(
        changes.map(\.change) == [
          Change(of: .setting, 1, from: nil, to: fee),
          Change(of: .setting, 2, from: nil, to: Route(slug: "name")),
          Change(of: .setting, 3, from: fee, to: fee),
        ])
      let audits = try await store.read { try $0.audits(of: .setting, 3, atMost: 10) }
      #expect(
        audits == [
          Audit(
            at: now + .seconds(1), actor: "operator", action: "set", noun: .setting, subject: 3,
            detail: "fee, version 2")
        ])
    }
  }
}
