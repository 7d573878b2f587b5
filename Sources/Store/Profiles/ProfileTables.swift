extension Schema {
  static let theProfiles = Migration(
    number: 9, name: "profiles, skills and portfolios",
    statements: [
      "create table skill (id ID, slug TEXT not null)",
      "create unique index skill_slug on skill (slug)",
      """
      create table skill_text (
        skill INT not null, locale TEXT not null, name TEXT not null, primary key (skill, locale))
      """,
      "create index skill_text_name on skill_text (name, locale)",
      """
      create table profile (
        party ID, level TEXT not null, is_published INT not null, is_taken_down INT not null,
        revision INT not null, is_shown INT not null, minutes_east INT not null,
        hourly_rate INT, asset TEXT, scale INT, gigs_shown INT not null, orders INT not null,
        reviews INT not null, stars INT not null, on_time INT, answers_in INT)
      """,
      """
      create table profile_text (
        party INT not null, locale TEXT not null, name TEXT not null, headline TEXT not null,
        about TEXT not null, place TEXT not null, primary key (party, locale))
      """,
      """
      create table profile_language (
        party INT not null, position INT not null, language TEXT not null, fluency TEXT not null,
        primary key (party, position))
      """,
      """
      create table profile_skill (
        party INT not null, position INT not null, skill INT not null, grade TEXT not null,
        primary key (party, position))
      """,
      """
      create table qualification (
        party INT not null, position INT not null, locale TEXT not null, kind TEXT not null,
        title TEXT not null, year INT, primary key (party, position, locale))
      """,
      """
      create table portfolio_item (
        id ID, party INT not null, category INT, year INT)
      """,
      "create index portfolio_item_party on portfolio_item (party, id)",
      """
      create table portfolio_text (
        item INT not null, locale TEXT not null, title TEXT not null, summary TEXT not null,
        primary key (item, locale))
      """,
    ])

  /// Those that there are already go by the clocks that are so far from Greenwich, as the tz database
  /// names them: its signs are the other way round.
  static let theProfileParts = Migration(
    number: 18, name: "work, hours and days off in profiles",
    statements: [
      "alter table profile add column time_zone TEXT not null default 'Asia/Shanghai'",
      "alter table profile add column availability TEXT not null default 'open'",
      "alter table profile add column away_until INT",
      """
      update profile set time_zone = case
        when minutes_east = 0 or minutes_east % 60 <> 0 then 'UTC'
        when minutes_east > 0 then 'Etc/GMT-' || (minutes_east / 60)
        else 'Etc/GMT+' || (-minutes_east / 60) end
      where minutes_east <> 480
      """,
      "alter table qualification add column issuer TEXT not null default ''",
      "alter table qualification add column from_year INT",
      "alter table qualification add column link TEXT",
      """
      create table profile_hours (
        party INT not null, position INT not null, weekday TEXT not null,
        from_minute INT not null, to_minute INT not null, primary key (party, position))
      """,
      """
      create table profile_day_off (
        party INT not null, position INT not null, first_day INT not null,
        last_day INT not null, primary key (party, position))
      """,
      "alter table portfolio_item add column position INT not null default 0",
      "alter table portfolio_item add column link TEXT",
      "alter table portfolio_item add column revision INT not null default 1",
      "update portfolio_item set position = id",
      """
      create table portfolio_media (
        item INT not null, position INT not null, file TEXT not null,
        primary key (item, position))
      """,
      "create index portfolio_media_file on portfolio_media (file)",
    ])
}
