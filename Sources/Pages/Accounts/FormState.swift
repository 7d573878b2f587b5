import Theme

/// What came of what was sent last, and what proves that this site made the forms of a page.
package struct FormState: Sendable {
  package var token: String
  /// By the names of the fields. Of several faults of one field the first is told.
  package var faults: [(field: String, fault: FieldFault)]
  /// It came from a page that is too old, and was not taken.
  package var isStale: Bool
  /// What was just done, where the page is shown after it.
  package var done: SettingsDone?
  /// Why it was not done, when no field is to blame.
  package var refusal: SettingsRefusal?

  package init(
    token: String, faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false,
    done: SettingsDone? = nil, refusal: SettingsRefusal? = nil
  ) {
    self.token = token
    self.faults = faults
    self.isStale = isStale
    self.done = done
    self.refusal = refusal
  }
}

/// What somebody has just done about the own account.
package enum SettingsDone: Int, CaseIterable, Choice {
  case renamed, preferencesSaved, passwordChanged, contactChanged, factorOff, sessionEnded
  case sessionsEnded, founded, invited, withdrawn, roleChanged, memberRemoved, left, joined
  case declined, actingChanged
  case profileSaved, profileHidden, profilePublished, entrySaved, entryMoved, entryRemoved
}

/// Why something about the own account was not done.
package enum SettingsRefusal: Int, CaseIterable, Choice {
  /// An organisation has an owner at all times.
  case lastOwner
  case tooManyMembers, notAllowed
  /// Nothing is left of it: a session, an invitation, a member.
  case gone
  /// It was tried too often, and has to rest.
  case tooManyTries
  /// Somebody else has saved it since the page was opened.
  case changedMeanwhile
}

struct SettingsDoneText: Sentence {
  static let key = "settings.done"
  let done: SettingsDone
  static let about = "What somebody has just done about the own account."
  static let fields = Fields<Self>(Field("done", \.done, "What it was."))
}

struct SettingsRefusalText: Sentence {
  static let key = "settings.refused"
  let refusal: SettingsRefusal
  static let about = "Why something about the own account was not done."
  static let fields = Fields<Self>(Field("refusal", \.refusal, "Why."))
}

extension Edition {
  func form(_ address: PageAddress, _ state: FormState) -> FormAddress {
    FormAddress(action: link(address), token: state.token)
  }
}

extension Notice {
  /// Nil when nothing was sent yet, or only fields are to blame.
  init?(about state: FormState, in edition: Edition) {
    if state.isStale {
      self.init(.failed, edition.words(FormStale()))
    } else if let refusal = state.refusal {
      self.init(.failed, edition.words(SettingsRefusalText(refusal: refusal)))
    } else if let done = state.done {
      self.init(.done, edition.words(SettingsDoneText(done: done)))
    } else {
      return nil
    }
  }
}
