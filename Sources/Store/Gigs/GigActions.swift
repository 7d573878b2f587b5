package import Market

/// What sellers do with their gigs. Each loads, asks the rule, saves, and tells the log.
extension Transaction {
  package func openGig(
    of owner: ID<Party>, in category: ID<Category>, by actor: Actor, at now: Instant
  ) throws -> Gig {
    let party = try party(owner)
    let category = try seat(category)
    // The rule first: a refusal must not have used up a number.
    let gig = try Gig.opened(next(Gig.self), of: party, in: category, by: actor, at: now)
    try run(
      """
      insert into gig (id, party, category, state, state_at, moderation, moderated_at, revision,
        opened_at, is_shown, orders, reviews, stars)
      values ($1, $2, $3, 'draft', $4, 'unseen', $4, 0, $4, 0, 0, 0, 0)
      """, gig.id, gig.party, gig.category, now)
    try record(Change(of: .gig, gig.id.number, from: nil, to: gig.route), at: now)
    return gig
  }

  /// Keeps what the seller has written so far. `seen` is the revision the writer worked from.
  @discardableResult
  package func reviseGig(
    _ id: ID<Gig>, _ content: GigContent, from seen: Int, by actor: Actor, at now: Instant
  ) throws -> Gig {
    let gig = try gig(id)
    let draft = gig.draft ?? ID(0)
    var revised = try gig.revised(as: draft, from: seen, by: actor)
    try mustKnow(content.tags)
    try mustDeal(in: content.asset, at: now)
    if gig.draft == nil {
      revised = try gig.revised(as: openVersion(of: id, at: now), from: seen, by: actor)
    } else {
      try forgetContent(of: draft)
    }
    guard let draft = revised.draft else { preconditionFailure("a revised gig has a draft") }
    try run(
      """
      update gig_version set made_at = $1, author = $2, origin = $3, asset = $4, scale = $5,
        digest = $6
      where id = $7
      """, now, actor.account, content.origin, content.asset.code, content.asset.scale,
      content.digest, draft)
    try save(content, as: draft)
    lastDraft = (draft, content)
    try save(gig, as: revised, at: now)
    return revised
  }

  private func openVersion(of gig: ID<Gig>, at now: Instant) throws -> ID<GigVersion> {
    let id = next(GigVersion.self)
    let last = try row("select max(number) from gig_version where gig = $1", gig) {
      try $0[0] as Int?
    }
    try run(
      """
      insert into gig_version (id, gig, number, made_at, origin, asset, scale, digest)
      values ($1, $2, $3, $4, '', '', 0, '')
      """, id, gig, ((last ?? nil) ?? 0) + 1, now)
    return id
  }

  /// Nothing can be sold for what the rules do not know.
  private func mustDeal(in asset: Asset, at now: Instant) throws {
    guard try rules(at: now).rules.fees.limits[asset] != nil else {
      throw GigError.unfit([.unknown(.currency)])
    }
  }

  private func mustKnow(_ tags: [ID<Tag>]) throws {
    for tag in tags {
      let known = try row("select id from tag where id = $1", tag) { try $0[0] as ID<Tag> }
      guard known != nil else { throw GigError.unknownTag(tag) }
    }
  }

  /// Makes the draft what visitors see. Its cards for sharing are drawn soon, unless it is one of so
  /// many that nobody wants to wait for them.
  @discardableResult
  package func publishGig(
    _ id: ID<Gig>, by actor: Actor, at now: Instant, drawsCards: Bool = true
  ) throws -> Gig {
    let gig = try gig(id)
    let content = try gig.draft.map { try draftContent(of: $0) } ?? nil
    guard let draft = gig.draft, let content else {
      // Let the rule say what is wrong with a gig that has no draft.
      _ = try gig.published(
        GigContent(origin: .chinese, texts: [:], packages: []), slugs: [:], faults: [],
        owner: party(gig.party), others: 0, cap: .max, by: actor, at: now)
      throw GigError.nothingToPublish
    }
    let rules = try rules(at: now)
    let published = try gig.published(
      content, slugs: slugs(for: gig, content),
      faults: gigFaults(of: draft, content, gig, under: rules.rules),
      owner: party(gig.party), others: gigsOnOffer(of: gig.party, besides: id),
      cap: gigCap(of: gig.party, under: rules.rules), by: actor, at: now)
    try run(
      "update gig_version set published_at = $1, rules = $2 where id = $3", now,
      rules.version, draft)
    try run(
      "update gig set lowest_price = $1, asset = $2, delivery_days = $3 where id = $4",
      content.lowestPrice, content.asset.code, content.shortestDelivery, id)
    try save(gig, as: published, at: now)
    if drawsCards { try askForCards(of: id, at: now) }
    return published
  }

  private func draftContent(of version: ID<GigVersion>) throws -> GigContent? {
    if let lastDraft, lastDraft.version == version { return lastDraft.content }
    return try gigContent(of: version)
  }

  package func pauseGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws {
    try change(id, at: now) { try $0.paused(by: actor, at: now) }
  }

  package func resumeGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws {
    try change(id, at: now) { try $0.resumed(owner: party($0.party), by: actor, at: now) }
  }

  package func archiveGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws {
    try change(id, at: now) { try $0.archived(by: actor, at: now) }
  }

  package func restoreGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws {
    let rules = try rules(at: now).rules
    try change(id, at: now) { gig in
      try gig.restored(
        others: gigsOnOffer(of: gig.party, besides: id), cap: gigCap(of: gig.party, under: rules),
        by: actor, at: now)
    }
  }

  package func moveGig(
    _ id: ID<Gig>, to category: ID<Category>, by actor: Actor, at now: Instant
  ) throws {
    let category = try self.category(category)
    let owner = try gig(id).party
    try change(id, at: now) { try $0.moved(to: category, by: actor) }
    if actor.refusal(of: .sell, over: owner) != nil {
      try note("move", .gig, id.number, by: actor, at: now, detail: category.slug)
    }
  }

  /// The seller's own words for the address, in one language.
  package func renameGig(
    _ id: ID<Gig>, slug: String, in locale: Locale, by actor: Actor, at now: Instant
  ) throws {
    try change(id, at: now) { try $0.renamed(slug: slug, in: locale, by: actor) }
    try chooseSlug(of: .gig, id.number, in: locale)
  }

  private func change(
    _ id: ID<Gig>, at now: Instant, _ rule: (Gig) throws -> Gig
  ) throws {
    let gig = try gig(id)
    try save(gig, as: rule(gig), at: now)
  }
}

// MARK: What staff do

extension Transaction {
  package func approveGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws {
    try moderate(id, "approve", by: actor, at: now) { try $0.approved(by: actor, at: now) }
  }

  package func rejectGig(
    _ id: ID<Gig>, because reason: String, by actor: Actor, at now: Instant
  ) throws {
    try moderate(id, "reject", reason, by: actor, at: now) {
      try $0.rejected(because: reason, by: actor, at: now)
    }
  }

  package func takeDownGig(
    _ id: ID<Gig>, because reason: String, by actor: Actor, at now: Instant
  ) throws {
    try moderate(id, "take down", reason, by: actor, at: now) {
      try $0.takenDown(because: reason, by: actor, at: now)
    }
  }

  package func reinstateGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws {
    try moderate(id, "reinstate", by: actor, at: now) { try $0.reinstated(by: actor, at: now) }
  }

  private func moderate(
    _ id: ID<Gig>, _ action: String, _ detail: String = "", by actor: Actor, at now: Instant,
    _ rule: (Gig) throws -> Gig
  ) throws {
    try change(id, at: now, rule)
    try note(action, .gig, id.number, by: actor, at: now, detail: detail)
  }
}
