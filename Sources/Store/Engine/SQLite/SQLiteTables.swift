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
      try TableShape(
        of: name, on: self, "select name, type, pk from pragma_table_info($1)",
        kinds: ["INTEGER": .int, "TEXT": .text, "BLOB": .bytes])
    }
  }
}
