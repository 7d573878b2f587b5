package import Market

extension Transaction {
  /// Tells the readers of the log. Part of the action: it happens if and only if the action does.
  package func record(_ change: Change, at now: Instant) throws {
    let before = try change.before?.checked().text
    let after = try change.after?.checked().text
    let id = next(Change.self)
    try write(
      """
      insert into change (id, at, noun, subject, before_route, after_route)
      values ($1, $2, $3, $4, $5, $6)
      """,
      [
        id.value, now.value, change.noun.value, .int(change.subject), before.value, after.value,
      ])
  }
}

extension Reading where Self: ~Copyable {
  /// What happened after `position`, oldest first.
  package func changes(after position: Position, atMost limit: Int) throws -> [LoggedChange] {
    try rows(
      """
      select id, at, noun, subject, before_route, after_route from change
      where id > $1 order by id limit $2
      """, position, limit
    ) { try LoggedChange($0) }
  }

  /// The same of one thing, or of all of a kind. The whole log after `position` is looked through.
  package func changes(
    after position: Position, of noun: Noun, _ subject: Int64?, atMost limit: Int
  ) throws -> [LoggedChange] {
    try rows(
      """
      select id, at, noun, subject, before_route, after_route from change
      where id > $1 and noun = $2 and ($3 = 0 or subject = $3) order by id limit $4
      """, position, noun, subject ?? 0, limit
    ) { try LoggedChange($0) }
  }

  /// The moment of the newest change. Who makes pages takes the rules of this moment, for he has
  /// no clock. Nil when nothing ever happened.
  package func lastChangeAt() throws -> Instant? {
    try row("select at from change order by id desc limit 1") { try $0[0] }
  }
}

extension LoggedChange {
  fileprivate init(_ row: borrowing Row) throws {
    let before: String? = try row[4]
    let after: String? = try row[5]
    let change = Change(
      of: try row[2], try row[3], from: try before.map(Route.init(text:)),
      to: try after.map(Route.init(text:)))
    self.init(id: try row[0], at: try row[1], change: change)
  }
}
