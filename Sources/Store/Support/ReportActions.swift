package import Market

/// What people tell the staff, and what comes of it.
extension Transaction {
  /// About what visitors see: of what is hidden from them nobody learns that it is there. The
  /// receipt is drawn by the caller, since this may run twice.
  package func fileReport(
    _ complaint: Report.Complaint, receipt: PublicID<Report>, by actor: Actor, at now: Instant
  ) throws -> Report {
    guard try isShown(complaint.subject) else { throw ReportError.unknownSubject }
    let report = try Report.filed(
      next(Report.self), receipt: receipt, complaint, by: actor, at: now)
    let (noun, subject) = report.subject.columns
    try run(
      """
      insert into report (id, receipt, noun, subject, reason, detail, language, email, phone,
        reporter, filed_at, state)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')
      """, report.id, report.receipt, noun, subject, report.reason, report.detail,
      report.language, report.contact?.email, report.contact?.phone, report.reporter,
      report.filedAt)
    try record(
      Change(of: .report, report.id.number, from: nil, to: Route(isShown: false)), at: now)
    return report
  }

  @discardableResult
  package func settleReport(
    _ id: ID<Report>, as outcome: ReportOutcome, note: String = "", by actor: Actor,
    at now: Instant
  ) throws -> Report {
    let report = try report(id).settled(as: outcome, by: actor, note: note, at: now)
    try run(
      "update report set state = $1, settled_by = $2, settled_at = $3, note = $4 where id = $5",
      outcome, actor.name, now, note, id)
    let detail = outcome.rawValue + (note.isEmpty ? "" : ": \(note)")
    try self.note("settle", .report, id.number, by: actor, at: now, detail: detail)
    let route = Route(isShown: false)
    try record(Change(of: .report, id.number, from: route, to: route), at: now)
    return report
  }
}
