package import Market

/// The second factor, and the codes for who has lost it.
extension Transaction {
  /// After a first code has shown that the app has the secret. The session that did it counts as one
  /// with two factors from then on.
  package func turnOnFactor(
    _ secret: [UInt8], step: Int64, codes: [BackupCode], in session: Session, at now: Instant
  ) throws {
    guard try factor(of: session.account) == nil else { throw SignInError.factorIsOn }
    try run(
      "insert into factor (account, secret, on_since, last_step) values ($1, $2, $3, $4)",
      session.account, secret, now, step)
    try save(codes, of: session.account)
    try run("update session set is_second = 1 where id = $1", session.id)
    try warn(.factorOn, of: account(session.account), session.place, at: now)
  }

  package func turnOffFactor(
    second code: String, in session: Session, at now: Instant
  ) throws {
    let account = try account(session.account)
    // Whoever may decide about others has to be hard to impersonate.
    guard try roles(of: account.id).isEmpty else { throw AccountError.refused(.notAllowed) }
    try mustShowSecond(code, of: account, in: session, at: now)
    try dropFactor(of: account.id)
    try warn(.factorOff, of: account, session.place, at: now)
  }

  /// The old ones count no more.
  package func renewCodes(
    _ codes: [BackupCode], second code: String, in session: Session, at now: Instant
  ) throws {
    let account = try account(session.account)
    try mustShowSecond(code, of: account, in: session, at: now)
    try run("delete from backup_code where account = $1", account.id)
    try save(codes, of: account.id)
    try warn(.codesRenewed, of: account, session.place, at: now)
  }

  /// By the operator, for a member who has lost app and codes and has shown who he is by other means.
  package func resetFactor(of id: ID<Account>, by actor: Actor, at now: Instant) throws {
    try actor.must(.employ, or: AccountError.self)
    guard try factor(of: id) != nil else { throw SignInError.factorIsOff }
    try dropFactor(of: id)
    try endSessions(of: id, at: now)
    try remember(.factorOff, of: id, nil, at: now)
    try tell("reset factor", id, by: actor, at: now)
  }

  /// Takes a code of the app or a backup code, each of which counts once.
  func takeSecond(
    _ code: String, of account: Account, _ place: Whereabouts, at now: Instant
  ) throws -> Bool {
    guard let factor = try factor(of: account.id) else { return false }
    if let step = OneTimeCode.step(matching: code, secret: factor.secret, at: now) {
      guard let used = factor.used(at: step) else { return false }
      try run(
        "update factor set last_step = $2 where account = $1", account.id, used.lastStep)
      return true
    }
    guard let backup = BackupCode(code) else { return false }
    let isRight =
      try run(
        """
        update backup_code set used_at = $3
        where account = $1 and digest = $2 and used_at is null
        """, account.id, backup.digest, now) == 1
    if isRight { try warn(.backupCodeUsed, of: account, place, at: now) }
    return isRight
  }

  /// For a change that asks for both factors once more. Who has only one shows none.
  func mustShowSecond(
    _ code: String, of account: Account, in session: Session, at now: Instant
  ) throws {
    guard try factor(of: account.id) != nil else { throw SignInError.factorIsOff }
    guard try takeSecond(code, of: account, session.place, at: now) else {
      throw SignInError.wrongSecond
    }
    try forgive(.presentSecond(session.id))
  }

  private func save(_ codes: [BackupCode], of account: ID<Account>) throws {
    for code in codes {
      try run(
        "insert into backup_code (account, digest) values ($1, $2)", account, code.digest)
    }
  }

  private func dropFactor(of account: ID<Account>) throws {
    try run("delete from factor where account = $1", account)
    try run("delete from backup_code where account = $1", account)
  }
}

extension Reading where Self: ~Copyable {
  package func factor(of account: ID<Account>) throws -> Factor? {
    try row(
      "select account, secret, on_since, last_step from factor where account = $1", account
    ) {
      Factor(
        account: try $0[0], secret: try $0[1], onSince: try $0[2], lastStep: try $0[3])
    }
  }

  package func backupCodesLeft(of account: ID<Account>) throws -> Int {
    try row(
      "select count(*) from backup_code where account = $1 and used_at is null", account
    ) { try $0[0] } ?? 0
  }
}
