/// What somebody sent to sign in, but for the password, which is never shown again.
package struct SignInForm: Sendable {
  /// Why somebody is at the gate who did not come by a link.
  package enum Reason: Sendable {
    case signedOut, passwordChanged, closed
    /// What they asked for is for members.
    case signInFirst
  }

  /// As it was typed.
  package var contact: String
  /// There is no account with this contact and this password. Which of them is wrong is not told.
  package var isWrong: Bool
  /// How long nothing more is tried for this contact or from there.
  package var waitSeconds: Int?
  package var reason: Reason?
  package var state: FormState
  /// A path of this site, for when they are in.
  package var next: String?

  package init(
    contact: String = "", isWrong: Bool = false, waitSeconds: Int? = nil, reason: Reason? = nil,
    faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false, token: String,
    next: String? = nil
  ) {
    self.contact = contact
    self.isWrong = isWrong
    self.waitSeconds = waitSeconds
    self.reason = reason
    state = FormState(token: token, faults: faults, isStale: isStale)
    self.next = next
  }
}
