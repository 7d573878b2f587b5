/// What SQLite's catalogue says of our tables.
extension SQLiteConnection {
  /// Without those in which an index of words keeps what it can make again of its table.
  func tableNames() throws -> [String] {
    var names: [String] = []
    _ = try run(
      """
      select s.name from sqlite_schema s join pragma_table_list l on l.name = s.name
      where s.type = 'table' and s.name not like 'sqlite_%' and l.schema = 'main'
        and l.type = 'table'
      order by s.rowid
      """, []
    ) { try names.append($0[0]) }
    return names
  }

  func tables() throws -> [TableShape] {
    try tableNames().map { name in
      try TableShape(
        of: name, on: self, "select name, type, pk from pragma_table_info($1)",
        kinds: ["INTEGER": .int, "TEXT": .text, "BLOB": .bytes])
    }
  }
}
