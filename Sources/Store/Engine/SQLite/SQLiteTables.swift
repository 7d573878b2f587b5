/// What SQLite's catalogue says of our tables.
extension SQLiteConnection {
  func tableNames() throws -> [String] {
    var names: [String] = []
    _ = try run(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid",
      []
    ) { try names.append($0[0]) }
    return names
  }

  func tables() throws -> [TableShape] {
    try tableNames().map { name in
      var columns: [TableShape.Column] = []
      var key: [(Int, String)] = []
      _ = try run("select name, type, pk from pragma_table_info($1)", [.text(name)]) { row in
        let column: String = try row[0]
        let kind: Value.Kind =
          switch try row[1] as String {
          case "INTEGER": .int
          case "TEXT": .text
          case "BLOB": .bytes
          case let other: throw StoreError.corrupt("column \(name).\(column) has type \(other)")
          }
        columns.append(.init(name: column, kind: kind))
        let place: Int = try row[2]
        if place > 0 { key.append((place, column)) }
      }
      return TableShape(name: name, columns: columns, key: key.sorted { $0.0 < $1.0 }.map(\.1))
    }
  }
}
