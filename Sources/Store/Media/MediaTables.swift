extension Schema {
  static let theMedia = Migration(
    number: 16, name: "files that sellers send",
    statements: [
      """
      create table media (
        id ID, key TEXT not null, party INT not null, name TEXT not null, format TEXT not null,
        bytes INT not null, opened_at INT not null, state TEXT not null, digest TEXT, width INT,
        height INT, pages INT, fault TEXT, fault_number INT,
        check (state in ('arriving', 'waiting', 'ready', 'refused')))
      """,
      "create unique index media_key on media (key)",
      "create index media_party on media (party, opened_at, id)",
      "create index media_opened on media (opened_at, id)",
      """
      create table media_rendition (
        media INT not null, format TEXT not null, width INT not null, height INT not null,
        bytes INT not null, digest TEXT not null, primary key (media, format, width))
      """,
      "create index gig_media_file on gig_media (file)",
    ])
}
