package import Market

extension Reading where Self: ~Copyable {
  /// Nil unless it is shown.
  package func profileRecord(_ party: ID<Party>) throws -> ProfileRecord? {
    try profileRecords([party], CardBox()).first
  }

  /// In this order; those that are not shown are left out.
  package func profileRecords(
    _ parties: [ID<Party>], _ cards: CardBox
  ) throws -> [ProfileRecord] {
    try parties.chunks(of: Several.countMax).flatMap { try profileRecords(ofSome: $0, cards) }
  }

  /// All that the pages of some sellers show, in this order; those that are not shown are left out.
  package func sellerPages(
    _ parties: [ID<Party>], _ cards: CardBox
  ) throws -> [SellerPagesRecord] {
    let records = try profileRecords(parties, cards)
    let formerSlugs = try formerSlugs(of: .profile, among: records.map(\.seller.name.party))
    return records.map {
      SellerPagesRecord(record: $0, formerSlugs: formerSlugs[$0.seller.name.party] ?? [])
    }
  }

  private func profileRecords(
    ofSome parties: ArraySlice<ID<Party>>, _ cards: CardBox
  ) throws -> [ProfileRecord] {
    let found = try profiles(Array(parties))
    let profiles = parties.compactMap { found[$0] }.filter(\.isShown)
    let shown = profiles.map(\.party)
    let portfolios = try portfolios(of: shown)
    let gigs = try newestGigs(of: shown, atMost: ProfileRecord.gigsMax)
    let reviews = try reviewRecords(about: profiles)
    try fetch(skills: profiles.flatMap(\.content.skills).map(\.skill), into: cards)
    try fetch(sellers: shown, into: cards)
    try fetch(gigs.values.joined(), into: cards)
    return try profiles.map { profile in
      ProfileRecord(
        seller: try cards.seller(profile.party), content: profile.content,
        skills: profile.content.skills.compactMap { cards.skills[$0.skill] },
        portfolio: portfolios[profile.party] ?? [],
        gigs: (gigs[profile.party] ?? []).compactMap { cards.gigs[$0]?.card },
        reviews: reviews[profile.party] ?? [])
    }
  }

  /// A seller has not many more than are shown.
  private func newestGigs(
    of parties: [ID<Party>], atMost limit: Int
  ) throws -> [ID<Party>: [ID<Gig>]] {
    var gigs: [ID<Party>: [ID<Gig>]] = [:]
    try each(
      "select party, id from gig where party in (ids) and is_shown = 1 order by party, id",
      among: parties
    ) { try gigs[$0[0], default: []].append($0[1]) }
    return gigs.mapValues { $0.suffix(limit).reversed() }
  }

  private func fetch(skills: [ID<Skill>], into cards: CardBox) throws {
    let missing = Set(skills).filter { !cards.skills.renew($0) }
    var rows = NamedRows()
    try each(
      """
      select s.id, s.slug, t.locale, t.name
      from skill s left join skill_text t on t.skill = s.id
      where s.id in (ids) order by s.id, t.locale
      """, among: missing
    ) { try rows.add(row: $0) }
    for skill in rows.skills { cards.skills.keep(skill, as: skill.id) }
  }
}
