import Market
import Proving
import Testing

@testable import Store

@Suite struct DatabaseTests {
  @Test(arguments: Engine.all)
  func `a healthy database has no faults`(engine: Engine) async throws {
    let ground = try await filled(engine)
    let found = try Database.examine(ground.address)
    #expect(found.faults == [])
    #expect(found.schema == Schema.version)
    #expect(found.position == Position(3))
    // Three changes, settings and audits, one cursor, the first rules, and the counters of the
    // four nouns.
    #expect(found.state.rows == 15)
  }

  @Test(arguments: Engine.all, tamperings)
  func `what somebody has tampered with is found`(engine: Engine, tampering: Tampering)
    async throws
  {
    let ground = try await filled(engine)
    let before = try Database.examine(ground.address).state
    try ground.tamper(tampering.statement)
    let found = try Database.examine(ground.address)
    #expect(found.faults == tampering.faults)
    #expect(found.state != before)
  }

  @Test func `a file with a damaged page is reported`() async throws {
    let ground = try await filled(.sqlite)
    // The index loses what the table has.
    try ground.tamper(
      """
      pragma writable_schema = on;
      update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'cursor')
      where name = 'audit_subject'
      """)
    do {
      #expect(try !Database.examine(ground.address).faults.isEmpty)
    } catch StoreError.corrupt {
      // Too damaged to be read to the end.
    }
  }

  @Test(arguments: Engine.all)
  func `making a database leaves one that is there alone`(engine: Engine) async throws {
    let ground = try await filled(engine)
    let before = try Database.examine(ground.address).state
    #expect(try !Database.create(at: ground.address, at: now))
    #expect(try Database.examine(ground.address).state == before)
  }

  @Test(arguments: Engine.all)
  func `when several make a database at once there is one in the end`(engine: Engine) throws {
    let ground = try Ground(engine, isMade: false)
    let outcomes = together(4) { _ in try Database.create(at: ground.address, at: now) }
    for outcome in outcomes { #expect(throws: Never.self) { try outcome.get() } }
    let makers = outcomes.filter { (try? $0.get()) == true }
    #expect(engine == .sqlite ? makers.count == 1 : makers.count >= 1)
    #expect(try Database.examine(ground.address).faults == [])
  }

  private func filled(_ engine: Engine) async throws -> Ground {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        for value in 1...3 { try tx.set("fee", to: "\(value)", by: "test", at: now) }
        try tx.moveCursor("site", from: .start, to: Position(2), at: now)
      }
    }
    return ground
  }
}

struct Tampering: CustomTestStringConvertible {
  let statement: String
  let faults: [String]
  var testDescription: String { statement }
}

private let tamperings = [
  Tampering(
    statement: "delete from change where id = 2",
    faults: ["The log has 2 changes, the last is 3, the counter says 3."]),
  Tampering(
    statement: "delete from change where id = 3",
    faults: ["The log has 2 changes, the last is 2, the counter says 3."]),
  Tampering(
    statement: "update counter set value = 2 where name = 'change'",
    faults: ["The log has 3 changes, the last is 3, the counter says 2."]),
  Tampering(
    statement: "update cursor set position = 4",
    faults: ["The reader “site” stands past the end of the log."]),
  Tampering(
    statement: "update counter set value = 2 where name = 'setting'",
    faults: ["The counter of setting is at 2, but 3 is in use."]),
  Tampering(
    statement: "delete from counter where name = 'audit'",
    faults: ["The counter of audit is at 0, but 3 is in use."]),
  Tampering(
    statement: """
      insert into queued_task (id, kind, payload, state, due_at, attempts)
      values (5, 'k', 'p', 'done', 0, 0)
      """,
    faults: ["The counter of queued_task is at 0, but 5 is in use."]),
  // Not every change is a fault, but every one changes the digest.
  Tampering(statement: "update setting set value = '9' where id = 2", faults: []),
]
