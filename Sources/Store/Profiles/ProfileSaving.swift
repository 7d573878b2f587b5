package import Market

extension Transaction {
  func write(
    _ content: ProfileContent, minutesEast: Int, of party: ID<Party>
  ) throws {
    let state = content.availability.state
    try run(
      """
      update profile set minutes_east = $1, time_zone = $2, availability = $3, away_until = $4,
        hourly_rate = $5, asset = $6, scale = $7
      where party = $8
      """, minutesEast, content.timeZone, state.word, state.lastDay,
      content.hourlyRate?.minorUnits, content.hourlyRate?.asset.code,
      content.hourlyRate?.asset.scale, party)
    try writeHours(content.availability, of: party)
    try writeProofs(content.proofs, of: party)
    try run("delete from profile_text where party = $1", party)
    for (locale, text) in content.texts.sorted(by: { $0.key < $1.key }) {
      try run(
        """
        insert into profile_text (party, locale, name, headline, about, place)
        values ($1, $2, $3, $4, $5, $6)
        """, party, locale, text.name, text.headline, text.about, text.place)
    }
    try run("delete from profile_language where party = $1", party)
    for (place, spoken) in content.languages.enumerated() {
      try run(
        """
        insert into profile_language (party, position, language, fluency)
        values ($1, $2, $3, $4)
        """, party, place, spoken.language, spoken.fluency)
    }
    try run("delete from profile_skill where party = $1", party)
    for (place, skill) in content.skills.enumerated() {
      try run(
        "insert into profile_skill (party, position, skill, grade) values ($1, $2, $3, $4)",
        party, place, skill.skill, skill.grade)
    }
  }

  private func writeProofs(_ proofs: [Qualification], of party: ID<Party>) throws {
    try run("delete from qualification where party = $1", party)
    for (place, proof) in proofs.enumerated() {
      for (locale, title) in proof.title.inOrder {
        try run(
          """
          insert into qualification
            (party, position, locale, kind, title, issuer, from_year, year, link)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          """, party, place, locale, proof.kind, title, proof.issuer[locale] ?? "", proof.from,
          proof.to, proof.link)
      }
    }
  }

  private func writeHours(_ availability: Availability, of party: ID<Party>) throws {
    try run("delete from profile_hours where party = $1", party)
    for (place, hours) in availability.hours.enumerated() {
      try run(
        """
        insert into profile_hours (party, position, weekday, from_minute, to_minute)
        values ($1, $2, $3, $4, $5)
        """, party, place, hours.weekday, hours.from, hours.to)
    }
    try run("delete from profile_day_off where party = $1", party)
    for (place, days) in availability.daysOff.enumerated() {
      try run(
        """
        insert into profile_day_off (party, position, first_day, last_day)
        values ($1, $2, $3, $4)
        """, party, place, days.first.number, days.last.number)
    }
  }

  /// Puts a skill into the catalogue; the names in other languages belong to the same one.
  @discardableResult
  package func addSkill(
    _ names: Localized, by actor: Actor, at now: Instant
  ) throws -> ID<Skill> {
    try actor.must(.keepCatalogue, or: CatalogueError.self)
    for (locale, name) in names.inOrder {
      if let known = try skill(named: name, in: locale) { return known }
    }
    let id = next(Skill.self)
    let slug = try freeSlug(for: names, id.number) { slug in
      try row("select id from skill where slug = $1", slug) { try $0[0] as Int64 } == nil
    }
    try run("insert into skill (id, slug) values ($1, $2)", id, slug)
    for (locale, name) in names.inOrder {
      try run("insert into skill_text (skill, locale, name) values ($1, $2, $3)", id, locale, name)
    }
    try note("add", .skill, id.number, by: actor, at: now, detail: slug)
    try record(
      Change(of: .skill, id.number, from: nil, to: Route(slug: slug, isShown: false)), at: now)
    return id
  }

  /// From the English name if there is one; with the number when somebody else has it, as often
  /// as it takes: somebody may be called like that too.
  func freeSlug(
    for names: Localized, _ number: Int64, isFree: (String) throws -> Bool
  ) throws -> String {
    let base = Slug.from(names[.english] ?? names.inOrder.first?.text ?? "")
    var slug = base.isEmpty ? "\(number)" : base
    while try !isFree(slug) { slug += "-\(number)" }
    return slug
  }
}

extension Reading where Self: ~Copyable {
  package func skill(named name: String, in locale: Locale) throws -> ID<Skill>? {
    try row(
      "select skill from skill_text where name = $1 and locale = $2 order by skill limit 1", name,
      locale
    ) { try $0[0] }
  }
}
