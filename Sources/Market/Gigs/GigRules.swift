/// What can be done with a gig, by whom and when. Each returns the gig as it is afterwards.
extension Gig {
  package static func opened(
    _ id: ID<Gig>, of party: Party, in category: Category, by actor: Actor, at now: Instant
  ) throws(GigError) -> Gig {
    try actor.must(.sell, over: party.id, or: GigError.self)
    guard party.isActive else { throw .notActive(party.id) }
    try category.mustTakeGigs()
    return Gig(id: id, party: party.id, category: category.id, openedAt: now)
  }

  /// A draft may be as unfinished as it likes; only its revision must be the one the writer saw.
  package func revised(
    as draft: ID<GigVersion>, from seen: Int, by actor: Actor
  ) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    try mustBeInReach()
    guard seen == revision else { throw .changedMeanwhile }
    var gig = self
    gig.draft = draft
    gig.revision += 1
    return gig
  }

  /// The draft becomes what visitors see. What was turned down waits for a moderator all the same:
  /// else it could come straight back. `others` counts the party's other gigs on offer.
  package func published(
    _ content: GigContent, slugs: Slugs, faults: [GigFault], owner: Party,
    others: Int, cap: Int, by actor: Actor, at now: Instant
  ) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    guard owner.isActive else { throw .notActive(owner.id) }
    try mustBeInReach()
    guard let draft else { throw .nothingToPublish }
    guard faults.isEmpty else { throw .unfit(faults) }
    // What is on offer takes no more room, even when the seller's level allows less by now.
    if !isOnOffer { try Gig.mustFit(others: others, under: cap) }
    var gig = self
    gig.version = draft
    gig.draft = nil
    gig.slugs = slugs
    gig.tags = content.tags
    gig.state = .published(at: now)
    return gig.revisedOnce
  }

  package func paused(by actor: Actor, at now: Instant) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    guard case .published = state else { throw .notPossible(in: state) }
    return with(.paused(at: now))
  }

  package func resumed(
    owner: Party, by actor: Actor, at now: Instant
  ) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    guard owner.isActive else { throw .notActive(owner.id) }
    guard case .paused = state else { throw .notPossible(in: state) }
    return with(.published(at: now))
  }

  /// Puts it away: it no longer counts, and can be taken out again.
  package func archived(by actor: Actor, at now: Instant) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    if case .archived = state { throw .notPossible(in: state) }
    return with(.archived(at: now))
  }

  /// Out of the archive, but not yet into the market.
  package func restored(
    others: Int, cap: Int, by actor: Actor, at now: Instant
  ) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    guard case .archived = state else { throw .notPossible(in: state) }
    guard version != nil else { return with(.draft) }
    try Gig.mustFit(others: others, under: cap)
    return with(.paused(at: now))
  }

  package func moved(to category: Category, by actor: Actor) throws(GigError) -> Gig {
    // Staff put things in their place too: it changes nothing that the seller said.
    if actor.refusal(of: .keepCatalogue) != nil {
      try actor.must(.sell, over: party, or: GigError.self)
    }
    try mustBeInReach()
    try category.mustTakeGigs()
    var gig = self
    gig.category = category.id
    return gig.revisedOnce
  }

  package func renamed(slug: String, in locale: Locale, by actor: Actor) throws(GigError) -> Gig {
    try actor.must(.sell, over: party, or: GigError.self)
    try mustBeInReach()
    guard slugs[locale] != nil else { throw .nothingToPublish }
    guard Slug.isFit(slug) else { throw .unfitSlug(slug) }
    var gig = self
    gig.slugs[locale] = slug
    return gig.revisedOnce
  }

  package func shown(_ isShown: Bool) -> Gig {
    var gig = self
    gig.isShown = isShown
    return gig
  }

  /// Archived gigs do not count against the cap; drafts do not either, since nobody sees them.
  package var isOnOffer: Bool {
    switch state {
    case .published, .paused: true
    case .draft, .archived: false
    }
  }

  private static func mustFit(others: Int, under cap: Int) throws(GigError) {
    guard others < cap else { throw .tooMany(cap: cap) }
  }

  private func mustBeInReach() throws(GigError) {
    if case .archived = state { throw .notPossible(in: state) }
    if case .takenDown = moderation { throw .takenDown }
  }

  private func with(_ state: State) -> Gig {
    var gig = self
    gig.state = state
    return gig.revisedOnce
  }

  private var revisedOnce: Gig {
    var gig = self
    gig.revision += 1
    return gig
  }
}

// MARK: Moderation

extension Gig {
  package func approved(by actor: Actor, at now: Instant) throws(GigError) -> Gig {
    try actor.must(.moderate, or: GigError.self)
    switch moderation {
    case .unseen, .rejected: return with(.approved(at: now))
    case .approved, .takenDown: throw .notModerated(moderation)
    }
  }

  package func rejected(
    because reason: String, by actor: Actor, at now: Instant
  ) throws(GigError) -> Gig {
    try actor.must(.moderate, or: GigError.self)
    try Gig.mustSay(reason)
    switch moderation {
    case .unseen, .approved: return with(.rejected(at: now, reason: reason))
    case .rejected, .takenDown: throw .notModerated(moderation)
    }
  }

  package func takenDown(
    because reason: String, by actor: Actor, at now: Instant
  ) throws(GigError) -> Gig {
    try actor.must(.moderate, or: GigError.self)
    try Gig.mustSay(reason)
    if case .takenDown = moderation { throw .notModerated(moderation) }
    return with(.takenDown(at: now, reason: reason))
  }

  package func reinstated(by actor: Actor, at now: Instant) throws(GigError) -> Gig {
    try actor.must(.moderate, or: GigError.self)
    guard case .takenDown = moderation else { throw .notModerated(moderation) }
    return with(.approved(at: now))
  }

  /// The seller is told the reason, so there must be one.
  private static func mustSay(_ reason: String) throws(GigError) {
    guard reason.isText(atMost: reasonCharactersMax) else { throw .unfitReason }
  }

  private func with(_ moderation: Moderation) -> Gig {
    var gig = self
    gig.moderation = moderation
    return gig.revisedOnce
  }
}
