/// What PostgreSQL's catalogue says of our tables.
extension PostgresConnection {
  func tableNames() throws -> [String] {
    var names: [String] = []
    _ = try run(
      """
      select relname from pg_class
      where relkind = 'r' and relnamespace = to_regnamespace(current_schema()) order by oid
      """, []
    ) { try names.append($0[0]) }
    return names
  }

  func tables() throws -> [TableShape] {
    try tableNames().map { name in
      var columns: [TableShape.Column] = []
      var key: [(Int, String)] = []
      _ = try run(
        """
        select attname, format_type(atttypid, null),
          coalesce(array_position(cast(indkey as int2[]), attnum), -1)
        from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
        where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped
        order by attnum
        """, [.text(name)]
      ) { row in
        let column: String = try row[0]
        let kind: Value.Kind =
          switch try row[1] as String {
          case "bigint": .int
          case "text": .text
          case "bytea": .bytes
          case let other: throw StoreError.corrupt("column \(name).\(column) has type \(other)")
          }
        columns.append(.init(name: column, kind: kind))
        let place: Int = try row[2]
        if place >= 0 { key.append((place, column)) }
      }
      return TableShape(name: name, columns: columns, key: key.sorted { $0.0 < $1.0 }.map(\.1))
    }
  }
}
