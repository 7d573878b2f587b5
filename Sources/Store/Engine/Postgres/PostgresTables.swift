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
      try TableShape(
        of: name, on: self,
        """
        select attname, format_type(atttypid, null),
          coalesce(array_position(cast(indkey as int2[]), attnum) + 1, 0)
        from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
        where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped
          and attgenerated = ''
        order by attnum
        """, kinds: ["bigint": .int, "text": .text, "bytea": .bytes])
    }
  }
}
