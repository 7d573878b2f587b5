package import Market

/// Everything that has a page, in the order of its keys, some at a time.
extension Reading where Self: ~Copyable {
  package func shownProfiles(after last: ID<Party>, atMost limit: Int) throws -> [ID<Party>] {
    try rows(
      "select party from profile where party > $1 and is_shown = 1 order by party limit $2", last,
      limit
    ) { try $0[0] }
  }

  /// Skills that sellers have.
  package func shownSkills(after last: ID<Skill>, atMost limit: Int) throws -> [Counted<Skill>] {
    var rows = NamedRows()
    try each(
      """
      select s.id, s.slug, t.locale, t.name, l.seen
      from (
        select subject, seen from listing
        where noun = $1 and subject > $2 and seen > 0 order by subject limit $3) l
      join skill s on s.id = l.subject left join skill_text t on t.skill = s.id
      order by s.id, t.locale
      """, Noun.skill, last, limit
    ) { try rows.add(row: $0, isCounted: true) }
    return rows.countedSkills
  }

  /// Those that most sellers have.
  package func topSkills(atMost limit: Int) throws -> [Counted<Skill>] {
    var rows = NamedRows()
    try each(
      """
      select s.id, s.slug, t.locale, t.name, l.seen
      from (
        select subject, seen from listing
        where noun = $1 and seen > 0 order by seen desc, subject limit $2) l
      join skill s on s.id = l.subject left join skill_text t on t.skill = s.id
      order by l.seen desc, s.id, t.locale
      """, Noun.skill, limit
    ) { try rows.add(row: $0, isCounted: true) }
    return rows.countedSkills
  }
}
