/// Somebody forgot the password and says who they are.
package struct ResetForm: Sendable {
  /// As it was typed.
  package var contact: String
  /// How long nothing more is sent to this contact or for somebody there.
  package var waitSeconds: Int?
  package var state: FormState

  package init(
    contact: String = "", waitSeconds: Int? = nil,
    faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false, token: String
  ) {
    self.contact = contact
    self.waitSeconds = waitSeconds
    state = FormState(token: token, faults: faults, isStale: isStale)
  }
}

/// Somebody who forgot the password chooses another. The page is the same for who has an account and
/// who has none.
package struct NewPasswordForm: Sendable {
  /// The public id of the challenge.
  package let challenge: String
  /// The whole address or number that was asked for; the page shows it with a gap.
  package let sentTo: String
  /// As they were typed.
  package var code: String
  package var second: String
  /// The least that a password may have.
  package var passwordCharactersMin: Int
  /// No code is taken any more: it was too often wrong, or is too old.
  package var isSpent: Bool
  package var state: FormState

  package init(
    challenge: String, sentTo: String, code: String = "", second: String = "",
    passwordCharactersMin: Int, isSpent: Bool = false,
    faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false, token: String
  ) {
    self.challenge = challenge
    self.sentTo = sentTo
    self.code = code
    self.second = second
    self.passwordCharactersMin = passwordCharactersMin
    self.isSpent = isSpent
    state = FormState(token: token, faults: faults, isStale: isStale)
  }
}
