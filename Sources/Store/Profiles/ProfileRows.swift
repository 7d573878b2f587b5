package import Market

extension Reading where Self: ~Copyable {
  /// Nil when the party has none yet.
  package func profile(_ party: ID<Party>) throws -> Profile? {
    let found = try row(
      """
      select level, is_published, is_taken_down, revision, is_shown, minutes_east, hourly_rate,
        asset, scale, gigs_shown, orders, reviews, stars, on_time, answers_in
      from profile where party = $1
      """, party, as: ProfileRow.init)
    guard let found else { return nil }
    var content = ProfileContent(
      texts: try profileTexts(of: party), languages: try spokenLanguages(of: party),
      skills: try skillLevels(of: party), proofs: try qualifications(of: party),
      minutesEastOfUTC: found.minutesEast)
    content.hourlyRate = found.hourlyRate
    return Profile(
      party: party, content: content, level: found.level, isPublished: found.isPublished,
      isTakenDown: found.isTakenDown, revision: found.revision, isShown: found.isShown,
      slugs: try slugs(of: .profile, party.number), figures: found.figures)
  }

  package func profileTexts(of party: ID<Party>) throws -> ByLocale<ProfileText> {
    var texts: ByLocale<ProfileText> = [:]
    try each(
      "select locale, name, headline, about, place from profile_text where party = $1", party
    ) {
      texts[try $0[0]] = ProfileText(
        name: try $0[1], headline: try $0[2], about: try $0[3], place: try $0[4])
    }
    return texts
  }

  private func spokenLanguages(of party: ID<Party>) throws -> [SpokenLanguage] {
    try rows(
      "select language, fluency from profile_language where party = $1 order by position", party
    ) { SpokenLanguage(try $0[0], try $0[1]) }
  }

  private func skillLevels(of party: ID<Party>) throws -> [SkillLevel] {
    try rows(
      "select skill, grade from profile_skill where party = $1 order by position", party
    ) { SkillLevel(try $0[0], try $0[1]) }
  }

  private func qualifications(of party: ID<Party>) throws -> [Qualification] {
    var found: [Qualification] = []
    var last: Int?
    try each(
      """
      select position, locale, kind, title, year from qualification where party = $1
      order by position, locale
      """, party
    ) { row in
      let position: Int = try row[0]
      if position != last {
        found.append(Qualification(try row[2], title: [:], year: try row[4]))
        last = position
      }
      found[found.count - 1].title[try row[1]] = try row[3] as String
    }
    return found
  }

  package func portfolio(of party: ID<Party>) throws -> [PortfolioItem] {
    var items: [PortfolioItem] = []
    try each(
      """
      select i.id, i.category, i.year, t.locale, t.title, t.summary
      from portfolio_item i left join portfolio_text t on t.item = i.id
      where i.party = $1 order by i.id, t.locale
      """, party
    ) { row in
      let id: ID<PortfolioItem> = try row[0]
      if items.last?.id != id {
        items.append(
          PortfolioItem(
            id: id, party: party, category: try row[1], titles: [:], year: try row[2]))
      }
      guard let locale: Locale = try row[3] else { return }
      items[items.count - 1].titles[locale] = try row[4] as String
      items[items.count - 1].summaries[locale] = try row[5] as String
    }
    return items
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

private struct ProfileRow {
  let level: Level
  let isPublished: Bool
  let isTakenDown: Bool
  let revision: Int
  let isShown: Bool
  let minutesEast: Int
  let hourlyRate: Money?
  let figures: SellerFigures

  init(_ row: borrowing Row) throws {
    level = try row[0]
    isPublished = try row[1]
    isTakenDown = try row[2]
    revision = try row[3]
    isShown = try row[4]
    minutesEast = try row[5]
    hourlyRate = try Money.hourlyRate(row: row, from: 6)
    figures = try SellerFigures(row: row, from: 9)
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
