public import Market

/// What can be asked of a database, in a snapshot as in a transaction.
///
/// Read models are extensions of this protocol, so an action reads with the same functions as a
/// page does.
public protocol Reading: ~Copyable {
  func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int

  /// The end of the log.
  func position() throws -> Position
}

extension Reading where Self: ~Copyable {
  @inlinable
  public func rows<Result>(
    _ sql: SQL, _ values: any Stored..., as read: (borrowing Row) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    _ = try run(sql, values.map(\.value)) { try results.append(read($0)) }
    return results
  }

  /// The one row there can be; nil when there is none.
  @inlinable
  public func row<Result>(
    _ sql: SQL, _ values: any Stored..., as read: (borrowing Row) throws -> Result
  ) throws -> Result? {
    var result: Result?
    _ = try run(sql, values.map(\.value)) { row in
      precondition(result == nil, "more than one row for: \(sql.text)")
      result = try read(row)
    }
    return result
  }

  /// Shows one row after the other without keeping them.
  @inlinable
  public func each(
    _ sql: SQL, _ values: any Stored..., see: (borrowing Row) throws -> Void
  ) throws {
    _ = try run(sql, values.map(\.value), see)
  }
}
