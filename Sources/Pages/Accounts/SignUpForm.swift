/// What somebody sent to open an account, but for the password, which is never shown again.
package struct SignUpForm: Sendable {
  package var name: String
  /// An e-mail address or a phone number, as it was typed.
  package var contact: String
  /// They accept the terms.
  package var isAgreed: Bool
  /// They want to hear of news.
  package var wantsNews: Bool
  /// The least that a password may have.
  package var passwordCharactersMin: Int
  package var state: FormState
  /// How long nothing more is taken from there.
  package var waitSeconds: Int?
  /// A path of this site, for when the account is open.
  package var next: String?

  package init(
    name: String = "", contact: String = "", isAgreed: Bool = false, wantsNews: Bool = false,
    passwordCharactersMin: Int, faults: [(field: String, fault: FieldFault)] = [],
    isStale: Bool = false, waitSeconds: Int? = nil, token: String, next: String? = nil
  ) {
    self.name = name
    self.contact = contact
    self.isAgreed = isAgreed
    self.wantsNews = wantsNews
    self.passwordCharactersMin = passwordCharactersMin
    state = FormState(token: token, faults: faults, isStale: isStale)
    self.waitSeconds = waitSeconds
    self.next = next
  }
}
