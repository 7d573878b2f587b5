import CPostgres

/// What the server answered to one statement: all its rows, or why there are none.
final class PostgresResult: Cursor {
  private let result: OpaquePointer?
  private var row: Int32 = -1

  init(_ result: OpaquePointer?) { self.result = result }

  deinit { PQclear(result) }

  var failure: StoreError? {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: nil
    default: .postgres(state: field(jishi_pg_sqlstate), message: field(jishi_pg_message))
    }
  }

  private func field(_ code: Int32) -> String {
    PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
  }

  /// Such as `COMMIT`; a commit of a failed transaction says `ROLLBACK`.
  var command: String { String(cString: PQcmdStatus(result)) }

  var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  var hasRows: Bool { PQresultStatus(result) == PGRES_TUPLES_OK }

  func next() -> Bool {
    row += 1
    return row < PQntuples(result)
  }

  func ticket(in life: String) throws -> CommitTicket? {
    guard hasRows, next() else { return nil }
    guard case .text(let text) = try value(at: 0) else { return nil }
    return CommitTicket(text: text, life: life)
  }

  // MARK: Columns

  func name(of column: Int) -> String {
    PQfname(result, Int32(column)).map { String(cString: $0) } ?? "?"
  }

  func isNull(at column: Int) -> Bool { PQgetisnull(result, row, place(of: column)) != 0 }

  func int(at column: Int) -> Int64? {
    guard !isNull(at: column) else { return nil }
    return switch type(of: column) {
    case PostgresType.int8: Int64(bigEndian: content(of: column).loadUnaligned(as: Int64.self))
    case PostgresType.int4:
      Int64(Int32(bigEndian: content(of: column).loadUnaligned(as: Int32.self)))
    case PostgresType.bool: content(of: column)[0] == 0 ? 0 : 1
    default: nil
    }
  }

  func utf8(at column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard !isNull(at: column) else { return nil }
    return switch type(of: column) {
    case PostgresType.text, PostgresType.varchar, PostgresType.name:
      content(of: column).assumingMemoryBound(to: UInt8.self)
    default: nil
    }
  }

  func bytes(at column: Int) -> [UInt8]? {
    guard !isNull(at: column), type(of: column) == PostgresType.bytea else { return nil }
    return [UInt8](content(of: column))
  }

  func value(at column: Int) throws -> Value {
    if isNull(at: column) { return .null(.int) }
    if let number = int(at: column) { return .int(number) }
    if let text = utf8(at: column) { return .text(String(decoding: text, as: UTF8.self)) }
    guard let bytes = bytes(at: column) else {
      throw StoreError.statement(
        "column \(name(of: column)) has type \(type(of: column)): cast it")
    }
    return .bytes(bytes)
  }

  private func place(of column: Int) -> Int32 {
    let place = Int32(column)
    precondition(place < PQnfields(result), "the statement has no column \(column)")
    return place
  }

  private func type(of column: Int) -> Oid { PQftype(result, Int32(column)) }

  private func content(of column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, Int32(column)),
      count: Int(PQgetlength(result, row, Int32(column))))
  }
}

/// The few types that our statements produce, by the numbers PostgreSQL gives them.
enum PostgresType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int4: Oid = 23
  static let text: Oid = 25
  static let varchar: Oid = 1_043
}

extension StoreError {
  /// `state` is an SQLSTATE; it is empty when the connection broke.
  static func postgres(state: String, message: String) -> StoreError {
    switch state {
    case "53100": return .full(message)
    case "55P03": return .busy
    case "25006": return .readOnly(message)
    case "42501": return .readOnly(message)
    case "3D000": return .missing(message)
    // A plan from before a migration, or a statement lost with its session: a new connection helps.
    case "0A000", "26000": return .unavailable(message)
    default: break
    }
    switch state.prefix(2) {
    case "": return .unavailable(message.isEmpty ? "the connection was lost" : message)
    case "08", "53", "57", "58", "28", "XX": return .unavailable(message)
    case "23": return .conflict(message)
    case "22": return .unfit(message)
    default: return .statement("\(message) (state \(state))")
    }
  }
}
