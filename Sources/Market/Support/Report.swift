/// What somebody tells the staff about a gig or a seller. Nobody needs an account for it, and
/// nobody but staff reads it.
package struct Report: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case open
    /// By whom as the audit names him. The note is for colleagues.
    case settled(outcome: ReportOutcome, by: String, at: Instant, note: String)
  }

  package let id: ID<Report>
  /// What the reporter is told, to ask about it later.
  package let receipt: PublicID<Report>
  package let subject: ReportSubject
  package let reason: ReportReason
  package let detail: String
  /// In which the detail is written.
  package let language: Locale
  /// Where the reporter may be asked.
  package let contact: Contact?
  /// Nil for a visitor.
  package let reporter: ID<Account>?
  package let filedAt: Instant
  package internal(set) var state: State

  package init(
    id: ID<Report>, receipt: PublicID<Report>, subject: ReportSubject, reason: ReportReason,
    detail: String, language: Locale, contact: Contact?, reporter: ID<Account>?,
    filedAt: Instant, state: State = .open
  ) {
    self.id = id
    self.receipt = receipt
    self.subject = subject
    self.reason = reason
    self.detail = detail
    self.language = language
    self.contact = contact
    self.reporter = reporter
    self.filedAt = filedAt
    self.state = state
  }
}

extension Report: Entity {
  package static let noun = Noun.report
}

/// What a report is about.
package enum ReportSubject: Hashable, Sendable {
  case gig(ID<Gig>)
  case seller(ID<Party>)
}

package enum ReportReason: String, CaseIterable, Sendable {
  case scam
  case illegal
  case copyright
  /// Takes business off the site.
  case contact
  case offensive
  case other
}

package enum ReportOutcome: String, CaseIterable, Sendable {
  /// The reporter was right.
  case upheld
  case dismissed
}

package enum ReportError: Refusing, Hashable {
  package enum Field: Hashable, Sendable {
    case detail
    case note
  }

  case unknown(ID<Report>)
  case refused(Refusal)
  /// There is no such thing, or visitors may not see it.
  case unknownSubject
  /// It says nothing.
  case missing(Field)
  case tooLong(Field, charactersMax: Int)
  /// Control characters, or signs that turn the direction of the text around them.
  case unfit(Field)
  case alreadySettled
}
