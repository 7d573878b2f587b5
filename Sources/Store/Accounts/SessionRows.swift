package import Market

extension Reading where Self: ~Copyable {
  /// Who comes with this secret; nil when nobody may any more.
  package func session(_ secret: Secret, at now: Instant) throws -> Session? {
    let found = try row(
      """
      select id, account, kind, agent, address, began_at, seen_at, is_second, acting, ended_at
      from session where digest = $1
      """, secret.digest(for: .session), as: Session.init(row:))
    guard let found, found.isOpen(at: now) else { return nil }
    if found.kind == .api, now - found.seenAt >= Tokens.accessLife { return nil }
    return found
  }

  /// All that are open, the one that was seen last first.
  package func sessions(of account: ID<Account>, at now: Instant) throws -> [Session] {
    try rows(
      """
      select id, account, kind, agent, address, began_at, seen_at, is_second, acting, ended_at
      from session where account = $1 and ended_at is null order by seen_at desc, id desc
      """, account, as: Session.init(row:)
    ).filter { $0.isOpen(at: now) }
  }

  /// What somebody may do in a session. Staff without a second factor are nobody's superiors.
  package func actor(_ session: Session) throws -> Actor {
    guard case .member(var standing) = try actor(session.account) else { return .visitor }
    if !session.isSecond { standing.roles = [] }
    return .member(standing)
  }

  package func securityEvents(
    of account: ID<Account>, atMost limit: Int
  ) throws -> [SecurityEvent] {
    try rows(
      """
      select id, account, kind, at, agent, address from security_event where account = $1
      order by id desc limit $2
      """, account, limit
    ) { row in
      let (agent, address): (String?, String?) = (try row[4], try row[5])
      let place = address.map { Whereabouts(agent: agent ?? "", address: $0) }
      return SecurityEvent(
        id: try row[0], account: try row[1], kind: try row[2], at: try row[3], place: place)
    }
  }
}

extension Transaction {
  func insert(_ session: Session, _ secret: Secret) throws {
    try run(
      """
      insert into session (id, digest, account, kind, agent, address, began_at, seen_at, is_second)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """, session.id, secret.digest(for: .session), session.account, session.kind,
      session.place.agent, session.place.address, session.beganAt, session.seenAt,
      session.isSecond)
  }

  /// He was here just now, from this address. A program's token is not made to last by being used.
  package func seen(_ id: ID<Session>, from address: String, at now: Instant) throws {
    try run(
      """
      update session set seen_at = $2, address = $3
      where id = $1 and kind = 'browser' and ended_at is null and seen_at < $2
      """, id, now, address)
  }

  func end(_ id: ID<Session>, at now: Instant) throws {
    try run("update session set ended_at = $2 where id = $1 and ended_at is null", id, now)
    try run("delete from refresh where session = $1", id)
  }

  /// All but one, or all.
  @discardableResult
  func endSessions(
    of account: ID<Account>, besides kept: ID<Session>? = nil, at now: Instant
  ) throws -> Int {
    let ended = try rows(
      "select id from session where account = $1 and ended_at is null", account
    ) { try $0[0] as ID<Session> }.filter { $0 != kept }
    for id in ended { try end(id, at: now) }
    return ended.count
  }

  /// Writes it down for the member.
  func remember(
    _ kind: SecurityEvent.Kind, of account: ID<Account>, _ place: Whereabouts?, at now: Instant
  ) throws {
    try run(
      """
      insert into security_event (id, account, kind, at, agent, address)
      values ($1, $2, $3, $4, $5, $6)
      """, next(SecurityEvent.self), account, kind, now, place?.agent, place?.address)
  }

  /// The same, and tells him of it.
  func warn(
    _ kind: SecurityEvent.Kind, of account: Account, _ place: Whereabouts, at now: Instant
  ) throws {
    try remember(kind, of: account.id, place, at: now)
    try notify(
      account.contact, .alert(kind, of: account.id, place, at: now), in: account.locale, at: now)
  }
}

extension Session {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], account: try row[1], kind: try row[2],
      place: Whereabouts(agent: try row[3], address: try row[4]), beganAt: try row[5],
      seenAt: try row[6], isSecond: try row[7], acting: try row[8], endedAt: try row[9])
  }
}
