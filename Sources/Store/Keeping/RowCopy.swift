/// Copying between engines, row by row.
enum RowCopy {
  /// From a server into a new file.
  static func copy(from address: Address, toNew file: String, progress: (Double) -> Void) throws {
    let source = try address.open(.reading)
    defer { source.close() }
    let target = try SQLiteConnection(path: file, use: .writing)
    defer { target.close() }
    try source.step(.beginReading)
    let found = try Schema.state(of: source)
    guard found.version > 0 else { throw StoreError.missing("\(address)") }
    try found.compared(with: Schema.migrations)
    try Schema.inOneTurn(target) {
      try build(on: target, through: found.version)
      try rows(from: source, to: target, progress)
      try fillIndexes(of: target, through: found.version)
    }
    try source.step(.rollback)
  }

  /// From a backup into a server's empty database: all of it, or nothing.
  static func copy(
    from file: String, toEmpty address: Address, _ note: Backup, progress: (Double) -> Void
  ) throws {
    let source = try SQLiteConnection(path: file, use: .reading)
    defer { source.close() }
    let target = try address.open(.writing)
    defer { target.close() }
    try Schema.inOneTurn(target) {
      guard try target.tables().isEmpty else {
        throw StoreError.taken("A database at \(address)")
      }
      try build(on: target, through: note.schema)
      try rows(from: source, to: target, progress)
      try fillIndexes(of: target, through: note.schema)
      try note.check(target)
    }
  }

  private static func build(on connection: any Connection, through version: Int) throws {
    for migration in Schema.migrations.prefix(version) {
      try Schema.build(migration, on: connection, isFirst: migration.number == 1)
    }
  }

  private static func fillIndexes(of connection: any Connection, through version: Int) throws {
    for statement in Schema.migrations.prefix(version).flatMap(\.statements) {
      if let index = TextIndex(of: statement) { try connection.define(index.filling) }
    }
  }

  private static func rows(
    from source: any Connection, to target: any Connection, _ progress: (Double) -> Void
  ) throws {
    let tables = try target.tables()
    let count = try tables.reduce(0) { try $0 + rowCount(of: $1, in: source) }
    var done = 0
    for table in tables {
      try source.scan(table.rowsInOrder) { row in
        _ = try target.run(table.insertion, try table.values(of: row)) { _ in }
        done += 1
        progress(Double(done) / Double(count))
      }
    }
  }

  private static func rowCount(of table: TableShape, in source: any Connection) throws -> Int {
    var count = 0
    _ = try source.run(table.rowCount, []) { count = try $0[0] }
    return count
  }
}
