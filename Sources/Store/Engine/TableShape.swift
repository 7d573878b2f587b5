/// A table as the engine's catalogue tells it.
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

extension TableShape {
  /// `catalogue` gives a row for each column of the table `$1`: its name, its type, and its place in
  /// the primary key, counted from one.
  init(
    of name: String, on connection: some Connection, _ catalogue: SQL,
    kinds: [String: Value.Kind]
  ) throws {
    var columns: [Column] = []
    var key: [(place: Int, column: String)] = []
    _ = try connection.run(catalogue, [.text(name)]) { row in
      let column: String = try row[0]
      let type: String = try row[1]
      guard let kind = kinds[type] else {
        throw StoreError.corrupt("column \(name).\(column) has type \(type)")
      }
      columns.append(Column(name: column, kind: kind))
      let place: Int = try row[2]
      if place > 0 { key.append((place, column)) }
    }
    self.init(name: name, columns: columns, key: key.sorted { $0.place < $1.place }.map(\.column))
  }
}
