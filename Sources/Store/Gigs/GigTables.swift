extension Schema {
  static let theGigs = Migration(
    number: 8, name: "gigs and what they say",
    statements: [
      """
      create table gig (
        id ID, party INT not null, category INT not null, state TEXT not null,
        state_at INT not null, moderation TEXT not null, moderated_at INT not null, reason TEXT,
        version INT, draft INT, revision INT not null, opened_at INT not null,
        is_shown INT not null, lowest_price INT, asset TEXT, delivery_days INT,
        orders INT not null, reviews INT not null, stars INT not null,
        check (state in ('draft', 'published', 'paused', 'archived')),
        check (moderation in ('unseen', 'approved', 'rejected', 'taken down')))
      """,
      "create index gig_party on gig (party, id)",
      """
      create table gig_version (
        id ID, gig INT not null, number INT not null, made_at INT not null, published_at INT,
        author INT, origin TEXT not null, asset TEXT not null, scale INT not null, rules INT, digest TEXT not null)
      """,
      "create unique index gig_version_number on gig_version (gig, number)",
      """
      create table gig_text (
        version INT not null, locale TEXT not null, title TEXT not null, summary TEXT not null,
        description TEXT not null, source TEXT not null, source_version INT,
        primary key (version, locale), check (source in ('written', 'translated', 'machine')))
      """,
      """
      create table gig_package (
        version INT not null, position INT not null, price INT not null,
        delivery_days INT not null, revisions INT, primary key (version, position))
      """,
      """
      create table gig_feature (
        version INT not null, position INT not null, packages INT not null,
        primary key (version, position))
      """,
      """
      create table gig_extra (
        version INT not null, position INT not null, price INT not null,
        delivery_days INT not null, primary key (version, position))
      """,
      """
      create table gig_requirement (
        version INT not null, position INT not null, is_needed INT not null,
        primary key (version, position))
      """,
      """
      create table gig_media (
        version INT not null, position INT not null, file TEXT not null,
        primary key (version, position))
      """,
      """
      create table gig_tag (
        version INT not null, position INT not null, tag INT not null,
        primary key (version, position))
      """,
      """
      create table gig_attribute (
        version INT not null, name TEXT not null, choice TEXT not null,
        primary key (version, name))
      """,
      // What the parts above say in each language, and the questions and answers.
      """
      create table gig_phrase (
        version INT not null, locale TEXT not null, part TEXT not null, position INT not null,
        text TEXT not null, detail TEXT not null, primary key (version, locale, part, position),
        check (part in ('package', 'feature', 'extra', 'requirement', 'question', 'media')))
      """,
      """
      create table related (
        gig INT not null, position INT not null, other INT not null, primary key (gig, position))
      """,
      "create index related_other on related (other, gig)",
    ])
}
