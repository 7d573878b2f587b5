package import Market

extension Reading where Self: ~Copyable {
  /// Nil when the party has none yet.
  package func profile(_ party: ID<Party>) throws -> Profile? { try profiles([party])[party] }

  /// Of those parties that have one.
  func profiles(_ parties: [ID<Party>]) throws -> [ID<Party>: Profile] {
    var rows = Gathered<Party, ProfileRow>()
    try each(
      """
      select party, level, is_published, is_taken_down, revision, is_shown, minutes_east,
        hourly_rate, asset, scale, gigs_shown, orders, reviews, stars, on_time, answers_in
      from profile where party in (ids)
      """, among: parties
    ) { rows.add(try ProfileRow($0), as: try $0[0]) }
    try readTexts(into: &rows)
    try readLanguages(into: &rows)
    try readSkills(into: &rows)
    try readProofs(into: &rows)
    let slugs = try slugs(of: .profile, among: rows.ids)
    return Dictionary(
      uniqueKeysWithValues: zip(rows.ids, rows.records).map { party, row in
        (party, row.profile(of: party, slugs: slugs[party] ?? [:]))
      })
  }

  private func readTexts(into profiles: inout Gathered<Party, ProfileRow>) throws {
    try each(
      """
      select party, locale, name, headline, about, place from profile_text where party in (ids)
      """, among: profiles.ids
    ) { row in
      let text = ProfileText(
        name: try row[2], headline: try row[3], about: try row[4], place: try row[5])
      try profiles.change(row[0]) { $0.content.texts[try row[1]] = text }
    }
  }

  private func readLanguages(into profiles: inout Gathered<Party, ProfileRow>) throws {
    try each(
      """
      select party, language, fluency from profile_language where party in (ids)
      order by party, position
      """, among: profiles.ids
    ) { row in
      let language = SpokenLanguage(try row[1], try row[2])
      try profiles.change(row[0]) { $0.content.languages.append(language) }
    }
  }

  private func readSkills(into profiles: inout Gathered<Party, ProfileRow>) throws {
    try each(
      """
      select party, skill, grade from profile_skill where party in (ids) order by party, position
      """, among: profiles.ids
    ) { row in
      let skill = SkillLevel(try row[1], try row[2])
      try profiles.change(row[0]) { $0.content.skills.append(skill) }
    }
  }

  private func readProofs(into profiles: inout Gathered<Party, ProfileRow>) throws {
    try each(
      """
      select party, position, locale, kind, title, year from qualification where party in (ids)
      order by party, position, locale
      """, among: profiles.ids
    ) { row in
      try profiles.change(row[0]) { try $0.addProof(row: row) }
    }
  }

  package func portfolio(of party: ID<Party>) throws -> [PortfolioItem] {
    try portfolios(of: [party])[party] ?? []
  }

  func portfolios(of parties: [ID<Party>]) throws -> [ID<Party>: [PortfolioItem]] {
    var items: [PortfolioItem] = []
    try each(
      """
      select i.id, i.party, i.category, i.year, t.locale, t.title, t.summary
      from portfolio_item i left join portfolio_text t on t.item = i.id
      where i.party in (ids) order by i.party, i.id, t.locale
      """, among: parties, column: 1
    ) { row in
      let id: ID<PortfolioItem> = try row[0]
      if items.last?.id != id {
        items.append(
          PortfolioItem(
            id: id, party: try row[1], category: try row[2], titles: [:], year: try row[3]))
      }
      guard let locale: Locale = try row[4] else { return }
      items[items.count - 1].titles[locale] = try row[5] as String
      items[items.count - 1].summaries[locale] = try row[6] as String
    }
    return Dictionary(grouping: items, by: \.party)
  }

  package func skill(slug: String) throws -> ID<Skill>? {
    try row("select id from skill where slug = $1", slug) { try $0[0] }
  }

  package func skill(_ id: ID<Skill>) throws -> Skill? {
    guard
      let slug = try row("select slug from skill where id = $1", id, as: { try $0[0] as String })
    else { return nil }
    var names = Localized()
    try each("select locale, name from skill_text where skill = $1", id) {
      names[try $0[0]] = try $0[1] as String
    }
    return Skill(id: id, slug: slug, names: names)
  }
}

/// What is gathered of a profile.
private struct ProfileRow {
  let level: Level
  let isPublished: Bool
  let isTakenDown: Bool
  let revision: Int
  let isShown: Bool
  let figures: SellerFigures
  var content: ProfileContent
  private var lastProof: Int?

  init(_ row: borrowing Row) throws {
    level = try row[1]
    isPublished = try row[2]
    isTakenDown = try row[3]
    revision = try row[4]
    isShown = try row[5]
    content = ProfileContent(
      texts: [:], minutesEastOfUTC: try row[6], hourlyRate: try Money.hourlyRate(row: row, from: 7))
    figures = try SellerFigures(row: row, from: 10)
  }

  /// A proof has a row for each language, one after the other.
  mutating func addProof(row: borrowing Row) throws {
    let position: Int = try row[1]
    if position != lastProof {
      content.proofs.append(Qualification(try row[3], title: [:], year: try row[5]))
      lastProof = position
    }
    content.proofs[content.proofs.count - 1].title[try row[2]] = try row[4] as String
  }

  func profile(of party: ID<Party>, slugs: Slugs) -> Profile {
    Profile(
      party: party, content: content, level: level, isPublished: isPublished,
      isTakenDown: isTakenDown, revision: revision, isShown: isShown, slugs: slugs,
      figures: figures)
  }
}

extension Money {
  /// Out of the units, the asset's code and its scale; nil when nothing is said.
  static func hourlyRate(row: borrowing Row, from column: Int) throws -> Money? {
    guard let units: Int64 = try row[column], let code: String = try row[column + 1],
      let scale: Int = try row[column + 2]
    else { return nil }
    return Money(minorUnits: units, try Asset(stored: code, scale: scale))
  }
}

extension SellerFigures {
  init(row: borrowing Row, from column: Int) throws {
    self.init()
    gigsShown = try row[column]
    orders = try row[column + 1]
    reviews = try row[column + 2]
    stars = try row[column + 3]
    onTimeBasisPoints = try row[column + 4]
    answersInMinutes = try row[column + 5]
  }
}
