/// What can be done with a report, and by whom.
extension Report {
  package static let detailCharactersMax = 1_000
  package static let noteCharactersMax = 500

  /// By anybody: who is cheated need not have an account, and who is suspended can be cheated too.
  package static func filed(
    _ id: ID<Report>, receipt: PublicID<Report>, _ complaint: Complaint, by actor: Actor,
    at now: Instant
  ) throws(ReportError) -> Report {
    try mustSay(complaint.detail, as: .detail, charactersMax: detailCharactersMax)
    return Report(
      id: id, receipt: receipt, subject: complaint.subject, reason: complaint.reason,
      detail: complaint.detail, language: complaint.language, contact: complaint.contact,
      reporter: actor.account, filedAt: now)
  }

  /// Once: the second of two who settle it learns that it is done. The note may be empty.
  package func settled(
    as outcome: ReportOutcome, by actor: Actor, note: String, at now: Instant
  ) throws(ReportError) -> Report {
    try actor.must(.moderate, or: ReportError.self)
    guard state == .open else { throw .alreadySettled }
    if !note.isEmpty {
      try Report.mustSay(note, as: .note, charactersMax: Report.noteCharactersMax)
    }
    var report = self
    report.state = .settled(outcome: outcome, by: actor.name, at: now, note: note)
    return report
  }

  private static func mustSay(
    _ text: String, as field: ReportError.Field, charactersMax: Int
  ) throws(ReportError) {
    guard !text.isBlank else { throw .missing(field) }
    guard TextLimit(charactersMax: charactersMax).allows(text) else {
      throw .tooLong(field, charactersMax: charactersMax)
    }
    guard text.isText(atMost: charactersMax) else { throw .unfit(field) }
  }
}

extension Report {
  /// What somebody says in a report.
  package struct Complaint: Hashable, Sendable {
    package let subject: ReportSubject
    package let reason: ReportReason
    package let detail: String
    package let language: Locale
    package let contact: Contact?

    package init(
      about subject: ReportSubject, because reason: ReportReason, detail: String,
      in language: Locale, contact: Contact? = nil
    ) {
      self.subject = subject
      self.reason = reason
      self.detail = detail
      self.language = language
      self.contact = contact
    }
  }
}
