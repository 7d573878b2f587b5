import Market

extension Reading where Self: ~Copyable {
  /// Shows the rows of many things, by one statement for each dozen of them.
  ///
  /// The statement takes their ids as `$1` to `$12`, and `more` after them. What is left of the
  /// last dozen is 0, which nothing is numbered.
  func each<Thing>(
    _ sql: SQL, among ids: some Sequence<ID<Thing>>, _ more: any Stored...,
    see: (borrowing Row) throws -> Void
  ) throws {
    var rest = Set(ids).sorted()[...]
    while !rest.isEmpty {
      let dozen = rest.prefix(dozenSize)
      let padding = Array(repeating: Value.int(0), count: dozenSize - dozen.count)
      _ = try run(sql, dozen.map(\.value) + padding + more.map(\.value), see)
      rest = rest.dropFirst(dozenSize)
    }
  }
}

private let dozenSize = 12
