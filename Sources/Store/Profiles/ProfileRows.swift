package import Market

extension Reading where Self: ~Copyable {
  /// Nil when the party has none yet.
  package func profile(_ party: ID<Party>) throws -> Profile? { try profiles([party])[party] }

  /// Of those parties that have one.
  func profiles(_ parties: [ID<Party>]) throws -> [ID<Party>: Profile] {
    var rows = Gathered<Party, ProfileRow>()
    try each(
      """
      select party, level, is_published, is_taken_down, revision, is_shown, time_zone,
        hourly_rate, asset, scale, gigs_shown, orders, reviews, stars, on_time, answers_in,
        availability, away_until
      from profile where party in (ids)
      """, among: parties
    ) { rows.add(try ProfileRow($0), as: try $0[0]) }
    try readTexts(into: &rows)
    try readLanguages(into: &rows)
    try readSkills(into: &rows)
    try readProofs(into: &rows)
    try readHours(into: &rows)
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
      select party, position, locale, kind, title, issuer, from_year, year, link
      from qualification where party in (ids) order by party, position, locale
      """, among: profiles.ids
    ) { row in
      try profiles.change(row[0]) { try $0.addProof(row: row) }
    }
  }

  private func readHours(into profiles: inout Gathered<Party, ProfileRow>) throws {
    try each(
      """
      select party, weekday, from_minute, to_minute from profile_hours where party in (ids)
      order by party, position
      """, among: profiles.ids
    ) { row in
      let hours = Availability.Hours(try row[1], from: try row[2], to: try row[3])
      try profiles.change(row[0]) { $0.content.availability.hours.append(hours) }
    }
    try each(
      """
      select party, first_day, last_day from profile_day_off where party in (ids)
      order by party, position
      """, among: profiles.ids
    ) { row in
      let days = Availability.DaysOff(
        first: CivilDay(number: try row[1]), last: CivilDay(number: try row[2]))
      try profiles.change(row[0]) { $0.content.availability.daysOff.append(days) }
    }
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
      texts: [:], timeZone: try row[6],
      availability: Availability(state: try Availability.State(row: row, from: 16)),
      hourlyRate: try Money.hourlyRate(row: row, from: 7))
    figures = try SellerFigures(row: row, from: 10)
  }

  /// A proof has a row for each language, one after the other.
  mutating func addProof(row: borrowing Row) throws {
    let position: Int = try row[1]
    if position != lastProof {
      content.proofs.append(
        Qualification(
          try row[3], title: [:], from: try row[6], to: try row[7], link: try row[8]))
      lastProof = position
    }
    let (place, locale) = (content.proofs.count - 1, try row[2] as Locale)
    content.proofs[place].title[locale] = try row[4] as String
    let issuer: String = try row[5]
    if !issuer.isEmpty { content.proofs[place].issuer[locale] = issuer }
  }

  func profile(of party: ID<Party>, slugs: Slugs) -> Profile {
    Profile(
      party: party, content: content, level: level, isPublished: isPublished,
      isTakenDown: isTakenDown, revision: revision, isShown: isShown, slugs: slugs,
      figures: figures)
  }
}

extension Availability.State {
  /// By the word, and for some a day.
  fileprivate init(row: borrowing Row, from column: Int) throws {
    let (word, day) = (try row[column] as String, try row[column + 1] as Int64?)
    switch (word, day) {
    case ("open", nil): self = .open
    case ("limited", nil): self = .limited
    case ("away", let day?): self = .away(until: CivilDay(number: day))
    default: throw StoreError.corrupt("no profile is \(word) until \(day.map(String.init) ?? "–")")
    }
  }

  var word: String {
    switch self {
    case .open: "open"
    case .limited: "limited"
    case .away: "away"
    }
  }

  var lastDay: Int64? { if case .away(let day) = self { day.number } else { nil } }
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
