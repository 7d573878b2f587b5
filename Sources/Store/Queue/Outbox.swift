package import Market

extension Transaction {
  /// Writes something that must go out, and the task that will send it.
  @discardableResult
  package func post(
    _ channel: String, to recipient: String, _ body: String, at now: Instant
  ) throws -> ID<Outgoing> {
    let id = next(Outgoing.self)
    try run(
      """
      insert into outgoing (id, channel, recipient, body, written_at) values ($1, $2, $3, $4, $5)
      """, id, channel, recipient, body, now)
    try enqueue(Outgoing.taskKind, "\(id)", at: now)
    return id
  }

  /// Forgets what it said. False when it had been marked before: the far side got it twice, which it
  /// has to bear.
  @discardableResult
  package func markSent(
    _ id: ID<Outgoing>, as ending: Outgoing.Ending = .sent, at now: Instant
  ) throws -> Bool {
    try run(
      "update outgoing set sent_at = $2, body = $3 where id = $1 and sent_at is null", id, now,
      ending.rawValue) == 1
  }
}

extension Reading where Self: ~Copyable {
  package func outgoing(_ id: ID<Outgoing>) throws -> Outgoing? {
    try row(
      """
      select id, channel, recipient, body, written_at, sent_at from outgoing where id = $1
      """, id
    ) { row in
      Outgoing(
        id: try row[0], channel: try row[1], recipient: try row[2], body: try row[3],
        writtenAt: try row[4], sentAt: try row[5])
    }
  }
}
