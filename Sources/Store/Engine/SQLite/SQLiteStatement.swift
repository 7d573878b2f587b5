import CSQLite

/// A prepared statement, kept for the life of its connection.
final class SQLiteStatement: Cursor {
  var isInUse = false
  let isReading: Bool
  private let columnCount: Int
  private let statement: OpaquePointer
  private let database: OpaquePointer
  private let path: String
  /// SQLite numbers `$2, $1` in order of appearance; here `$n` stands at n - 1.
  private let places: [Int32]

  init(_ text: String, on database: OpaquePointer, path: String) throws {
    self.database = database
    self.path = path
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      database, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw SQLiteLibrary.error(code, on: database, path: path)
    }
    statement = prepared
    isReading = sqlite3_stmt_readonly(prepared) != 0
    columnCount = Int(sqlite3_column_count(prepared))
    let count = sqlite3_bind_parameter_count(prepared)
    places = count == 0 ? [] : (1...count).map { sqlite3_bind_parameter_index(prepared, "$\($0)") }
    precondition(
      places.allSatisfy { $0 > 0 }, "parameters are $1, $2, … without a gap: \(text)")
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ values: [Value]) throws {
    try refuseNUL(in: values)
    precondition(
      values.count == places.count,
      "\(values.count) values for: \(String(cString: sqlite3_sql(statement)))")
    for (place, value) in zip(places, values) {
      let code =
        switch value {
        case .int(let number): sqlite3_bind_int64(statement, place, number)
        case .text(let text): bind(text, at: place)
        case .bytes(let bytes):
          jishi_sqlite_bind_bytes(statement, place, bytes, UInt64(bytes.count))
        case .null: sqlite3_bind_null(statement, place)
        }
      guard code == SQLITE_OK else { throw SQLiteLibrary.error(code, on: database, path: path) }
    }
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        jishi_sqlite_bind_text(
          statement, place, characters.baseAddress, UInt64(characters.count))
      }
    }
  }

  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteLibrary.error(code, on: database, path: path)
    }
  }

  func reset() {
    sqlite3_reset(statement)
    isInUse = false
  }

  // MARK: Columns

  func isNull(at column: Int) -> Bool { sqlite3_value_type(cell(column)) == SQLITE_NULL }

  func int(at column: Int) -> Int64? {
    let cell = cell(column)
    return sqlite3_value_type(cell) == SQLITE_INTEGER ? sqlite3_value_int64(cell) : nil
  }

  func utf8(at column: Int) -> UnsafeBufferPointer<UInt8>? {
    let cell = cell(column)
    guard sqlite3_value_type(cell) == SQLITE_TEXT else { return nil }
    let text = sqlite3_value_text(cell)
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(cell)))
  }

  func bytes(at column: Int) -> [UInt8]? {
    let cell = cell(column)
    guard sqlite3_value_type(cell) == SQLITE_BLOB else { return nil }
    let bytes = sqlite3_value_blob(cell)
    let length = Int(sqlite3_value_bytes(cell))
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: length))
  }

  func value(at column: Int) throws -> Value {
    if let number = int(at: column) { return .int(number) }
    if let text = utf8(at: column) { return .text(String(decoding: text, as: UTF8.self)) }
    if let bytes = bytes(at: column) { return .bytes(bytes) }
    guard isNull(at: column) else {
      throw StoreError.statement("column \(name(of: column)) is a fraction: cast it")
    }
    return .null(.int)
  }

  /// Looked at where it lies: SQLite calls that unprotected, since it locks nothing for it. Whoever
  /// has a statement is alone with its connection.
  private func cell(_ column: Int) -> OpaquePointer? {
    precondition(column < columnCount, "the statement has no column \(column)")
    return sqlite3_column_value(statement, Int32(column))
  }

  func name(of column: Int) -> String {
    sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? "?"
  }
}
