package import Market

extension Transaction {
  /// Writes down who did what, in the transaction that did it.
  package func note(_ audit: Audit) throws {
    try run(
      """
      insert into audit (id, at, actor, action, noun, subject, detail)
      values ($1, $2, $3, $4, $5, $6, $7)
      """, next(Audit.self), audit.at, audit.actor, audit.action, audit.noun, audit.subject,
      audit.detail)
  }
}

extension Reading where Self: ~Copyable {
  /// What happened to one thing, the latest first.
  package func audits(of noun: Noun, _ subject: Int64, atMost limit: Int) throws -> [Audit] {
    try rows(
      """
      select at, actor, action, noun, subject, detail from audit
      where noun = $1 and subject = $2 order by id desc limit $3
      """, noun, subject, limit
    ) { row in
      Audit(
        at: try row[0], actor: try row[1], action: try row[2], noun: try row[3],
        subject: try row[4], detail: try row[5])
    }
  }
}
