package import Market

extension Reading where Self: ~Copyable {
  /// Nil when there is none.
  package func challenge(_ key: PublicID<Challenge>) throws -> Challenge? {
    try row(
      """
      select id, key, purpose, account, email, phone, made_at, ends_at, sent_at, sends, tries,
        used_at
      from challenge where key = $1
      """, key, as: Challenge.init(row:))
  }

  func codeDigest(of id: ID<Challenge>) throws -> [UInt8]? {
    try row("select code from challenge where id = $1", id) { try $0[0] as [UInt8]? } ?? nil
  }
}

/// How a code was taken.
package enum CodeOutcome<Value: Sendable>: Sendable {
  case right(Value)
  case wrong(triesLeft: Int)
  /// There is nothing to try any more.
  case over
}

extension Transaction {
  func insert(_ challenge: Challenge, code: String?) throws {
    try run(
      """
      insert into challenge (id, key, purpose, account, email, phone, code, made_at, ends_at,
        sent_at, sends, tries)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """, challenge.id, challenge.key, challenge.purpose, challenge.account,
      challenge.contact?.email, challenge.contact?.phone,
      code.map { Challenge.digest(of: $0, for: challenge.key) }, challenge.madeAt,
      challenge.endsAt, challenge.sentAt, challenge.sends, challenge.triesLeft)
  }

  func save(_ challenge: Challenge) throws {
    try run(
      """
      update challenge set ends_at = $2, sent_at = $3, sends = $4, tries = $5, used_at = $6
      where id = $1
      """, challenge.id, challenge.endsAt, challenge.sentAt, challenge.sends,
      challenge.triesLeft, challenge.usedAt)
  }

  func endChallenges(of account: ID<Account>, at now: Instant) throws {
    try run(
      "update challenge set used_at = $2 where account = $1 and used_at is null", account, now)
  }

  /// Takes one try of a challenge whose code was sent. A right code is used up by that.
  func take(
    _ code: String, of key: PublicID<Challenge>, for purpose: Challenge.Purpose, at now: Instant
  ) throws -> CodeOutcome<Challenge> {
    guard let challenge = try challenge(key), challenge.purpose == purpose else { return .over }
    let wanted = try codeDigest(of: challenge.id)
    let isRight = wanted == Challenge.digest(of: code, for: key)
    guard let tried = challenge.tried(isRight: isRight, at: now) else { return .over }
    try save(tried)
    return isRight ? .right(tried) : .wrong(triesLeft: tried.triesLeft)
  }

  /// Sends another code for the same challenge, if there is time and the last one was not just now.
  /// False when it was too early, or too late; the same is told of a contact that has an account.
  package func sendAgain(
    _ key: PublicID<Challenge>, code: String, in language: Locale, at now: Instant
  ) throws -> Bool {
    guard let challenge = try challenge(key), let again = challenge.sentAgain(at: now),
      let contact = challenge.contact
    else { return false }
    try attempt(.sending(contact, challenge.purpose), at: now)
    try save(again)
    guard try codeDigest(of: challenge.id) != nil else {
      try notify(contact, .nothing, in: language, at: now)
      return true
    }
    try run(
      "update challenge set code = $2 where id = $1", challenge.id,
      Challenge.digest(of: code, for: key))
    try notify(
      contact, .code(challenge.purpose, code: code, challenge: key), in: language, at: now)
    return true
  }

  /// Has somebody told by mail or by text message.
  func notify(
    _ contact: Contact, _ subject: Notification.Subject, in language: Locale, at now: Instant
  ) throws {
    let (channel, recipient) = Notification.channel(to: contact)
    try post(channel, to: recipient, Notification(subject, in: language).text, at: now)
  }
}

extension Challenge {
  fileprivate init(row: borrowing Row) throws {
    let (email, phone): (String?, String?) = (try row[4], try row[5])
    let isReachable = email != nil || phone != nil
    self.init(
      id: try row[0], key: try row[1], purpose: try row[2], account: try row[3],
      contact: isReachable ? try Contact(email: email, phone: phone) : nil,
      madeAt: try row[6], endsAt: try row[7], sentAt: try row[8], sends: try row[9],
      triesLeft: try row[10], usedAt: try row[11])
  }
}
