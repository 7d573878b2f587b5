/// Something that happened to an account, for its member to look through.
package struct SecurityEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case signedOut = "signed-out"
    case passwordChanged = "password-changed"
    case passwordReset = "password-reset"
    case factorOn = "factor-on"
    case factorOff = "factor-off"
    case backupCodeUsed = "backup-code-used"
    case codesRenewed = "codes-renewed"
    case contactChanged = "contact-changed"
    case sessionEnded = "session-ended"
    case sessionsEnded = "sessions-ended"
    /// A token that had been used came a second time: one of two who have it stole it.
    case refreshReused = "refresh-reused"
    case roleChanged = "role-changed"
    case closed
    case disabled
  }

  package let id: ID<SecurityEvent>
  package let account: ID<Account>
  package let kind: Kind
  package let at: Instant
  /// Nil for what staff or the operator did.
  package let place: Whereabouts?

  package init(
    id: ID<SecurityEvent>, account: ID<Account>, kind: Kind, at: Instant, place: Whereabouts?
  ) {
    self.id = id
    self.account = account
    self.kind = kind
    self.at = at
    self.place = place
  }
}

extension SecurityEvent: Entity {
  package static let noun = Noun.securityEvent
}
