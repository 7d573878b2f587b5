/// Somebody who has signed in, on one machine. What he shows each time is kept as a digest only, so who
/// reads the database cannot come in with what he finds.
package struct Session: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Pages, known by a cookie.
    case browser
    /// A program, with a short-lived token and one to get the next.
    case api
  }

  /// Who has not come for so long is asked again.
  package static let idleMax = Duration.days(14)
  /// Everybody is asked again after so long.
  package static let lengthMax = Duration.days(60)
  /// How exactly it is known when somebody was here last: each time would be a write for a read.
  package static let seenEvery = Duration.minutes(5)

  package let id: ID<Session>
  package let account: ID<Account>
  package let kind: Kind
  package let place: Whereabouts
  package let beganAt: Instant
  package let seenAt: Instant
  /// A second factor was shown too.
  package let isSecond: Bool
  /// The organisation in whose name he acts.
  package let acting: ID<Party>?
  package let endedAt: Instant?

  package init(
    id: ID<Session>, account: ID<Account>, kind: Kind, place: Whereabouts, beganAt: Instant,
    seenAt: Instant, isSecond: Bool, acting: ID<Party>? = nil, endedAt: Instant? = nil
  ) {
    self.id = id
    self.account = account
    self.kind = kind
    self.place = place
    self.beganAt = beganAt
    self.seenAt = seenAt
    self.isSecond = isSecond
    self.acting = acting
    self.endedAt = endedAt
  }

  package func isOpen(at now: Instant) -> Bool { endedAt == nil && now < endsAt }

  /// When it ends by itself, if nobody comes again.
  package var endsAt: Instant {
    min(seenAt + Self.idleMax, beganAt + Self.lengthMax)
  }

  package func isSeenLongAgo(at now: Instant) -> Bool { now - seenAt >= Self.seenEvery }
}

extension Session: Entity {
  package static let noun = Noun.session
}

/// Where somebody came from: what his program calls itself, and his network address.
package struct Whereabouts: Hashable, Sendable {
  package static let agentBytesMax = 300

  package let agent: String
  package let address: String

  package init(agent: String, address: String) {
    // It is shown to the member, and anybody may send anything.
    let plain = agent.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }
    self.agent = String(String.UnicodeScalarView(plain.prefix(Self.agentBytesMax)))
    self.address = address
  }
}
