package import Market

/// The one way in which a gig's row changes, and with it all that follows: whether visitors see
/// it, where it stands, and what the log says.
extension Transaction {
  func save(_ before: Gig, as gig: Gig, at now: Instant) throws {
    var after = gig
    after = try after.shown(isShown(after))
    let moderation = after.moderation.columns
    try run(
      """
      update gig set category = $1, state = $2, state_at = $3, moderation = $4, moderated_at = $5,
        reason = $6, version = $7, draft = $8, revision = $9, is_shown = $10
      where id = $11
      """, after.category, after.state.name, after.state.at ?? after.openedAt,
      after.moderation.name, moderation.at ?? after.openedAt, moderation.reason, after.version,
      after.draft, after.revision, after.isShown, after.id)
    if before.slugs != after.slugs {
      try saveSlugs(of: .gig, after.id.number, from: before.slugs, to: after.slugs, at: now)
    }
    try place(before, as: after, at: now)
    try record(
      Change(of: .gig, after.id.number, from: before.route, to: after.route), at: now)
  }

  /// Looks again whether visitors see it, when something around it has changed.
  func showOrHide(_ gig: Gig, at now: Instant) throws {
    guard try isShown(gig) != gig.isShown else { return }
    try save(gig, as: gig, at: now)
  }

  /// Looks again at some of all gigs, when a setting has changed that decides what is seen. Returns
  /// the last one; nil when there are no more.
  package func showOrHideGigs(
    after last: ID<Gig>, atMost limit: Int, at now: Instant
  ) throws -> ID<Gig>? {
    let gigs = try gigs(after: last, atMost: limit)
    for gig in gigs { try showOrHide(gig, at: now) }
    return gigs.last?.id
  }

  private func isShown(_ gig: Gig) throws -> Bool {
    // What never was published needs no further look.
    guard gig.version != nil else { return false }
    return try visibility().shows(gig, of: party(gig.party), in: seat(gig.category))
  }

  private func place(_ before: Gig, as after: Gig, at now: Instant) throws {
    let old = try before.isShown ? before.listings(group: group(of: before.category)) : []
    let new = try after.isShown ? after.listings(group: group(of: after.category)) : []
    for listing in old where !new.contains(listing) {
      try leave(listing, after.id.number, at: now)
    }
    for listing in new where !old.contains(listing) {
      // What never was published has no slot to come back to.
      try join(listing, after.id.number, isNew: before.version == nil, at: now)
    }
    if before.isShown != after.isShown {
      try run(
        "update profile set gigs_shown = gigs_shown + $1 where party = $2",
        after.isShown ? 1 : -1, after.party)
    }
    switch (before.isShown, after.isShown) {
    case (false, true): try relate(after, at: now)
    case (true, false): try unrelate(after.id, at: now)
    case (true, true) where before.category != after.category:
      try unrelate(after.id, at: now)
      try relate(after, at: now)
    default: break
    }
  }

  private func group(of category: ID<Category>) throws -> ID<Category> {
    try seat(category).group ?? category
  }
}
