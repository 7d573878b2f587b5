package import Market

/// Somebody who wants an account, as he filled in the form.
package struct Applicant: Sendable {
  let name: String
  let contact: Contact
  let hash: PasswordHash
  let locale: Locale
  let consents: [Consent]

  package init(
    name: String, contact: Contact, hash: PasswordHash, locale: Locale, consents: [Consent]
  ) {
    self.name = name
    self.contact = contact
    self.hash = hash
    self.locale = locale
    self.consents = consents
  }
}

/// What is drawn for somebody who comes in, before it is known that he may.
package struct Arrival: Sendable {
  let kind: Session.Kind
  package let secret: Secret
  /// By which his machine is known again.
  package let device: Secret
  let place: Whereabouts

  package init(_ kind: Session.Kind, _ secret: Secret, device: Secret, _ place: Whereabouts) {
    self.kind = kind
    self.secret = secret
    self.device = device
    self.place = place
  }
}

/// How an account comes to be: the account itself is made only when the code has come back, so nobody
/// can take the address of somebody else.
extension Transaction {
  package func beginSignUp(
    _ applicant: Applicant, _ key: PublicID<Challenge>, code: String, at now: Instant
  ) throws {
    _ = try Party.checkedName(applicant.name)
    try attempt(.sending(applicant.contact, .signUp), at: now)
    let isFree = try account(reachedAt: applicant.contact) == nil
    let challenge = Challenge(
      next(Challenge.self), key: key, for: .signUp, account: nil, contact: applicant.contact,
      at: now)
    try insert(challenge, code: isFree ? code : nil)
    try run(
      """
      insert into applicant (challenge, name, hash, locale, consents) values ($1, $2, $3, $4, $5)
      """, challenge.id, applicant.name, applicant.hash.text, applicant.locale,
      applicant.consents.map(\.text).joined(separator: "\n"))
    try notify(
      applicant.contact,
      isFree ? .code(.signUp, code: code, challenge: key) : .known,
      in: applicant.locale, at: now)
  }

  package func finishSignUp(
    _ key: PublicID<Challenge>, code: String, _ arrival: Arrival, at now: Instant
  ) throws -> CodeOutcome<Session> {
    let challenge: Challenge
    switch try take(code, of: key, for: .signUp, at: now) {
    case .right(let right): challenge = right
    case .wrong(let left): return .wrong(triesLeft: left)
    case .over: return .over
    }
    guard let applicant = try applicant(challenge),
      try account(reachedAt: applicant.contact) == nil
    else { return .over }
    let account = try openAccount(
      name: applicant.name, contact: applicant.contact, locale: applicant.locale, by: .visitor,
      at: now)
    try setPassword(applicant.hash, of: account.id, at: now)
    try prove(applicant.contact, of: account.id, at: now)
    for consent in applicant.consents { try agree(consent, account.id, at: now) }
    try run("delete from applicant where challenge = $1", challenge.id)
    try forgive(.sending(applicant.contact, .signUp))
    return .right(try begin(arrival, account, isSecond: false, at: now))
  }

  private func applicant(_ challenge: Challenge) throws -> Applicant? {
    guard let contact = challenge.contact else { return nil }
    return try row(
      "select name, hash, locale, consents from applicant where challenge = $1", challenge.id
    ) { row in
      let consents: String = try row[3]
      return Applicant(
        name: try row[0], contact: contact, hash: PasswordHash(text: try row[1]),
        locale: try row[2],
        consents: consents.split(separator: "\n").compactMap { Consent(text: String($0)) })
    }
  }

  /// What was begun with the old one is over.
  func setPassword(_ hash: PasswordHash, of account: ID<Account>, at now: Instant) throws {
    try endChallenges(of: account, at: now)
    try run(
      """
      insert into credential (account, hash, set_at) values ($1, $2, $3)
      on conflict (account) do update set hash = excluded.hash, set_at = excluded.set_at
      """, account, hash.text, now)
  }

  /// He can be reached there, since he has read what was sent.
  func prove(_ contact: Contact, of account: ID<Account>, at now: Instant) throws {
    for text in [contact.email, contact.phone].compactMap(\.self) {
      try run(
        """
        insert into proof (account, contact, proved_at) values ($1, $2, $3)
        on conflict (account, contact) do update set proved_at = excluded.proved_at
        """, account, text, now)
    }
  }

  package func agree(_ consent: Consent, _ account: ID<Account>, at now: Instant) throws {
    try run(
      """
      insert into consent (account, kind, at, version, is_given) values ($1, $2, $3, $4, $5)
      on conflict (account, kind, at) do update
        set version = excluded.version, is_given = excluded.is_given
      """, account, consent.kind, now, consent.version, consent.isGiven)
  }
}

extension Consent {
  fileprivate var text: String { "\(kind.rawValue) \(version) \(isGiven ? 1 : 0)" }

  fileprivate init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, let kind = ConsentKind(rawValue: words[0]) else { return nil }
    self.init(kind, version: words[1], isGiven: words[2] == "1")
  }
}
