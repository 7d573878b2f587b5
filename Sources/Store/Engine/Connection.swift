package import Market

/// One connection to one engine: the seam between the two databases and everything above.
///
/// Whoever holds it is alone with it; it belongs to one thread at a time.
package protocol Connection: AnyObject {
  /// Runs one statement, shows each row to `each`, and returns how many rows were changed.
  func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int

  /// Shows the rows of a result that may be too large to keep.
  func scan(_ sql: SQL, _ each: (borrowing Row) throws -> Void) throws

  func step(_ step: Step) throws

  /// Tells those who listen, with the commit, how far the log goes then. An engine whose log can be
  /// watched without it says nothing.
  func announce(_ position: Position) throws

  /// False when the engine has given up the transaction, or the connection with it.
  var isInTransaction: Bool { get }

  /// False when the connection is lost and another one is needed.
  var isUsable: Bool { get }

  /// By what the present transaction can be recognised later, where that is possible.
  var ticket: CommitTicket? { get }

  /// Whether a commit that got no answer has happened. Nil when nobody knows yet; throws
  /// `unconfirmed` when nobody ever will.
  func outcome(of commit: CommitTicket) throws -> Bool?

  /// Runs one statement of a migration, which names column types as ID, INT, TEXT and BYTES.
  func define(_ statement: String) throws

  func tableNames() throws -> [String]

  /// The tables in the order in which they were made.
  func tables() throws -> [TableShape]

  /// Throws when the engine finds its own files damaged.
  func checkPages() throws

  func close()
}

/// What happens to transactions. Marks do not nest: one is kept or undone before the next.
package enum Step {
  case beginReading
  /// Waits for the one turn to write, which all processes share.
  case beginWriting
  case mark
  case keep
  case undo
  case commit
  case rollback
}

/// How a transaction can be recognised after the connection that made it is gone.
package struct CommitTicket: Sendable {
  let text: String
  /// Numbers mean something only in the life of the server that gave them.
  let life: String
}

/// Where a result's values come from while one of its rows is looked at. It traps when the
/// statement has no such column.
package protocol Cursor: AnyObject {
  func isNull(at column: Int) -> Bool
  /// Nil when the column holds something else.
  func int(at column: Int) -> Int64?
  /// What a text is made of, for as long as the row is looked at.
  func utf8(at column: Int) -> UnsafeBufferPointer<UInt8>?
  func bytes(at column: Int) -> [UInt8]?
  func value(at column: Int) throws -> Value
  func name(of column: Int) -> String
}

/// One row of a result, for as long as the engine stands on it.
public struct Row: ~Copyable {
  let cursor: any Cursor

  /// Throws when the column holds something that is not a `Type`.
  public subscript<Type: Stored>(_ column: Int) -> Type {
    get throws {
      do throws(Mismatch) {
        return try Type(stored: self, at: column)
      } catch {
        let value = try cursor.value(at: column)
        throw StoreError.corrupt("column \(cursor.name(of: column)) holds \(value)")
      }
    }
  }
}

extension Row {
  func isNull(at column: Int) -> Bool { cursor.isNull(at: column) }

  func int(at column: Int) throws(Mismatch) -> Int64 {
    guard let number = cursor.int(at: column) else { throw Mismatch() }
    return number
  }

  func text(at column: Int) throws(Mismatch) -> String {
    String(decoding: try utf8(at: column), as: UTF8.self)
  }

  /// Of a text; only for as long as the engine stands on the row.
  func utf8(at column: Int) throws(Mismatch) -> UnsafeBufferPointer<UInt8> {
    guard let text = cursor.utf8(at: column) else { throw Mismatch() }
    return text
  }

  func bytes(at column: Int) throws(Mismatch) -> [UInt8] {
    guard let bytes = cursor.bytes(at: column) else { throw Mismatch() }
    return bytes
  }
}
