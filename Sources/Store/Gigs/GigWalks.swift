package import Market

/// Everything that has a page, in the order of its keys, some at a time.
extension Reading where Self: ~Copyable {
  package func shownGigs(after last: ID<Gig>, atMost limit: Int) throws -> [ID<Gig>] {
    try rows(
      "select id from gig where id > $1 and is_shown = 1 order by id limit $2", last, limit
    ) { try $0[0] }
  }

  /// Those that a visitor may have seen, the first one first.
  package func publishedVersions(of gig: ID<Gig>) throws -> [GigVersion] {
    try rows(
      """
      select id, gig, number, made_at, published_at, author, rules, digest from gig_version
      where gig = $1 and published_at is not null order by number
      """, gig, as: GigVersion.init(row:))
  }

  /// Tags that have gigs.
  package func shownTags(after last: ID<Tag>, atMost limit: Int) throws -> [Counted<Tag>] {
    var rows = NamedRows()
    try each(
      """
      select t.id, t.slug, x.locale, x.name, l.seen
      from (
        select subject, seen from listing
        where noun = $1 and subject > $2 and seen > 0 order by subject limit $3) l
      join tag t on t.id = l.subject left join tag_text x on x.tag = t.id
      order by t.id, x.locale
      """, Noun.tag, last, limit
    ) { try rows.add(row: $0, isCounted: true) }
    return rows.countedTags
  }

  /// Those with most gigs.
  package func topTags(atMost limit: Int) throws -> [Counted<Tag>] {
    var rows = NamedRows()
    try each(
      """
      select t.id, t.slug, x.locale, x.name, l.seen
      from (
        select subject, seen from listing
        where noun = $1 and seen > 0 order by seen desc, subject limit $2) l
      join tag t on t.id = l.subject left join tag_text x on x.tag = t.id
      order by l.seen desc, t.id, x.locale
      """, Noun.tag, limit
    ) { try rows.add(row: $0, isCounted: true) }
    return rows.countedTags
  }
}
