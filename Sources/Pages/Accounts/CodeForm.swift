/// A code was sent to a contact, to prove that it is their own.
package struct CodeForm: Sendable {
  package enum Kind: Sendable {
    /// An account is opened.
    case signUp
    /// An account gets a new contact.
    case contact
  }

  package let kind: Kind
  /// The public id of the challenge.
  package let challenge: String
  /// The whole address or number; the page shows it with a gap.
  package let sentTo: String
  /// As it was typed.
  package var code: String
  /// No code is taken any more: it was too often wrong, or is too old.
  package var isSpent: Bool
  /// Another one was just sent.
  package var isSentAgain: Bool
  /// Until another code may be asked for; nil when that is now.
  package var waitSeconds: Int?
  package var state: FormState
  /// A path of this site, for when they are in.
  package var next: String?

  package init(
    _ kind: Kind, challenge: String, sentTo: String, code: String = "", isSpent: Bool = false,
    isSentAgain: Bool = false, waitSeconds: Int? = nil,
    faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false, token: String,
    next: String? = nil
  ) {
    self.kind = kind
    self.challenge = challenge
    self.sentTo = sentTo
    self.code = code
    self.isSpent = isSpent
    self.isSentAgain = isSentAgain
    self.waitSeconds = waitSeconds
    state = FormState(token: token, faults: faults, isStale: isStale)
    self.next = next
  }
}
