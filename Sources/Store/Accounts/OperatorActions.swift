package import Market

/// What is done for members who cannot do it themselves, and to those who must not come in. It is in the
/// audit, and the member finds it among what happened to his account.
extension Transaction {
  /// Whoever is signed in has to come in again. A member who had a password is told.
  package func setPassword(
    _ hash: PasswordHash, of id: ID<Account>, by actor: Actor, at now: Instant
  ) throws {
    try actor.must(.employ, or: AccountError.self)
    let account = try account(id)
    let isFirst = try passwordHash(of: id) == nil
    try setPassword(hash, of: id, at: now)
    try endSessions(of: id, at: now)
    try forgive(.password(account.contact))
    try tell("set password", id, by: actor, at: now)
    guard !isFirst else { return }
    try remember(.passwordReset, of: id, nil, at: now)
    try notify(
      account.contact,
      .alert(.passwordReset, of: id, Whereabouts(agent: "", address: ""), at: now),
      in: account.locale, at: now)
  }

  /// A challenge for a new password whose code is not sent: the operator hands it on himself.
  package func offerReset(
    of id: ID<Account>, _ key: PublicID<Challenge>, code: String, by actor: Actor, at now: Instant
  ) throws {
    try actor.must(.employ, or: AccountError.self)
    let account = try account(id)
    guard try isMember(account) else { throw AccountError.notActive(account.party) }
    let challenge = Challenge(
      next(Challenge.self), key: key, for: .reset, account: id, contact: account.contact, at: now)
    try insert(challenge, code: code)
    try tell("offer reset", id, by: actor, at: now)
  }

  /// He can be reached there, as somebody says who knows.
  package func vouch(
    forContactsOf id: ID<Account>, by actor: Actor, at now: Instant
  ) throws {
    try actor.must(.employ, or: AccountError.self)
    try prove(account(id).contact, of: id, at: now)
    try tell("vouch", id, by: actor, at: now)
  }

  /// On all machines. Returns how many it were.
  package func signOut(
    everywhere id: ID<Account>, by actor: Actor, at now: Instant
  ) throws -> Int {
    try actor.must(.employ, or: AccountError.self)
    let account = try account(id)
    let ended = try endSessions(of: account.id, at: now)
    try remember(.sessionsEnded, of: id, nil, at: now)
    try tell("sign out", id, by: actor, at: now)
    return ended
  }

  /// Writes into the audit and the log what was done to an account.
  func tell(_ action: String, _ id: ID<Account>, by actor: Actor, at now: Instant) throws {
    try note(action, .account, id.number, by: actor, at: now)
    let route = Route(isShown: try account(id).state == .active)
    try record(Change(of: .account, id.number, from: route, to: route), at: now)
  }
}

// What is kept of somebody, for who wants to know.
extension Reading where Self: ~Copyable {
  /// Those that have ended, too, as long as they are kept; the oldest first.
  package func allSessions(of account: ID<Account>) throws -> [Session] {
    try rows(
      """
      select id, account, kind, agent, address, began_at, seen_at, is_second, acting, ended_at
      from session where account = $1 order by id
      """, account, as: Session.init(row:))
  }

  package func contactProofs(
    of account: ID<Account>
  ) throws -> [(contact: String, at: Instant)] {
    try rows(
      "select contact, proved_at from proof where account = $1 order by proved_at, contact", account
    ) { (try $0[0], try $0[1]) }
  }

  /// The machines that he is known by, without what they are known by.
  package func devicesSeen(of account: ID<Account>) throws -> [Instant] {
    try rows(
      "select seen_at from device where account = $1 order by seen_at", account
    ) { try $0[0] }
  }
}
