package import Market

/// How parties present themselves.
extension Transaction {
  /// Makes the profile what the seller has written, and shows it. `seen` is the revision the
  /// writer worked from: 0 for a new one. One that was hidden stays so without `publishing`.
  @discardableResult
  package func saveProfile(
    of id: ID<Party>, _ content: ProfileContent, from seen: Int, publishing: Bool = true,
    by actor: Actor, at now: Instant
  ) throws -> Profile {
    let party = try party(id)
    let before = try profile(id)
    // A name that cannot be spelled has no slug; the party's number is its address.
    let slugs = content.texts.mapValues { Slug.from($0.name) }.filter { !$0.value.isEmpty }
    let profile = try (before ?? Profile(party: id, content: content)).saved(
      content, of: party, slugs: slugs, from: seen, publishing: publishing, by: actor)
    for skill in content.skills {
      guard try self.skill(skill.skill) != nil else {
        throw ProfileError.unknownSkill(skill.skill)
      }
    }
    guard let minutesEast = Zone.minutesEast(content.timeZone, at: now) else {
      throw ProfileError.unfit([.outOfRange(.timeZone)])
    }
    if let rate = content.hourlyRate, try rules(at: now).rules.fees.limits[rate.asset] == nil {
      throw ProfileError.unfit([.outOfRange(.hourlyRate)])
    }
    if before == nil { try openProfile(id) }
    try write(content, minutesEast: minutesEast, of: id)
    try save(before, as: profile, at: now)
    return profile
  }

  /// What was counted before there was a place to keep it is counted once.
  private func openProfile(_ party: ID<Party>) throws {
    let counted = try row(
      """
      select cast(coalesce(sum(is_shown), 0) as bigint),
        cast(coalesce(sum(orders), 0) as bigint), cast(coalesce(sum(reviews), 0) as bigint),
        cast(coalesce(sum(stars), 0) as bigint)
      from gig where party = $1
      """, party
    ) { (try $0[0] as Int64, try $0[1] as Int64, try $0[2] as Int64, try $0[3] as Int64) }
    let (shown, orders, reviews, stars) = counted ?? (0, 0, 0, 0)
    try run(
      """
      insert into profile (party, level, is_published, is_taken_down, revision, is_shown,
        minutes_east, time_zone, availability, gigs_shown, orders, reviews, stars)
      values ($1, 'new', 0, 0, 0, 0, 0, 'UTC', 'open', $2, $3, $4, $5)
      """, party, shown, orders, reviews, stars)
  }

  package func hideProfile(_ id: ID<Party>, by actor: Actor, at now: Instant) throws {
    let profile = try existing(id)
    try save(profile, as: profile.hidden(by: actor), at: now)
  }

  /// Shows again what was hidden.
  package func publishProfile(_ id: ID<Party>, by actor: Actor, at now: Instant) throws {
    let profile = try existing(id)
    let published = try profile.published(by: actor)
    guard try party(id).isActive else { throw ProfileError.notActive(id) }
    try save(profile, as: published, at: now)
  }

  package func takeDownProfile(
    _ id: ID<Party>, _ isDown: Bool, because reason: String, by actor: Actor, at now: Instant
  ) throws {
    let profile = try existing(id)
    try save(profile, as: profile.takenDown(isDown, because: reason, by: actor), at: now)
    try note(
      isDown ? "take down" : "reinstate", .profile, id.number, by: actor, at: now, detail: reason)
  }

  /// By the daily reckoning, never by hand.
  package func setLevel(_ level: Level, of id: ID<Party>, at now: Instant) throws {
    let profile = try existing(id)
    guard profile.level != level else { return }
    try run("update profile set level = $1 where party = $2", level, id)
    try record(
      Change(of: .profile, id.number, from: profile.route, to: profile.route), at: now)
  }

  /// How punctual somebody is and how soon he answers, as the daily reckoning finds it.
  package func setPace(
    onTime: Int?, answersInMinutes: Int?, of id: ID<Party>, at now: Instant
  ) throws {
    let profile = try existing(id)
    try run(
      "update profile set on_time = $1, answers_in = $2 where party = $3", onTime,
      answersInMinutes, id)
    try record(
      Change(of: .profile, id.number, from: profile.route, to: profile.route), at: now)
  }

  func showOrHide(_ profile: Profile, at now: Instant) throws {
    let isShown = try visibility().shows(profile, of: party(profile.party))
    guard isShown != profile.isShown else { return }
    try save(profile, as: profile, at: now)
  }

  func existing(_ id: ID<Party>) throws -> Profile {
    guard let profile = try profile(id) else { throw ProfileError.unknown(id) }
    return profile
  }

  private func save(_ before: Profile?, as profile: Profile, at now: Instant) throws {
    let after = profile.shown(
      try visibility().shows(profile, of: party(profile.party)))
    try run(
      """
      update profile set is_published = $1, is_taken_down = $2, revision = $3, is_shown = $4
      where party = $5
      """, after.isPublished, after.isTakenDown, after.revision, after.isShown, after.party)
    let slugs = before?.slugs ?? [:]
    if slugs != after.slugs {
      try saveSlugs(of: .profile, after.party.number, from: slugs, to: after.slugs, at: now)
    }
    let old = before?.listings ?? []
    for listing in old where !after.listings.contains(listing) {
      try leave(listing, after.party.number, at: now)
    }
    for listing in after.listings where !old.contains(listing) {
      try join(listing, after.party.number, at: now)
    }
    try record(
      Change(of: .profile, after.party.number, from: before?.route, to: after.route), at: now)
  }
}
