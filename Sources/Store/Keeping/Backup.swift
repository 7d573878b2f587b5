import Glibc
package import Market

package enum BackupError: Error, Hashable {
  case missing(String)
}

extension BackupError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path): "There is no backup at \(path), or it cannot be read."
    }
  }
}

/// A copy of a whole database in one file, whatever the engine it came from: an SQLite database
/// with a note in it. It goes back into either engine, which is also the way from one to the other.
package struct Backup: Hashable, Sendable {
  package let at: Instant
  package let schema: Int
  package let engine: String
  package let state: StateDigest

  static let noteTable = "backup_note"

  /// Copies the database as it is at this moment, while others go on writing.
  package static func make(
    of address: Address, to path: String, at now: Instant, progress: (Double) -> Void = { _ in }
  ) throws -> Backup {
    try Schema.find(address)
    var note: Backup?
    try NewFile.build(for: path) { draft in
      switch address {
      case .sqlite(let source): try PageCopy.copy(from: source, to: draft, progress: progress)
      case .postgres: try RowCopy.copy(from: address, toNew: draft, progress: progress)
      }
      note = try sign(draft, engine: address.engine, at: now)
      try NewFile.useNoLog(draft)
    }
    guard let note else { preconditionFailure("a backup that was built has a note") }
    return note
  }

  /// Writes into the copy what it holds, so that a restore can tell whether it still does.
  private static func sign(_ draft: String, engine: String, at now: Instant) throws -> Backup {
    let connection = try SQLiteConnection(path: draft, use: .writing)
    defer { connection.close() }
    try connection.checkPages()
    let schema = try Schema.state(of: connection).version
    guard schema > 0 else { throw StoreError.missing(draft) }
    let note = Backup(
      at: now, schema: schema, engine: engine, state: try StateDigest.of(connection))
    try connection.define(
      "create table \(noteTable) (at ID, schema INT, engine TEXT, state TEXT, row_count INT, seal TEXT)"
    )
    _ = try connection.run(
      """
      insert into backup_note (at, schema, engine, state, row_count, seal)
      values ($1, $2, $3, $4, $5, $6)
      """,
      [
        now.value, .int(Int64(schema)), .text(engine), .text(note.state.hexadecimal),
        .int(Int64(note.state.rows)), .text(try note.seal(on: connection)),
      ]
    ) { _ in }
    return note
  }

  /// Reads the note, and throws unless the file holds exactly what it says.
  package static func verify(_ path: String) throws -> Backup {
    guard access(path, R_OK) == 0 else { throw BackupError.missing(path) }
    let connection = try SQLiteConnection(path: path, use: .reading)
    defer { connection.close() }
    try connection.checkPages()
    guard try connection.tables().contains(where: { $0.name == noteTable }) else {
      throw StoreError.corrupt("\(path) is not a backup that Jishi made")
    }
    var found: (note: Backup, seal: String)?
    _ = try connection.run("select at, schema, engine, state, row_count, seal from backup_note", [])
    {
      let note = Backup(
        at: try $0[0], schema: try $0[1], engine: try $0[2],
        state: StateDigest(hexadecimal: try $0[3], rows: try $0[4]))
      found = (note, try $0[5])
    }
    guard let (note, seal) = found else { throw StoreError.corrupt("\(path) has lost its note") }
    guard note.schema <= Schema.version else {
      throw StoreError.newer(database: note.schema, program: Schema.version)
    }
    guard try note.seal(on: connection) == seal,
      try StateDigest.of(connection) == note.state
    else { throw StoreError.corrupt("\(path) does not hold what was saved in it") }
    try Schema.state(of: connection).compared(with: Schema.migrations)
    return note
  }

  /// A digest of what the state leaves out but a restore relies on: the note itself, the steps of
  /// the schema, and the text of its tables and indexes.
  private func seal(on connection: SQLiteConnection) throws -> String {
    var seal = SHA256()
    for number in [at.milliseconds, Int64(schema), Int64(state.rows)] { seal.add(number) }
    for text in [engine, state.hexadecimal] { seal.add(text) }
    _ = try connection.run(
      "select type, name, tbl_name, coalesce(sql, '') from sqlite_schema order by name", []
    ) { row in
      for column in 0...3 { seal.add(try row[column] as String) }
    }
    _ = try connection.run("select number, name, digest, at from migration order by number", []) {
      seal.add(try $0[0] as Int64)
      seal.add(try $0[1] as String)
      seal.add(try $0[2] as String)
      seal.add(try $0[3] as Int64)
    }
    return seal.finish().hexadecimal
  }

  /// Puts a backup back in a place where no database is, and checks what arrived.
  package static func restore(
    _ path: String, to address: Address, progress: (Double) -> Void = { _ in }
  ) throws -> Backup {
    let note = try verify(path)
    switch address {
    case .sqlite(let target):
      try NewFile.build(for: target) { draft in
        try PageCopy.copy(from: path, to: draft, progress: progress)
        let connection = try SQLiteConnection(path: draft, use: .writing)
        defer { connection.close() }
        try connection.define("drop table \(noteTable)")
        try note.check(connection)
      }
    case .postgres:
      try RowCopy.copy(from: path, toEmpty: address, note, progress: progress)
    }
    return note
  }

  func check(_ connection: any Connection) throws {
    guard try StateDigest.of(connection) == state else {
      throw StoreError.corrupt("what arrived is not what was saved")
    }
  }
}
