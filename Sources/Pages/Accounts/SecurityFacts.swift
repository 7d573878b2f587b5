package import Market
import Theme

/// How somebody signs in, and what happened to the account.
package struct SecurityFacts: Sendable {
  package var state: FormState
  package var isFactorOn: Bool
  package var factorSince: Instant?
  package var codesLeft: Int
  package var passwordChangedAt: Instant?
  /// In the order in which they are to be shown.
  package var sessions: [SessionFact]
  /// The newest first.
  package var events: [SecurityEventFact]
  package var contacts: [ContactFact]
  /// Staff who have no second step, and must.
  package var mustTurnFactorOn: Bool
  /// Of the IANA database.
  package var timezone: String

  package init(
    state: FormState, isFactorOn: Bool = false, factorSince: Instant? = nil, codesLeft: Int = 0,
    passwordChangedAt: Instant? = nil, sessions: [SessionFact], events: [SecurityEventFact] = [],
    contacts: [ContactFact] = [], mustTurnFactorOn: Bool = false, timezone: String
  ) {
    self.state = state
    self.isFactorOn = isFactorOn
    self.factorSince = factorSince
    self.codesLeft = codesLeft
    self.passwordChangedAt = passwordChangedAt
    self.sessions = sessions
    self.events = events
    self.contacts = contacts
    self.mustTurnFactorOn = mustTurnFactorOn
    self.timezone = timezone
  }
}

/// A device on which somebody is signed in.
package struct SessionFact: Hashable, Sendable {
  /// The public one.
  package let id: String
  /// What its browser says of itself.
  package let agent: String
  /// Of the network.
  package let address: String
  package let beganAt: Instant
  package let seenAt: Instant
  /// It is the one that asks.
  package let isThis: Bool

  package init(
    id: String, agent: String, address: String, beganAt: Instant, seenAt: Instant,
    isThis: Bool = false
  ) {
    self.id = id
    self.agent = agent
    self.address = address
    self.beganAt = beganAt
    self.seenAt = seenAt
    self.isThis = isThis
  }
}

/// Something that happened to an account. What is not known of it is empty.
package struct SecurityEventFact: Hashable, Sendable {
  package let kind: SecurityEventChoice
  package let at: Instant
  package let agent: String
  package let address: String

  package init(
    _ kind: SecurityEventChoice, at: Instant, agent: String = "", address: String = ""
  ) {
    self.kind = kind
    self.at = at
    self.agent = agent
    self.address = address
  }
}

/// What can happen to an account.
package enum SecurityEventChoice: Int, CaseIterable, Choice {
  case signedIn, signInFailed, signedOut, passwordChanged, passwordReset, factorOn, factorOff
  case backupCodeUsed, codesRenewed, contactChanged, sessionEnded, sessionsEnded, refreshReused
  case roleChanged, closed, disabled
}

/// How grave something is that happened.
package enum SecurityWeight: Int, CaseIterable, Choice {
  /// It happens every day.
  case usual
  /// The member should know whether it was so meant.
  case notable
  /// It is a sign that somebody else is at it.
  case grave
}

extension SecurityEventChoice {
  package var weight: SecurityWeight {
    switch self {
    case .signedIn, .signedOut, .sessionEnded, .sessionsEnded: .usual
    case .signInFailed, .passwordChanged, .passwordReset, .factorOn, .factorOff, .backupCodeUsed,
      .codesRenewed, .contactChanged, .roleChanged, .closed:
      .notable
    case .refreshReused, .disabled: .grave
    }
  }
}
