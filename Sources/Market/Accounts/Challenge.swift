/// Something that somebody has yet to show: the code that was sent to him, or a second step after the
/// right password. It has few tries and little time.
///
/// One is made for every contact that is typed in, whether we know it or not, so that nobody learns
/// from it who has an account here.
package struct Challenge: Hashable, Sendable {
  package enum Purpose: String, CaseIterable, Sendable {
    case signUp = "sign-up"
    case signIn = "sign-in"
    case reset
    case contact
  }

  package static let codeDigits = 6
  package static let triesMax = 5
  /// How often a code is sent for one of them, the first time counted.
  package static let sendsMax = 5
  package static let life = Duration.minutes(15)
  /// A second step is taken by who sits there.
  package static let lifeOfSecondStep = Duration.minutes(10)
  package static let pauseBetweenSends = Duration.minutes(1)

  package let id: ID<Challenge>
  /// Who knows it has begun it, or was sent its link.
  package let key: PublicID<Challenge>
  package let purpose: Purpose
  /// Nil when there is none: then no code is the right one.
  package let account: ID<Account>?
  /// Where the code was sent; nil for a second step.
  package let contact: Contact?
  package let madeAt: Instant
  package private(set) var endsAt: Instant
  package private(set) var sentAt: Instant
  package private(set) var sends: Int
  package private(set) var triesLeft: Int
  package private(set) var usedAt: Instant?

  package init(
    id: ID<Challenge>, key: PublicID<Challenge>, purpose: Purpose, account: ID<Account>?,
    contact: Contact?, madeAt: Instant, endsAt: Instant, sentAt: Instant, sends: Int,
    triesLeft: Int, usedAt: Instant?
  ) {
    self.id = id
    self.key = key
    self.purpose = purpose
    self.account = account
    self.contact = contact
    self.madeAt = madeAt
    self.endsAt = endsAt
    self.sentAt = sentAt
    self.sends = sends
    self.triesLeft = triesLeft
    self.usedAt = usedAt
  }

  package init(
    _ id: ID<Challenge>, key: PublicID<Challenge>, for purpose: Purpose, account: ID<Account>?,
    contact: Contact?, at now: Instant
  ) {
    let life = purpose == .signIn ? Self.lifeOfSecondStep : Self.life
    self.init(
      id: id, key: key, purpose: purpose, account: account, contact: contact, madeAt: now,
      endsAt: now + life, sentAt: now, sends: 1, triesLeft: Self.triesMax, usedAt: nil)
  }

  /// Nil when no code counts any more; else the challenge after one try more.
  package func tried(isRight: Bool, at now: Instant) -> Challenge? {
    guard isOpen(at: now) else { return nil }
    var challenge = self
    challenge.triesLeft -= 1
    if isRight { challenge.usedAt = now }
    return challenge
  }

  package func isOpen(at now: Instant) -> Bool {
    usedAt == nil && triesLeft > 0 && now < endsAt
  }

  /// When another code may be asked for; nil for never.
  package func mayBeSentAgain(at now: Instant) -> Instant? {
    guard purpose != .signIn, usedAt == nil, now < endsAt, sends < Self.sendsMax else {
      return nil
    }
    return sentAt + Self.pauseBetweenSends
  }

  /// With another code, which has all tries: who cannot read his mail cannot read this one either.
  package func sentAgain(at now: Instant) -> Challenge? {
    guard let next = mayBeSentAgain(at: now), next <= now else { return nil }
    var challenge = self
    challenge.sentAt = now
    challenge.endsAt = now + Self.life
    challenge.sends += 1
    challenge.triesLeft = Self.triesMax
    return challenge
  }
}

extension Challenge: Entity {
  package static let noun = Noun.challenge
}
