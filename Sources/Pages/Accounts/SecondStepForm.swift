/// The password was right, and now the second step is awaited.
package struct SecondStepForm: Sendable {
  /// The public id of the challenge.
  package let challenge: String
  /// As it was typed.
  package var code: String
  /// What was sent was a backup code, or meant to be one.
  package var isBackupCode: Bool
  /// No code is taken any more: it was too often wrong, or the password was too long ago.
  package var isSpent: Bool
  /// How long nothing more is tried for this account.
  package var waitSeconds: Int?
  package var state: FormState
  /// A path of this site, for when they are in.
  package var next: String?

  package init(
    challenge: String, code: String = "", isBackupCode: Bool = false, isSpent: Bool = false,
    waitSeconds: Int? = nil, faults: [(field: String, fault: FieldFault)] = [],
    isStale: Bool = false, token: String, next: String? = nil
  ) {
    self.challenge = challenge
    self.code = code
    self.isBackupCode = isBackupCode
    self.isSpent = isSpent
    self.waitSeconds = waitSeconds
    state = FormState(token: token, faults: faults, isStale: isStale)
    self.next = next
  }
}
