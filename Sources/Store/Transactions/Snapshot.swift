package import Market

/// The database as it was at one moment, for as long as a read lasts.
package struct Snapshot: ~Copyable, Reading {
  private let connection: any Connection
  private let memory = FaultMemory()
  private let halt: Halt?

  init(on connection: any Connection, until halt: Halt? = nil) {
    self.connection = connection
    self.halt = halt
  }

  /// Throws the first statement's failure that the reader swallowed: one engine would go on, the
  /// other has given the snapshot up.
  func throwSwallowed() throws {
    if let fault = memory.fault { throw fault }
  }

  private final class FaultMemory {
    var fault: StoreError?
  }

  package func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try throwSwallowed()
    try halt?.throwIfCalled()
    do {
      return try connection.run(sql, values, each)
    } catch let error as StoreError {
      memory.fault = error
      throw error
    }
  }

  package func position() throws -> Position {
    try row("select value from counter where name = $1", Change.noun) { try $0[0] } ?? .start
  }
}

extension Connection {
  /// Reads in a snapshot of its own.
  func read<Result>(_ body: (borrowing Snapshot) throws -> Result) throws -> Result {
    try step(.beginReading)
    return try readOn(Snapshot(on: self), body)
  }

  /// Reads in a snapshot that was begun, and ends it.
  func readOn<Result>(
    _ snapshot: consuming Snapshot, _ body: (borrowing Snapshot) throws -> Result
  ) throws -> Result {
    do {
      let result = try body(snapshot)
      try snapshot.throwSwallowed()
      try step(.commit)
      return result
    } catch StoreError.unconfirmed(let detail) {
      // Nothing was written, so nothing is in doubt.
      throw StoreError.unavailable(detail)
    } catch {
      // The first fault is the one to report.
      try? step(.rollback)
      throw error
    }
  }
}
