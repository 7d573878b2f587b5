extension Schema {
  static let theReports = Migration(
    number: 11, name: "reports",
    statements: [
      """
      create table report (
        id ID, receipt TEXT not null, noun TEXT not null, subject INT not null,
        reason TEXT not null, detail TEXT not null, language TEXT not null, email TEXT,
        phone TEXT, reporter INT, filed_at INT not null, state TEXT not null, settled_by TEXT,
        settled_at INT, note TEXT,
        check (noun in ('gig', 'party')), check (state in ('open', 'upheld', 'dismissed')))
      """,
      "create unique index report_receipt on report (receipt)",
      "create index report_open on report (id) where state = 'open'",
      "create index report_subject on report (noun, subject, id)",
    ])
}
