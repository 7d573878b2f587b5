package import Market

extension Reading where Self: ~Copyable {
  package func slugs(of noun: Noun, _ subject: Int64) throws -> Slugs {
    var slugs: Slugs = [:]
    try each("select locale, slug from slug where noun = $1 and subject = $2", noun, subject) {
      slugs[try $0[0]] = try $0[1] as String
    }
    return slugs
  }

  /// The same of many at once.
  func slugs<Thing>(
    of noun: Noun, among subjects: [ID<Thing>]
  ) throws -> Gathered<Thing, Slugs> {
    var slugs = Gathered<Thing, Slugs>()
    try each(
      """
      select subject, locale, slug from slug
      where noun = $1 and subject in (ids)
      """, among: subjects, noun
    ) { row in
      try slugs.change(row[0], orAdd: Slugs()) { $0[try row[1]] = try row[2] as String }
    }
    return slugs
  }

  /// Those that a person has chosen, which a new title does not change.
  package func chosenSlugs(of noun: Noun, _ subject: Int64) throws -> Slugs {
    var slugs: Slugs = [:]
    try each(
      "select locale, slug from slug where noun = $1 and subject = $2 and is_chosen = 1", noun,
      subject
    ) { slugs[try $0[0]] = try $0[1] as String }
    return slugs
  }

  /// Addresses it had before: each still leads to it.
  package func formerSlugs(of noun: Noun, _ subject: Int64) throws -> [(Locale, String)] {
    try rows(
      """
      select locale, slug from slug_history where noun = $1 and subject = $2
      order by locale, until, slug
      """, noun, subject
    ) { (try $0[0], try $0[1]) }
  }

  /// The same of many at once.
  func formerSlugs<Thing>(
    of noun: Noun, among subjects: [ID<Thing>]
  ) throws -> Gathered<Thing, [FormerSlug]> {
    var former = Gathered<Thing, [FormerSlug]>()
    try each(
      """
      select subject, locale, slug from slug_history where noun = $1 and subject in (ids)
      order by subject, locale, until, slug
      """, among: subjects, noun
    ) { row in
      let slug = FormerSlug(try row[1], try row[2])
      try former.change(row[0], orAdd: []) { $0.append(slug) }
    }
    return former
  }
}

extension Transaction {
  func saveSlugs(
    of noun: Noun, _ subject: Int64, from before: Slugs, to after: Slugs,
    at now: Instant
  ) throws {
    for locale in Set(before.keys).union(after.keys).sorted()
    where before[locale] != after[locale] {
      if let old = before[locale] {
        try run(
          """
          insert into slug_history (noun, subject, locale, slug, until) values ($1, $2, $3, $4, $5)
          on conflict (noun, subject, locale, slug) do update set until = excluded.until
          """, noun, subject, locale, old, now)
      }
      guard let new = after[locale] else {
        try run(
          "delete from slug where noun = $1 and subject = $2 and locale = $3", noun, subject,
          locale)
        continue
      }
      try run(
        """
        insert into slug (noun, subject, locale, slug, is_chosen) values ($1, $2, $3, $4, 0)
        on conflict (noun, subject, locale) do update set slug = excluded.slug
        """, noun, subject, locale, new)
      // What it is called now is no former name.
      try run(
        """
        delete from slug_history
        where noun = $1 and subject = $2 and locale = $3 and slug = $4
        """, noun, subject, locale, new)
    }
  }

  func chooseSlug(of noun: Noun, _ subject: Int64, in locale: Locale) throws {
    try run(
      "update slug set is_chosen = 1 where noun = $1 and subject = $2 and locale = $3", noun,
      subject, locale)
  }
}
