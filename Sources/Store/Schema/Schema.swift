package import Market

/// The tables of a database and the steps by which they came to be.
package enum Schema {
  /// What this program needs.
  package static var version: Int { migrations.count }

  /// Brings a database up to date, and returns the numbers of the steps it took. Other processes
  /// read on meanwhile; each step is one transaction.
  package static func migrate(
    _ address: Address, at now: Instant, progress: (String) -> Void = { _ in }
  ) throws -> [Int] {
    try find(address)
    let connection = try address.open(.writing)
    defer { connection.close() }
    return try migrate(connection, at: now, progress: progress)
  }

  static func migrate(
    _ connection: any Connection, at now: Instant,
    progress: (String) -> Void = { _ in }
  ) throws -> [Int] {
    var steps: [Int] = []
    for migration in migrations {
      try inOneTurn(connection) {
        // Read under the lock: another process may be at the same work.
        let found = try state(of: connection)
        try found.compared(with: migrations)
        guard found.version < migration.number else { return }
        progress(migration.name)
        try take(migration, on: connection, at: now, isFirst: found.version == 0)
        steps.append(migration.number)
      }
    }
    return steps
  }

  static func inOneTurn(_ connection: any Connection, _ body: () throws -> Void) throws {
    do {
      try connection.step(.beginWriting)
      try body()
      try connection.step(.commit)
    } catch {
      try? connection.step(.rollback)
      throw error
    }
  }

  private static func take(
    _ migration: Migration, on connection: any Connection, at now: Instant, isFirst: Bool
  ) throws {
    try build(migration, on: connection, isFirst: isFirst)
    try migration.fill?(connection, now)
    _ = try connection.run(
      "insert into migration (number, name, digest, at) values ($1, $2, $3, $4)",
      [
        .int(Int64(migration.number)), .text(migration.name), .text(migration.digest), now.value,
      ]
    ) { _ in }
  }

  /// Makes the tables of one step, without noting that it was taken.
  static func build(
    _ migration: Migration, on connection: any Connection, isFirst: Bool
  ) throws {
    if isFirst {
      try connection.define(
        "create table migration (number ID, name TEXT not null, digest TEXT not null, at INT not null)"
      )
    }
    for statement in migration.statements { try connection.define(statement) }
  }

  /// Throws unless the database is there and this program knows its version, which may be an
  /// older one.
  @discardableResult
  static func find(_ address: Address) throws -> SchemaState {
    let connection = try address.open(.reading)
    defer { connection.close() }
    let found = try state(of: connection)
    guard found.version > 0 else {
      switch address {
      case .sqlite(let path): throw StoreError.corrupt("\(path) is there, but holds nothing")
      case .postgres: throw StoreError.missing("\(address)")
      }
    }
    guard try !connection.tableNames().contains(Backup.noteTable) else {
      throw StoreError.corrupt("\(address) is a backup, use `jishi restore`")
    }
    try found.compared(with: migrations)
    return found
  }

  /// Throws unless the database is there and at this program's version.
  package static func check(_ address: Address) throws {
    let found = try find(address)
    guard found.version == version else {
      throw StoreError.older(database: found.version, program: version)
    }
  }

  /// Throws unless the replica is a copy of this very database. One that does not answer now is
  /// asked again when there is something to read.
  static func check(replica: Address, of address: Address) throws {
    let copy: SchemaState
    do {
      copy = try find(replica)
    } catch StoreError.unavailable {
      return
    } catch {
      throw StoreError.corrupt("the replica cannot be used (\(error))")
    }
    guard copy.steps == (try find(address)).steps else {
      throw StoreError.corrupt("the replica \(replica) is a copy of another database")
    }
  }

  static func state(of connection: any Connection) throws -> SchemaState {
    let tables = try connection.tableNames()
    guard tables.contains("migration") else {
      guard tables.isEmpty else {
        throw StoreError.corrupt("it holds tables, but none that Jishi made")
      }
      return SchemaState(steps: [])
    }
    var steps: [SchemaState.Step] = []
    _ = try connection.run("select digest, at from migration order by number", []) { row in
      steps.append(.init(digest: try row[0], at: try row[1]))
    }
    return SchemaState(steps: steps)
  }
}

/// The steps that a database has gone through.
struct SchemaState {
  struct Step: Hashable {
    let digest: String
    /// Together the moments tell one database from another.
    let at: Instant
  }

  let steps: [Step]

  var version: Int { steps.count }

  func compared(with migrations: [Migration]) throws {
    guard version <= migrations.count else {
      throw StoreError.newer(database: version, program: migrations.count)
    }
    for (migration, step) in zip(migrations, steps) where migration.digest != step.digest {
      throw StoreError.corrupt("its schema step \(migration.number) is not the one of this program")
    }
  }
}
