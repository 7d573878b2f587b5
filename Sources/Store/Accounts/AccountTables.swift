extension Schema {
  static let theParties = Migration(
    number: 6, name: "parties, accounts and organisations",
    statements: [
      """
      create table party (
        id ID, kind TEXT not null, name TEXT not null, language TEXT not null,
        state TEXT not null, state_at INT not null, opened_at INT not null,
        check (kind in ('person', 'organisation')),
        check (state in ('active', 'suspended', 'closed')))
      """,
      """
      create table account (
        id ID, party INT not null, email TEXT, phone TEXT, locale TEXT not null,
        state TEXT not null, state_at INT not null, opened_at INT not null,
        check (state in ('active', 'disabled')))
      """,
      "create unique index account_party on account (party)",
      "create unique index account_email on account (email) where email is not null",
      "create unique index account_phone on account (phone) where phone is not null",
      """
      create table account_role (
        account INT not null, role TEXT not null, primary key (account, role))
      """,
      """
      create table membership (
        organisation INT not null, member INT not null, role TEXT not null, since INT not null,
        primary key (organisation, member))
      """,
      "create index membership_member on membership (member, organisation)",
    ])
}
