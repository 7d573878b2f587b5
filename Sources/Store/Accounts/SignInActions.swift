package import Market

/// What is needed to look at a password. It is compared outside of any transaction, since that takes
/// long on purpose.
package struct Knock: Sendable {
  /// Nil when nobody can come in by this contact.
  package let account: ID<Account>?
  package let hash: PasswordHash?
}

package enum Entrance: Sendable {
  case session(Session)
  /// A second step is wanted.
  case second(PublicID<Challenge>)
}

extension Transaction {
  /// The first of the three parts of a sign-in: counts the try and finds the password's hash. The
  /// second compares, the third is `enter` or `stayOut`.
  package func knock(
    _ contact: Contact, device: Secret?, at now: Instant
  ) throws -> Knock {
    let account = try member(reachedAt: contact)
    try attempt(attemptKey(contact, device, account?.id), at: now)
    let hash = try account.flatMap { try passwordHash(of: $0.id) }
    return Knock(account: hash == nil ? nil : account?.id, hash: hash)
  }

  /// With the right password. With a second factor nobody is in yet.
  package func enter(
    _ knock: Knock, _ contact: Contact, _ arrival: Arrival, _ key: PublicID<Challenge>,
    at now: Instant
  ) throws -> Entrance {
    guard let id = knock.account, let account = try member(reachedAt: contact),
      account.id == id, try passwordHash(of: id) == knock.hash
    else { throw SignInError.wrong }
    try forgive(attemptKey(contact, arrival.device, id))
    guard try factor(of: id) != nil else {
      return .session(try begin(arrival, account, isSecond: false, at: now))
    }
    let challenge = Challenge(
      next(Challenge.self), key: key, for: .signIn, account: id, contact: nil, at: now)
    try insert(challenge, code: nil)
    return .second(key)
  }

  /// With a wrong password, or for nobody, who costs as much: the wait for the disk would tell them
  /// apart.
  package func stayOut(
    _ knock: Knock, _ contact: Contact, _ place: Whereabouts, at now: Instant
  ) throws {
    guard let account = knock.account else { return try touch(.password(contact)) }
    try remember(.signInFailed, of: account, place, at: now)
  }

  /// The same password, hashed as is thought right today.
  package func strengthen(_ hash: PasswordHash, of account: ID<Account>) throws {
    try run("update credential set hash = $2 where account = $1", account, hash.text)
  }

  /// The second step of a sign-in.
  package func enter(
    _ key: PublicID<Challenge>, second code: String, _ arrival: Arrival, at now: Instant
  ) throws -> CodeOutcome<Session> {
    guard let challenge = try challenge(key), challenge.purpose == .signIn,
      let id = challenge.account, challenge.isOpen(at: now)
    else { return .over }
    let account = try account(id)
    guard try isMember(account) else { return .over }
    // Who knows the password can use up the tries of everybody, but not those of a known machine.
    let tries: AttemptKey =
      try isKnown(arrival.device, id)
      ? .secondFrom(arrival.device.digest(for: .device), id) : .second(id)
    try attempt(tries, at: now)
    let isRight = try takeSecond(code, of: account, arrival.place, at: now)
    guard let tried = challenge.tried(isRight: isRight, at: now) else { return .over }
    try save(tried)
    guard isRight else {
      try remember(.signInFailed, of: id, arrival.place, at: now)
      return .wrong(triesLeft: tried.triesLeft)
    }
    try forgive(tries)
    return .right(try begin(arrival, account, isSecond: true, at: now))
  }

  /// A new session for somebody who has shown all that he has to.
  func begin(
    _ arrival: Arrival, _ account: Account, isSecond: Bool, at now: Instant
  ) throws -> Session {
    let session = Session(
      id: next(Session.self), account: account.id, kind: arrival.kind, place: arrival.place,
      beganAt: now, seenAt: now, isSecond: isSecond)
    try insert(session, arrival.secret)
    try remember(.signedIn, of: account.id, arrival.place, at: now)
    let isKnown = try isKnown(arrival.device, account.id)
    let others = try row("select count(*) from device where account = $1", account.id) {
      try $0[0] as Int
    }
    if !isKnown, others ?? 0 > 0 {
      try notify(
        account.contact, .newDevice(arrival.place, at: now), in: account.locale, at: now)
    }
    try run(
      """
      insert into device (digest, account, seen_at) values ($1, $2, $3)
      on conflict (digest, account) do update set seen_at = excluded.seen_at
      """, arrival.device.digest(for: .device), account.id, now)
    return session
  }

  package func signOut(_ session: Session, _ place: Whereabouts, at now: Instant) throws {
    try end(session.id, at: now)
    try remember(.signedOut, of: session.account, place, at: now)
  }
}

extension Reading where Self: ~Copyable {
  /// Nil for nobody, and for whoever cannot come in any more.
  func member(reachedAt contact: Contact) throws -> Account? {
    guard let account = try account(reachedAt: contact), try isMember(account) else { return nil }
    return account
  }

  func isMember(_ account: Account) throws -> Bool {
    guard account.state == .active else { return false }
    if case .closed = try party(account.party).state { return false }
    return true
  }

  func passwordHash(of account: ID<Account>) throws -> PasswordHash? {
    try row("select hash from credential where account = $1", account) {
      PasswordHash(text: try $0[0])
    }
  }

  func isKnown(_ device: Secret, _ account: ID<Account>) throws -> Bool {
    try row(
      "select count(*) from device where digest = $1 and account = $2",
      device.digest(for: .device), account
    ) { try $0[0] as Int } == 1
  }

  /// Others can use up the tries that everybody has for an address, but not those of a machine that
  /// its member has come in from.
  fileprivate func attemptKey(
    _ contact: Contact, _ device: Secret?, _ account: ID<Account>?
  ) throws -> AttemptKey {
    guard let device, let account, try isKnown(device, account) else { return .password(contact) }
    return .passwordFrom(device.digest(for: .device), account)
  }
}
