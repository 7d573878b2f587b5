package import Market

/// How a new password was taken by who has forgotten the old one.
package enum ResetOutcome: Sendable {
  case done
  case wrongCode(triesLeft: Int)
  /// The code was right; the second factor is on, and was not shown.
  case wrongSecond(triesLeft: Int)
  /// It was left empty, which costs no try.
  case secondMissing
  case over
}

/// A way back in for who has forgotten the password. It never goes around the second factor.
extension Transaction {
  package func beginReset(
    of contact: Contact, _ key: PublicID<Challenge>, code: String, in language: Locale,
    at now: Instant
  ) throws {
    try attempt(.sending(contact, .reset), at: now)
    let account = try member(reachedAt: contact)
    let challenge = Challenge(
      next(Challenge.self), key: key, for: .reset, account: account?.id, contact: contact, at: now)
    try insert(challenge, code: account == nil ? nil : code)
    try notify(
      contact, account == nil ? .nothing : .code(.reset, code: code, challenge: key),
      in: account?.locale ?? language, at: now)
  }

  package func finishReset(
    _ key: PublicID<Challenge>, code: String, second: String, _ hash: PasswordHash,
    _ place: Whereabouts, at now: Instant
  ) throws -> ResetOutcome {
    guard let challenge = try challenge(key), challenge.purpose == .reset,
      challenge.isOpen(at: now)
    else { return .over }
    let isCode = try codeDigest(of: challenge.id) == Challenge.digest(of: code, for: key)
    if isCode, second.isEmpty, let id = challenge.account, try factor(of: id) != nil {
      return .secondMissing
    }
    let isSecond = try isCode && showsSecond(second, challenge, place, at: now)
    guard let tried = challenge.tried(isRight: isSecond, at: now) else { return .over }
    try save(tried)
    guard isCode else { return .wrongCode(triesLeft: tried.triesLeft) }
    guard isSecond else { return .wrongSecond(triesLeft: tried.triesLeft) }
    guard let id = challenge.account, let contact = challenge.contact else { return .over }
    let account = try account(id)
    guard try isMember(account), try self.account(reachedAt: contact)?.id == id else {
      return .over
    }
    try setPassword(hash, of: id, at: now)
    try prove(contact, of: id, at: now)
    try endSessions(of: id, at: now)
    try forgive(.password(contact))
    try forgive(.sending(contact, .reset))
    try warn(.passwordReset, of: account, place, at: now)
    return .done
  }

  private func showsSecond(
    _ code: String, _ challenge: Challenge, _ place: Whereabouts, at now: Instant
  ) throws -> Bool {
    guard let id = challenge.account, try factor(of: id) != nil else { return true }
    try attempt(.secondAtReset(id), at: now)
    guard try takeSecond(code, of: account(id), place, at: now) else { return false }
    try forgive(.secondAtReset(id))
    return true
  }
}
