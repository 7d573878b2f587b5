import Foundation
import Market
import Proving
import Synchronization
import Testing

@testable import Store

@Suite struct BackupTests {
  @Test(arguments: Engine.all, Engine.all)
  func `a backup of either engine goes back into either engine`(from: Engine, to: Engine)
    async throws
  {
    let ground = try filled(from)
    let before = try Database.examine(ground.address)
    let made = try Backup.make(of: ground.address, to: ground.backup, at: now)
    #expect(made.state == before.state)
    #expect(made.schema == Schema.version && made.engine == from.rawValue && made.at == now)
    #expect(try Backup.verify(ground.backup) == made)

    let other = try Ground(to, isMade: false)
    #expect(try Backup.restore(ground.backup, to: other.address) == made)
    let after = try Database.examine(other.address)
    #expect(after.state == before.state)
    #expect(after.faults == [])
    try await other.withStore { store in
      let next = try await store.write { tx in try tx.set("fee", to: "new", by: "t", at: now) }
      #expect(next.position.number == before.position.number + 1)
      #expect(try await store.read { try $0.setting("集市")?.value } == "e\u{301}\r\n👩‍👩‍👧")
    }
  }

  @Test(arguments: Engine.all)
  func `a backup is of one moment while a writer goes on`(engine: Engine) throws {
    let ground = try filled(engine)
    // Neither waits for a thread that other tests may hold.
    let writer = Pairs(ground.address)
    defer { writer.end() }
    var moved = 0
    var round = 0
    while round < 8 || moved == 0 && round < 200 {
      round += 1
      let path = ground.folder.file("backup-\(round)")
      let start = try writer.position()
      _ = try Backup.make(of: ground.address, to: path, at: now)
      if try writer.position() > start { moved += 1 }
      let restored = Address.sqlite(path: ground.folder.file("restored-\(round).db"))
      _ = try Backup.restore(path, to: restored)
      #expect(try Database.examine(restored).faults == [])
      let connection = try restored.open(.reading)
      let pair = try connection.read {
        [try $0.setting("left")?.value, try $0.setting("right")?.value]
      }
      connection.close()
      #expect(pair[0] == pair[1])
    }
    #expect(moved > 0, "nobody wrote while a backup was made")
  }

  /// A restore of a damaged file is refused, or gives exactly what was saved.
  @Test(arguments: Engine.all)
  func `a flipped bit never makes a silent difference`(engine: Engine) async throws {
    let ground = try filled(engine)
    let made = try Backup.make(of: ground.address, to: ground.backup, at: now)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: ground.backup)))
    let schema = try schemaText(restored(ground.backup, in: ground, "whole.db"))
    // Most of a small database is empty: nearly all places are taken where something is.
    let used = whole.indices.filter { whole[$0] != 0 }
    var random = Seeded(7)
    var refused = 0
    let flips = count("JISHI_FLIPS", or: 60)
    for number in 1...flips {
      let place =
        number % 10 == 0
        ? Int.random(in: whole.indices, using: &random)
        : used[Int.random(in: used.indices, using: &random)]
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      var damaged = whole
      damaged[place] ^= bit
      let path = ground.folder.file("damaged-\(number)")
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      let address = Address.sqlite(path: ground.folder.file("restored-\(number).db"))
      do {
        let note = try Backup.restore(path, to: address)
        let found = try Database.examine(address)
        let isSame = try note == made && found.state == made.state && schemaText(address) == schema
        #expect(isSame && found.faults == [], "bit \(bit) at \(place)")
      } catch let error as StoreError {
        refused += 1
        guard case .sqlite(let target) = address else { continue }
        let isThere = FileManager.default.fileExists(atPath: target)
        #expect(!isThere, "bit \(bit) at \(place): restored, then \(error)")
      }
      for ending in ["", "-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
    }
    #expect(refused > flips / 2, "\(refused) of \(flips) were noticed")
  }

  @Test(arguments: Engine.all)
  func `an existing database is left untouched by a restore`(engine: Engine) async throws {
    let ground = try filled(engine)
    _ = try Backup.make(of: ground.address, to: ground.backup, at: now)
    let other = try Ground(engine)
    let before = try Database.examine(other.address).state
    let files = try other.files
    let error = #expect(throws: StoreError.self) {
      try Backup.restore(ground.backup, to: other.address)
    }
    guard case .taken = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try Database.examine(other.address).state == before)
    #expect(try other.files == files)
  }

  @Test func `a backup does not replace a file`() async throws {
    let ground = try filled(.sqlite)
    try "precious".write(toFile: ground.backup, atomically: false, encoding: .utf8)
    #expect(throws: StoreError.taken(ground.backup)) {
      try Backup.make(of: ground.address, to: ground.backup, at: now)
    }
    #expect(try String(contentsOfFile: ground.backup, encoding: .utf8) == "precious")
  }

  @Test(arguments: Engine.all, damages)
  func `a restore that fails leaves nothing behind`(engine: Engine, damage: Damage) throws {
    let folder = try TemporaryFolder()
    let backup = folder.file("backup")
    try FileManager.default.copyItem(atPath: saved.get().backup, toPath: backup)
    let tool = try Command.run("sqlite3", [backup, damage.statement])
    #expect(tool.code == 0, "\(tool.errors)")
    let other = try Ground(engine, isMade: false)
    let error = #expect(throws: StoreError.self) {
      try Backup.restore(backup, to: other.address)
    }
    #expect(damage.isExpected(error), "\(String(describing: error))")
    #expect(try other.files == [])
    if engine == .postgres {
      let connection = try other.address.open(.reading)
      #expect(try connection.tables().isEmpty)
      connection.close()
    }
  }

  @Test(arguments: Engine.all)
  func `only a whole backup of ours is one`(engine: Engine) async throws {
    let ground = try filled(.sqlite)
    let other = try Ground(engine, isMade: false)
    let nowhere = ground.folder.file("nowhere")
    #expect(throws: BackupError.missing(nowhere)) {
      try Backup.restore(nowhere, to: other.address)
    }
    #expect(throws: StoreError.corrupt("\(ground.file) is not a backup that Jishi made")) {
      try Backup.restore(ground.file, to: other.address)
    }
    _ = try Backup.make(of: ground.address, to: ground.backup, at: now)
    let whole = try Data(contentsOf: URL(fileURLWithPath: ground.backup))
    let cut = ground.folder.file("cut")
    try whole.prefix(whole.count - 4_096).write(to: URL(fileURLWithPath: cut))
    #expect(throws: StoreError.self) { try Backup.restore(cut, to: other.address) }
    #expect(try other.files == [])
  }

  @Test(arguments: Engine.all)
  func `what is not there cannot be saved`(engine: Engine) throws {
    let ground = try Ground(engine, isMade: false)
    #expect(throws: StoreError.self) {
      try Backup.make(of: ground.address, to: ground.backup, at: now)
    }
    #expect(try ground.files == [])
  }

  /// Somebody has removed a database but not its log, which SQLite would play into the next.
  @Test func `a log that is left of another database is not played into a restored one`()
    async throws
  {
    let ground = try filled(.sqlite)
    _ = try Backup.make(of: ground.address, to: ground.backup, at: now)
    let other = try Ground(.sqlite)
    try await other.withStore { store in
      try await store.write { tx in try tx.set("other", to: "x", by: "test", at: now) }
      let log = try Data(contentsOf: URL(fileURLWithPath: other.file + "-wal"))
      #expect(!log.isEmpty)
      try log.write(to: URL(fileURLWithPath: ground.folder.file("target.db-wal")))
    }
    let target = ground.folder.file("target.db")
    let error = #expect(throws: StoreError.self) {
      try Backup.restore(ground.backup, to: .sqlite(path: target))
    }
    guard case .conflict = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: target))
  }
}

/// One of every kind of row, with what is hard to carry: nulls, bytes, empty and strange text.
private func filled(_ engine: Engine) throws -> Ground {
  let ground = try Ground(engine)
  try ground.write { tx in
    try tx.set("fee", to: "", by: "test", at: now)
    try tx.set("集市", to: "e\u{301}\r\n👩‍👩‍👧", by: "'; drop table audit; --", at: now)
    for number in 1...100 { try tx.set("s\(number)", to: "v\(number)", by: "test", at: now) }
    try tx.enqueue("k", "p", key: "one", at: Instant(milliseconds: .min))
    try tx.enqueue("k", "p", at: Instant(milliseconds: .max))
    try tx.post("mail", to: "a@example.org", String(repeating: "长", count: 5_000), at: now)
    try tx.plan(Schedule(name: "s", kind: "k", payload: "", every: .days(1), next: now))
    let key = IdempotencyKey(scope: "m", key: "k", request: "r")
    _ = try tx.claim(key, at: now)
    try tx.moveCursor("site", from: .start, to: Position(50), at: now)
  }
  return ground
}

/// One with a backup of it, to which nobody does anything.
private let saved = Result {
  let ground = try filled(.sqlite)
  _ = try Backup.make(of: ground.address, to: ground.backup, at: now)
  return ground
}

private func restored(_ backup: String, in ground: Ground, _ name: String) throws -> Address {
  let address = Address.sqlite(path: ground.folder.file(name))
  _ = try Backup.restore(backup, to: address)
  return address
}

private func schemaText(_ address: Address) throws -> [String] {
  let connection = try address.open(.reading)
  defer { connection.close() }
  return try connection.read { snapshot in
    try snapshot.rows("select sql from sqlite_schema where sql is not null order by name") {
      try $0[0]
    } + snapshot.rows("select name || digest || at from migration order by number") { try $0[0] }
  }
}

extension Ground {
  fileprivate var backup: String { folder.file("backup") }

  fileprivate var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}

/// Writes two settings that are always the same, again and again, on a thread of its own.
private final class Pairs: Sendable {
  private let address: Address
  private let isOver = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  init(_ address: Address) {
    self.address = address
    startThread { [self] in
      do { try write() } catch { Issue.record("\(error)") }
      ended.signal()
    }
  }

  private func write() throws {
    let connection = try address.open(.writing)
    defer { connection.close() }
    var number = 0
    while !isOver.load(ordering: .acquiring) {
      number += 1
      let batch = try Batch(on: connection)
      let tx = Transaction(in: batch)
      for name in ["left", "right"] { try tx.set(name, to: "\(number)", by: "test", at: now) }
      try batch.commit()
      // Often enough, and what is saved stays small.
      pauseThread(for: .milliseconds(2))
    }
  }

  func position() throws -> Position {
    let connection = try address.open(.reading)
    defer { connection.close() }
    return try connection.read { try $0.position() }
  }

  func end() {
    isOver.store(true, ordering: .releasing)
    ended.wait()
  }
}

struct Damage: CustomTestStringConvertible {
  let statement: String
  var isNewer = false
  var testDescription: String { statement }

  func isExpected(_ error: StoreError?) -> Bool {
    switch error {
    case .newer: isNewer
    case .corrupt: !isNewer
    default: false
    }
  }
}

private let damages = [
  Damage(statement: "update backup_note set schema = 99", isNewer: true),
  Damage(statement: "update backup_note set at = at + 1"),
  Damage(statement: "update backup_note set row_count = row_count + 1"),
  Damage(statement: "delete from backup_note"),
  Damage(statement: "update setting set value = 'x' where id = 2"),
  Damage(statement: "delete from audit where id = 7"),
  Damage(statement: "insert into cursor values ('new', 1, 1)"),
  Damage(statement: "update migration set digest = 'x' where number = 2"),
  Damage(statement: "delete from migration where number = 3"),
  Damage(statement: "alter table change rename column before_route to earlier_route"),
  Damage(statement: "drop index audit_subject"),
  Damage(statement: "create table stranger (id integer primary key) strict"),
]
