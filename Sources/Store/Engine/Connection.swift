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

package struct TableShape: Equatable {
  package let name: String
  package let columns: [Column]
  /// The columns of the primary key.
  package let key: [String]

  /// The rows in the order of their key, which is the same order on both engines.
  var rowsInOrder: SQL {
    SQL(generated: "select \(columnList) from \(name) order by \(key.joined(separator: ", "))")
  }

  var insertion: SQL {
    let values = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    return SQL(generated: "insert into \(name) (\(columnList)) values (\(values))")
  }

  var rowCount: SQL { SQL(generated: "select count(*) from \(name)") }

  /// The highest number in use, for a table whose rows are numbered.
  var highestID: SQL? {
    key == ["id"] ? SQL(generated: "select coalesce(max(id), 0) from \(name)") : nil
  }

  /// A row as it lies in the table.
  func values(of row: borrowing Row) throws -> [Value] {
    try columns.indices.map { place in
      let value = try row.cursor.value(at: place)
      return if case .null = value { .null(columns[place].kind) } else { value }
    }
  }

  private var columnList: String { columns.map(\.name).joined(separator: ", ") }

  package struct Column: Equatable {
    package let name: String
    package let kind: Value.Kind
  }
}

/// Where a result's values come from while one of its rows is looked at.
package protocol Cursor: AnyObject {
  /// Traps when the statement has no such column.
  func value(at column: Int) throws -> Value
  func name(of column: Int) -> String
}

/// One row of a result, for as long as the engine stands on it.
public struct Row: ~Copyable {
  let cursor: any Cursor

  /// Throws when the column holds something that is not a `Type`.
  public subscript<Type: Stored>(_ column: Int) -> Type {
    get throws {
      let value = try cursor.value(at: column)
      do throws(Mismatch) {
        return try Type(stored: value)
      } catch {
        throw StoreError.corrupt("column \(cursor.name(of: column)) holds \(value)")
      }
    }
  }
}
