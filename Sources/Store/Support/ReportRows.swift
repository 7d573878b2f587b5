package import Market

extension Reading where Self: ~Copyable {
  package func report(_ id: ID<Report>) throws -> Report {
    let found = try row(
      """
      select id, receipt, noun, subject, reason, detail, language, email, phone, reporter,
        filed_at, state, settled_by, settled_at, note
      from report where id = $1
      """, id, as: Report.init(row:))
    guard let found else { throw ReportError.unknown(id) }
    return found
  }

  /// By what its reporter was told.
  package func report(receipt: PublicID<Report>) throws -> Report? {
    try row(
      """
      select id, receipt, noun, subject, reason, detail, language, email, phone, reporter,
        filed_at, state, settled_by, settled_at, note
      from report where receipt = $1
      """, receipt, as: Report.init(row:))
  }

  /// The oldest first.
  package func reports(
    _ which: ReportFilter, after last: ID<Report>, atMost limit: Int
  ) throws -> [Report] {
    switch which {
    case .open:
      try rows(
        """
        select id, receipt, noun, subject, reason, detail, language, email, phone, reporter,
          filed_at, state, settled_by, settled_at, note
        from report where state = 'open' and id > $1 order by id limit $2
        """, last, limit, as: Report.init(row:))
    case .all:
      try rows(
        """
        select id, receipt, noun, subject, reason, detail, language, email, phone, reporter,
          filed_at, state, settled_by, settled_at, note
        from report where id > $1 order by id limit $2
        """, last, limit, as: Report.init(row:))
    }
  }

  package func openReportCount() throws -> Int64 {
    try row("select count(*) from report where state = 'open'") { try $0[0] } ?? 0
  }

  /// Whether visitors may see what a report would be about.
  package func isShown(_ subject: ReportSubject) throws -> Bool {
    switch subject {
    case .gig(let id):
      try row("select is_shown from gig where id = $1", id) { try $0[0] } ?? false
    case .seller(let party):
      try row("select is_shown from profile where party = $1", party) { try $0[0] } ?? false
    }
  }
}

/// Which reports are meant.
package enum ReportFilter: Sendable {
  case open
  case all
}

extension Report {
  fileprivate init(row: borrowing Row) throws {
    let (email, phone): (String?, String?) = (try row[7], try row[8])
    let isReachable = email != nil || phone != nil
    self.init(
      id: try row[0], receipt: try row[1], subject: try ReportSubject(row[2], row[3]),
      reason: try row[4], detail: try row[5], language: try row[6],
      contact: isReachable ? try Contact(email: email, phone: phone) : nil,
      reporter: try row[9], filedAt: try row[10], state: try State(row: row))
  }
}

extension Report.State {
  fileprivate init(row: borrowing Row) throws {
    let name: String = try row[11]
    if name == "open" {
      self = .open
      return
    }
    guard let outcome = ReportOutcome(rawValue: name), let actor: String = try row[12],
      let at: Instant = try row[13], let note: String = try row[14]
    else { throw StoreError.corrupt("a report is “\(name)”, and nobody knows by whom") }
    self = .settled(outcome: outcome, by: actor, at: at, note: note)
  }
}

extension ReportSubject {
  fileprivate init(_ noun: Noun, _ number: Int64) throws {
    switch noun {
    case .gig: self = .gig(ID(number))
    case .party: self = .seller(ID(number))
    default: throw StoreError.corrupt("a report is about a “\(noun.rawValue)”")
    }
  }

  var columns: (noun: Noun, subject: Int64) {
    switch self {
    case .gig(let id): (.gig, id.number)
    case .seller(let party): (.party, party.number)
    }
  }
}
