/// Why somebody could not come in, or change how he does.
package enum SignInError: Error, Hashable {
  /// Contact and password do not belong together. Which of them is wrong is told to nobody.
  case wrong
  case tooOften(until: Instant)
  /// It never was, is over, or was used: a new one is to be begun.
  case challengeOver
  case wrongCode(triesLeft: Int)
  /// Of a sensitive change: the present password is asked for once more.
  case wrongPassword
  case wrongSecond
  case factorIsOn
  case factorIsOff
  case unknownSession
}

/// What a member has agreed to, in which version.
package enum ConsentKind: String, CaseIterable, Sendable {
  case terms
  case privacy
  case marketing
}

package struct Consent: Hashable, Sendable {
  package let kind: ConsentKind
  /// Of the text, by its day.
  package let version: String
  /// False when it was taken back.
  package let isGiven: Bool

  package init(_ kind: ConsentKind, version: String, isGiven: Bool = true) {
    (self.kind, self.version, self.isGiven) = (kind, version, isGiven)
  }
}
