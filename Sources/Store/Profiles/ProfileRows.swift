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

  package func profileTexts(of party: ID<Party>) throws -> [Locale: ProfileText] {
    var texts: [Locale: ProfileText] = [:]
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
    let items = try rows(
      "select id, category, year from portfolio_item where party = $1 order by id", party
    ) {
      PortfolioItem(
        id: try $0[0], party: party, category: try $0[1], titles: [:], year: try $0[2])
    }
    return try items.map { item in
      var item = item
      try each("select locale, title, summary from portfolio_text where item = $1", item.id) {
        let locale: Locale = try $0[0]
        item.titles[locale] = try $0[1] as String
        item.summaries[locale] = try $0[2] as String
      }
      return item
    }
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
    if let units: Int64 = try row[6], let code: String = try row[7], let scale: Int = try row[8] {
      hourlyRate = Money(minorUnits: units, Asset(code: code, scale: scale))
    } else {
      hourlyRate = nil
    }
    var figures = SellerFigures()
    figures.gigsShown = try row[9]
    figures.orders = try row[10]
    figures.reviews = try row[11]
    figures.stars = try row[12]
    figures.onTimeBasisPoints = try row[13]
    figures.answersInMinutes = try row[14]
    self.figures = figures
  }
}
