package import Market

extension Snapshot {
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
}

extension Reading where Self: ~Copyable {
  /// Nil unless it is shown.
  package func profileRecord(_ party: ID<Party>) throws -> ProfileRecord? {
    try profileRecords([party], CardBox()).first
  }

  fileprivate func profileRecords(
    _ parties: [ID<Party>], _ cards: CardBox
  ) throws -> [ProfileRecord] {
    let found = try profiles(parties)
    let profiles = parties.compactMap { found[$0] }.filter(\.isShown)
    let shown = profiles.map(\.party)
    let sellers = try sellers(shown, cards)
    let portfolios = try portfolios(of: shown)
    let newest = try newestGigs(of: shown, atMost: ProfileRecord.gigsMax)
    let gigs = try boxed(newest.flatMap(\.self), cards).pieces(newest.map(\.count))
    let reviews = try reviewRecords(about: profiles)
    let skills = try skills(profiles.map { $0.content.skills.map(\.skill) }, cards)
    let files = try shownFiles(of: shown)
    return profiles.enumerated().map { place, profile in
      var record = ProfileRecord(
        seller: sellers[place], content: profile.content, skills: skills[place],
        portfolio: portfolios[profile.party] ?? [],
        gigs: gigs[place].compactMap { $0?.card }, reviews: reviews[profile.party] ?? [])
      record.files = files[profile.party] ?? []
      return record
    }
  }

  /// A seller has not many more than are shown.
  private func newestGigs(
    of parties: [ID<Party>], atMost limit: Int
  ) throws -> [[ID<Gig>]] {
    var gigs = Gathered<Party, [ID<Gig>]>()
    try each(
      "select party, id from gig where party in (ids) and is_shown = 1 order by party, id",
      among: parties
    ) { row in
      try gigs.change(row[0], orAdd: []) { $0.append(try row[1]) }
    }
    return parties.map { (gigs[$0] ?? []).suffix(limit).reversed() }
  }

  private func skills(_ ids: [[ID<Skill>]], _ cards: CardBox) throws -> [[Skill]] {
    let skills = try cards.skills.things(ids.flatMap(\.self)) { missing in
      var rows = NamedRows()
      try each(
        """
        select s.id, s.slug, t.locale, t.name
        from skill s left join skill_text t on t.skill = s.id
        where s.id in (ids) order by s.id, t.locale
        """, among: missing
      ) { try rows.add(row: $0) }
      return Gathered(rows.skills, by: \.id)
    }
    return skills.pieces(ids.map(\.count)).map { $0.compactMap(\.self) }
  }
}
