package import Market

// What sitemaps say of everything that has a page: far less than the pages show.
extension Reading where Self: ~Copyable {
  /// Those with these numbers that are shown.
  package func gigMentions(_ numbers: Range<Int64>) throws -> [GigMention] {
    var mentions = Gathered<Gig, GigMention>()
    try each(
      """
      select g.id, g.category, v.origin, v.published_at, t.locale, t.title
      from gig g join gig_version v on v.id = g.version join gig_text t on t.version = v.id
      where g.id >= $1 and g.id < $2 and g.is_shown = 1 order by g.id
      """, numbers.lowerBound, numbers.upperBound
    ) { row in
      let mention = try GigMention(
        gig: row[0], category: row[1], origin: row[2], publishedAt: row[3])
      try mentions.change(mention.gig, orAdd: mention) {
        $0.titles[try row[4]] = try row[5] as String
      }
    }
    try eachSlug(of: .gig, numbers) { gig, locale, slug in
      mentions.change(gig) { $0.slugs[locale] = slug }
    }
    let versions = try pictured(numbers)
    let files = try shownFiles(of: versions.map(\.version))
    for (gig, version) in versions {
      mentions.change(gig) { $0.picture = files[version]?.first(where: \.hasPicture) }
    }
    return mentions.records
  }

  /// The gigs with files of their own, which few have, in the order of their versions.
  private func pictured(
    _ numbers: Range<Int64>
  ) throws -> [(gig: ID<Gig>, version: ID<GigVersion>)] {
    try rows(
      """
      select distinct g.id, g.version from gig g join gig_media m on m.version = g.version
      where g.id >= $1 and g.id < $2 and g.is_shown = 1 order by g.version
      """, numbers.lowerBound, numbers.upperBound
    ) { (try $0[0], try $0[1]) }
  }

  /// Those with these numbers that are shown.
  package func sellerMentions(_ numbers: Range<Int64>) throws -> [SellerMention] {
    var mentions = Gathered<Party, SellerMention>()
    try each(
      """
      select f.party, p.language, t.locale
      from profile f join party p on p.id = f.party left join profile_text t on t.party = f.party
      where f.party >= $1 and f.party < $2 and f.is_shown = 1 order by f.party
      """, numbers.lowerBound, numbers.upperBound
    ) { row in
      let mention = try SellerMention(party: row[0], language: row[1])
      try mentions.change(mention.party, orAdd: mention) {
        if let locale: Locale = try row[2] { $0.written.append(locale) }
      }
    }
    try eachSlug(of: .profile, numbers) { party, locale, slug in
      mentions.change(party) { $0.slugs[locale] = slug }
    }
    return mentions.records
  }

  private func eachSlug<Thing>(
    of noun: Noun, _ numbers: Range<Int64>, _ see: (ID<Thing>, Locale, String) -> Void
  ) throws {
    try each(
      """
      select subject, locale, slug from slug
      where noun = $1 and subject >= $2 and subject < $3 order by subject
      """, noun, numbers.lowerBound, numbers.upperBound
    ) { see(try $0[0], try $0[1], try $0[2]) }
  }
}
