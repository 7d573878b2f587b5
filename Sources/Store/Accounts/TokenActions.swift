package import Market

/// How a program comes in: a short-lived token for each request, and one that is used once to get the
/// next two.
package struct Tokens: Sendable {
  package static let accessLife = Duration.minutes(15)

  package let access: Secret
  package let refresh: Secret

  package init(access: Secret, refresh: Secret) {
    (self.access, self.refresh) = (access, refresh)
  }

  package init(using random: inout some RandomNumberGenerator) {
    access = Secret(using: &random)
    refresh = Secret(using: &random)
  }
}

extension Transaction {
  /// The first of a session's refresh tokens.
  package func give(_ refresh: Secret, to session: Session, at now: Instant) throws {
    try run(
      "insert into refresh (digest, session, made_at) values ($1, $2, $3)",
      refresh.digest(for: .refresh), session.id, now)
  }

  /// Gives new tokens for one that was not used yet. One that was used ends the session and all that
  /// came of it: two have it, and one of them stole it. Nil for that, and for one that we do not know.
  package func refresh(
    _ used: Secret, _ tokens: Tokens, _ place: Whereabouts, at now: Instant
  ) throws -> Session? {
    let digest = used.digest(for: .refresh)
    let known = try row("select session, used_at from refresh where digest = $1", digest) {
      (session: try $0[0] as ID<Session>, usedAt: try $0[1] as Instant?)
    }
    guard let known, let session = try session(known.session, at: now) else { return nil }
    guard known.usedAt == nil else {
      try end(session.id, at: now)
      try warn(.refreshReused, of: account(session.account), place, at: now)
      return nil
    }
    try run("update refresh set used_at = $2 where digest = $1", digest, now)
    try give(tokens.refresh, to: session, at: now)
    try run(
      "update session set digest = $2, seen_at = $3, address = $4 where id = $1", session.id,
      tokens.access.digest(for: .session), now, place.address)
    return session
  }
}

extension Reading where Self: ~Copyable {
  package func session(_ id: ID<Session>, at now: Instant) throws -> Session? {
    try row(
      """
      select id, account, kind, agent, address, began_at, seen_at, is_second, acting, ended_at
      from session where id = $1
      """, id, as: Session.init(row:)
    ).flatMap { $0.isOpen(at: now) ? $0 : nil }
  }
}
