package import Market

extension Reading where Self: ~Copyable {
  /// Nil unless it is shown.
  package func profileRecord(_ party: ID<Party>) throws -> ProfileRecord? {
    guard let profile = try profile(party), profile.isShown else { return nil }
    let sellers = try sellerCards([party])
    guard let seller = sellers[party] else {
      throw StoreError.corrupt("there is no party \(party) to have a profile")
    }
    let skills = try skills(of: party)
    let gigs = try newestGigs(of: party, atMost: ProfileRecord.gigsMax)
    return ProfileRecord(
      seller: seller, content: profile.content, skills: skills,
      portfolio: try portfolio(of: party),
      gigs: try cardShelf(of: gigs, sellers: sellers).cards(gigs),
      reviews: profile.figures.reviews == 0
        ? [] : try reviewRecords(about: party, atMost: ProfileRecord.reviewsMax))
  }

  private func newestGigs(of party: ID<Party>, atMost limit: Int) throws -> [ID<Gig>] {
    try rows(
      "select id from gig where party = $1 and is_shown = 1 order by id desc limit $2", party, limit
    ) { try $0[0] }
  }

  /// In the order of the profile.
  private func skills(of party: ID<Party>) throws -> [Skill] {
    var rows = NamedRows()
    try each(
      """
      select s.id, s.slug, t.locale, t.name
      from profile_skill p join skill s on s.id = p.skill left join skill_text t on t.skill = s.id
      where p.party = $1 order by p.position, t.locale
      """, party
    ) { try rows.add(row: $0) }
    return rows.skills
  }
}
