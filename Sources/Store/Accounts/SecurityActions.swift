package import Market

/// How a member changes how he comes in. Each begins with `present`, which counts a try and gives the
/// hash to compare with; what follows is done only after that.
extension Transaction {
  /// `isBoth` is for what asks for the second factor too: a try of that is counted as well.
  package func present(
    _ session: Session, isBoth: Bool, at now: Instant
  ) throws -> PasswordHash? {
    try attempt(.present(session.id), at: now)
    if isBoth, try factor(of: session.account) != nil {
      try attempt(.presentSecond(session.id), at: now)
    }
    return try passwordHash(of: session.account)
  }

  /// What was shown once more was right.
  package func isPresent(_ session: Session) throws { try forgive(.present(session.id)) }

  /// All other sessions end: who changes a password may fear that somebody knows it.
  package func changePassword(
    _ hash: PasswordHash, in session: Session, at now: Instant
  ) throws {
    try setPassword(hash, of: session.account, at: now)
    try endSessions(of: session.account, besides: session.id, at: now)
    try warn(.passwordChanged, of: account(session.account), session.place, at: now)
  }

  package func endSession(
    _ id: ID<Session>, in session: Session, at now: Instant
  ) throws {
    let isMine = try sessions(of: session.account, at: now).contains { $0.id == id }
    guard isMine else { throw SignInError.unknownSession }
    try end(id, at: now)
    try remember(.sessionEnded, of: session.account, session.place, at: now)
  }

  package func endOtherSessions(in session: Session, at now: Instant) throws -> Int {
    let ended = try endSessions(of: session.account, besides: session.id, at: now)
    try remember(.sessionsEnded, of: session.account, session.place, at: now)
    return ended
  }

  /// Sends a code to the new address. That somebody else has it is told to him alone.
  package func beginContactChange(
    to contact: Contact, _ key: PublicID<Challenge>, code: String, in session: Session,
    at now: Instant
  ) throws {
    try attempt(.sending(contact, .contact), at: now)
    let owner = try account(reachedAt: contact)
    let isFree = owner == nil || owner?.id == session.account
    let challenge = Challenge(
      next(Challenge.self), key: key, for: .contact, account: session.account, contact: contact,
      at: now)
    try insert(challenge, code: isFree ? code : nil)
    try notify(
      contact, isFree ? .code(.contact, code: code, challenge: key) : .known,
      in: account(session.account).locale, at: now)
  }

  package func finishContactChange(
    _ key: PublicID<Challenge>, code: String, in session: Session, at now: Instant
  ) throws -> CodeOutcome<Contact> {
    guard try challenge(key)?.account == session.account else { return .over }
    let challenge: Challenge
    switch try take(code, of: key, for: .contact, at: now) {
    case .right(let right): challenge = right
    case .wrong(let left): return .wrong(triesLeft: left)
    case .over: return .over
    }
    let before = try account(session.account)
    guard let new = challenge.contact else { return .over }
    if let owner = try account(reachedAt: new), owner.id != before.id { return .over }
    let contact = try Contact(
      email: new.email ?? before.contact.email, phone: new.phone ?? before.contact.phone)
    try run(
      "update account set email = $2, phone = $3 where id = $1", before.id, contact.email,
      contact.phone)
    try prove(new, of: before.id, at: now)
    try endChallenges(of: before.id, at: now)
    try forgive(.sending(new, .contact))
    // To the old address: if it was not he, that is the one he reads.
    try warn(.contactChanged, of: before, session.place, at: now)
    return .right(contact)
  }

  /// For good. What is owed to others stays in the books.
  package func closeAccount(
    second code: String, in session: Session, at now: Instant
  ) throws {
    let account = try account(session.account)
    if try factor(of: account.id) != nil {
      try mustShowSecond(code, of: account, in: session, at: now)
    }
    try closeParty(account.party, by: actor(session), at: now)
    try run("delete from credential where account = $1", account.id)
    try endSessions(of: account.id, at: now)
    try warn(.closed, of: account, session.place, at: now)
    try letGo(of: account, at: now)
  }

  /// Of the contact: whoever has it may open another account with it.
  private func letGo(of account: Account, at now: Instant) throws {
    try run(
      "insert into former_contact (account, email, phone, closed_at) values ($1, $2, $3, $4)",
      account.id, account.contact.email, account.contact.phone, now)
    try run("update account set email = null, phone = null where id = $1", account.id)
    try run("delete from proof where account = $1", account.id)
  }
}

extension Reading where Self: ~Copyable {
  /// Which of his addresses somebody has shown to be his.
  package func proofs(of account: ID<Account>) throws -> Set<String> {
    Set(try rows("select contact from proof where account = $1", account) { try $0[0] })
  }

  /// When the password was set last.
  package func passwordSetAt(of account: ID<Account>) throws -> Instant? {
    try row("select set_at from credential where account = $1", account) { try $0[0] }
  }

  /// Where the owner of a closed account could be reached.
  package func formerContact(of account: ID<Account>) throws -> Contact? {
    try row("select email, phone from former_contact where account = $1", account) {
      try Contact(email: try $0[0], phone: try $0[1])
    }
  }

  package func preferences(of account: ID<Account>) throws -> Preferences {
    try row(
      "select currency, time_zone, channels from preference where account = $1", account
    ) { row in
      let channels: String = try row[2]
      return Preferences(
        currency: Asset.currency(try row[0]) ?? .cny, timeZone: try row[1],
        channels: Set(
          channels.split(separator: " ").compactMap { Preferences.Channel(rawValue: String($0)) }))
    } ?? .standard
  }

  package func consents(of account: ID<Account>) throws -> [(consent: Consent, at: Instant)] {
    try rows(
      "select kind, version, is_given, at from consent where account = $1 order by at, kind",
      account
    ) { (Consent(try $0[0], version: try $0[1], isGiven: try $0[2]), try $0[3]) }
  }
}

extension Transaction {
  package func prefer(
    _ preferences: Preferences, in language: Locale, _ session: Session, at now: Instant
  ) throws {
    guard preferences.timeZone.isLine(atMost: Preferences.zoneCharactersMax) else {
      throw AccountError.unfitName(preferences.timeZone)
    }
    let channels = Preferences.Channel.allCases.filter(preferences.channels.contains)
    try run(
      """
      insert into preference (account, currency, time_zone, channels) values ($1, $2, $3, $4)
      on conflict (account) do update set currency = excluded.currency,
        time_zone = excluded.time_zone, channels = excluded.channels
      """, session.account, preferences.currency.code, preferences.timeZone,
      channels.map(\.rawValue).joined(separator: " "))
    try run("update account set locale = $2 where id = $1", session.account, language)
    let news = preferences.channels.contains(.mailOfNews)
    let last = try consents(of: session.account).last { $0.consent.kind == .marketing }?.consent
    if news != (last?.isGiven ?? false) {
      try agree(
        Consent(.marketing, version: last?.version ?? "1", isGiven: news), session.account,
        at: now)
    }
  }
}
