extension Schema {
  static let theVerticals = Migration(
    number: 14, name: "ways of working, templates, and what categories ask",
    statements: [
      // As the rules do, both stand there as text: they are read whole, and their parts are nobody's.
      "create table vertical (name TEXT primary key, sheet TEXT not null)",
      """
      create table gig_template (
        name TEXT primary key, position INT not null, category INT not null, sheet TEXT not null)
      """,
      // The attributes without which nothing is published.
      """
      create table category_need (
        category INT not null, attribute TEXT not null, primary key (category, attribute))
      """,
    ])
}
