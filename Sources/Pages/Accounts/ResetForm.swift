/// Somebody forgot the password and says who they are.
package struct ResetForm: Sendable {
  /// As it was typed.
  package var contact: String
  /// How long nothing more is sent to this contact or for somebody there.
  package var waitSeconds: Int?
  /// By the names of the fields. Of several faults of one field the first is told.
  package var faults: [(field: String, fault: FieldFault)]
  /// It came from a page that is too old, and was not taken.
  package var isStale: Bool
  /// What proves that this site made the form.
  package var token: String

  package init(
    contact: String = "", waitSeconds: Int? = nil,
    faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false, token: String
  ) {
    self.contact = contact
    self.waitSeconds = waitSeconds
    self.faults = faults
    self.isStale = isStale
    self.token = token
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
  /// By the names of the fields. Of several faults of one field the first is told.
  package var faults: [(field: String, fault: FieldFault)]
  /// It came from a page that is too old, and was not taken.
  package var isStale: Bool
  /// What proves that this site made the form.
  package var token: String

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
    self.faults = faults
    self.isStale = isStale
    self.token = token
  }
}
