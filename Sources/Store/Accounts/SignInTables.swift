extension Schema {
  /// What people show to come in is kept as digests only; a factor's secret has to be known.
  static let theSessions = Migration(
    number: 12, name: "passwords, sessions and second factors",
    statements: [
      "create table credential (account INT primary key, hash TEXT not null, set_at INT not null)",
      """
      create table proof (
        account INT not null, contact TEXT not null, proved_at INT not null,
        primary key (account, contact))
      """,
      """
      create table challenge (
        id ID, key TEXT not null, purpose TEXT not null, account INT, email TEXT, phone TEXT,
        code BYTES, made_at INT not null, ends_at INT not null, sent_at INT not null,
        sends INT not null, tries INT not null, used_at INT,
        check (purpose in ('sign-up', 'sign-in', 'reset', 'contact')), check (tries >= 0))
      """,
      "create unique index challenge_key on challenge (key)",
      "create index challenge_end on challenge (ends_at)",
      """
      create table applicant (
        challenge INT primary key, name TEXT not null, hash TEXT not null, locale TEXT not null,
        consents TEXT not null)
      """,
      """
      create table session (
        id ID, digest BYTES not null, account INT not null, kind TEXT not null,
        agent TEXT not null, address TEXT not null, began_at INT not null, seen_at INT not null,
        is_second INT not null, acting INT, ended_at INT,
        check (kind in ('browser', 'api')))
      """,
      "create unique index session_digest on session (digest)",
      "create index session_account on session (account, id)",
      "create index session_seen on session (seen_at)",
      """
      create table refresh (
        digest BYTES primary key, session INT not null, made_at INT not null, used_at INT)
      """,
      "create index refresh_session on refresh (session)",
      """
      create table device (
        digest BYTES not null, account INT not null, seen_at INT not null,
        primary key (digest, account))
      """,
      "create index device_account on device (account)",
      """
      create table factor (
        account INT primary key, secret BYTES not null, on_since INT not null,
        last_step INT not null)
      """,
      """
      create table backup_code (
        account INT not null, digest BYTES not null, used_at INT, primary key (account, digest))
      """,
      """
      create table attempt (
        key TEXT primary key, count INT not null, last_at INT not null, check (count > 0))
      """,
      "create index attempt_last on attempt (last_at)",
      """
      create table consent (
        account INT not null, kind TEXT not null, at INT not null, version TEXT not null,
        is_given INT not null, primary key (account, kind, at))
      """,
      """
      create table preference (
        account INT primary key, currency TEXT not null, time_zone TEXT not null,
        channels TEXT not null)
      """,
      """
      create table security_event (
        id ID, account INT not null, kind TEXT not null, at INT not null, agent TEXT,
        address TEXT)
      """,
      "create index security_event_account on security_event (account, id)",
      """
      create table invitation (
        id ID, key TEXT not null, organisation INT not null, email TEXT, phone TEXT,
        role TEXT not null, inviter INT not null, made_at INT not null, state TEXT not null,
        settled_at INT, check (state in ('open', 'accepted', 'declined', 'withdrawn')))
      """,
      "create unique index invitation_key on invitation (key)",
      "create index invitation_organisation on invitation (organisation, id)",
      "create index invitation_email on invitation (email) where state = 'open'",
      "create index invitation_phone on invitation (phone) where state = 'open'",
    ])

  /// Who has closed an account may open another with the same address. Where the first could be reached
  /// is kept apart, for as long as something of it may be asked about.
  static let theFormerContacts = Migration(
    number: 13, name: "contacts of closed accounts",
    statements: [
      """
      create table former_contact (
        account INT primary key, email TEXT, phone TEXT, closed_at INT not null)
      """,
      """
      insert into former_contact (account, email, phone, closed_at)
      select a.id, a.email, a.phone, p.state_at from account a join party p on p.id = a.party
      where p.state = 'closed'
      """,
      """
      update account set email = null, phone = null
      where party in (select id from party where state = 'closed')
      """,
    ])
}
