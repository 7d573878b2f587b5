package import Market

// What sellers see of their gigs while they work on them.
extension Reading where Self: ~Copyable {
  /// What visitors see, or will see once it is published.
  package func gigDraft(_ id: ID<Gig>) throws -> GigDraft {
    let gig = try gig(id)
    let content = try (gig.draft ?? gig.version).flatMap { try gigContent(of: $0) }
    return try GigDraft(
      gig: gig, content: content ?? .blank(in: party(gig.party).language))
  }

  /// All of a party, the newest first.
  package func gigDrafts(of party: ID<Party>) throws -> [GigDraftRecord] {
    try gigs(of: party).reversed().map { try gigDraftRecord($0) }
  }

  package func gigDraftRecord(_ gig: Gig) throws -> GigDraftRecord {
    let content = try (gig.draft ?? gig.version).flatMap { try gigContent(of: $0) }
    let texts = content?.texts ?? [:]
    return try GigDraftRecord(
      gig: gig, titles: Localized(ByLocale(texts.map { ($0.key, $0.value.title) })),
      origin: content?.origin ?? .chinese,
      lowestPrice: content.flatMap { content in
        content.lowestPrice.map { Money(minorUnits: $0, content.asset) }
      }, figures: gigFigures(gig.id), cover: cover(of: content, by: gig.party))
  }

  private func cover(of content: GigContent?, by party: ID<Party>) throws -> ShownFile? {
    for media in content?.media ?? [] {
      let file = try shownFiles([media.file], of: party).first
      if let file, !file.renditions.isEmpty { return file }
    }
    return nil
  }

  /// The record of which its page will be made once the draft is published. What others add to the
  /// page is as it is now.
  package func gigPreview(_ draft: GigDraft, at now: Instant) throws -> GigRecord {
    let (gig, content) = (draft.gig, draft.content)
    let cards = CardBox()
    let version = try (gig.draft ?? gig.version).flatMap { try gigVersion($0) }
    let seller = try sellers([gig.party], cards)[0]
    var record = GigRecord(
      gig: gig.id, category: gig.category, slugs: try slugs(for: gig, content),
      version: GigVersion(
        id: version?.id ?? ID(0), gig: gig.id, number: version?.number ?? 1, madeAt: now,
        publishedAt: now, author: version?.author, rules: nil, digest: ""),
      isCurrent: true, content: content,
      files: try shownFiles(content.media.map(\.file), of: gig.party),
      tags: try content.tags.compactMap { try tag($0) },
      figures: try gigFigures(gig.id), stars: .none, seller: seller, reviews: [], related: [])
    if let shown = try gigRecord(gig.id) {
      (record.stars, record.reviews, record.related) = (shown.stars, shown.reviews, shown.related)
    }
    return record
  }

  /// Everything that keeps the draft from being published now.
  package func gigFaults(_ draft: GigDraft, at now: Instant) throws -> [GigFault] {
    let version = draft.gig.draft ?? draft.gig.version
    return try gigFaults(
      of: version, draft.content, draft.gig, under: rules(at: now).rules)
  }

  func gigFaults(
    of version: ID<GigVersion>?, _ content: GigContent, _ gig: Gig, under rules: Rules
  ) throws -> [GigFault] {
    try content.faults(
      under: rules, attributes: categoryChoices(of: gig.category),
      vertical: vertical(of: gig.category))
      + (version.map { try tagFaults(of: $0, under: rules.gig) } ?? [])
      + mediaFaults(of: content, gig.party)
      + content.blanksLeft(by: gigTemplates(in: gig.category))
  }

  /// A version that visitors may have seen, as its seller sees it: also when the gig is hidden now.
  package func gigVersion(_ number: Int, of gig: ID<Gig>) throws -> GigVersion? {
    try gigVersions(of: gig).first { $0.number == number && $0.publishedAt != nil }
  }

  /// What its sellers put on most gigs of a category; those that are seen, the most used first.
  package func usualTags(in category: ID<Category>, atMost limit: Int) throws -> [Tag] {
    let ids = try rows(
      """
      select t.tag, count(*) as uses from gig g join gig_tag t on t.version = g.version
      where g.category = $1 and g.is_shown = 1 group by t.tag order by uses desc, t.tag limit $2
      """, category, limit
    ) { try $0[0] as ID<Tag> }
    return try ids.compactMap { try tag($0) }
  }
}

// What is asked of a draft, before and while it is published.
extension Reading where Self: ~Copyable {
  /// How many a party may have on offer.
  package func gigCap(of party: ID<Party>, at now: Instant) throws -> Int {
    try gigCap(of: party, under: rules(at: now).rules)
  }

  func gigCap(of party: ID<Party>, under rules: Rules) throws -> Int {
    let level = try row("select level from profile where party = $1", party) {
      try $0[0] as Level
    }
    return rules.levels[level ?? .new].gigsMax
  }

  /// Tags are everybody's, and older than the rules perhaps.
  func tagFaults(of version: ID<GigVersion>, under limits: GigLimits) throws -> [GigFault] {
    let names = try rows(
      """
      select t.name from gig_tag g join tag_text t on t.tag = g.tag where g.version = $1
      """, version
    ) { try $0[0] as String }
    return names.allSatisfy(limits.tag.allows)
      ? [] : [.tooLong(.tags, charactersMax: limits.tagCharactersMax)]
  }

  /// Made from the titles, unless the seller has chosen one.
  func slugs(for gig: Gig, _ content: GigContent) throws -> Slugs {
    // What never was published has no address that somebody could have chosen.
    let chosen = gig.version == nil ? [:] : try chosenSlugs(of: .gig, gig.id.number)
    return content.texts.reduce(into: [:]) { slugs, text in
      slugs[text.key] = chosen[text.key] ?? Slug.from(text.value.title)
    }
  }
}

extension Transaction {
  /// Another gig that says the same, for its seller to change.
  package func duplicateGig(_ id: ID<Gig>, by actor: Actor, at now: Instant) throws -> Gig {
    let draft = try gigDraft(id)
    let copy = try openGig(of: draft.gig.party, in: draft.gig.category, by: actor, at: now)
    return try reviseGig(copy.id, draft.content, from: copy.revision, by: actor, at: now)
  }
}

// MARK: Moderation

extension Reading where Self: ~Copyable {
  /// Those on offer that no moderator has seen, the longest waiting first.
  package func gigsToModerate(atMost limit: Int) throws -> [GigDraftRecord] {
    try rows(
      """
      select id from gig where moderation = 'unseen' and state = 'published'
      order by state_at, id limit $1
      """, limit
    ) { try $0[0] as ID<Gig> }.map { try gigDraftRecord(gig($0)) }
  }

  /// What a seller offers, or will offer where there is nothing yet: a draft beside it is nobody's
  /// business.
  package func gigOnOffer(_ id: ID<Gig>, at now: Instant) throws -> GigRecord {
    var draft = try gigDraft(id)
    if let version = draft.gig.version, let content = try gigContent(of: version) {
      draft = GigDraft(gig: draft.gig, content: content)
    }
    return try gigPreview(draft, at: now)
  }

  /// Whether gigs wait for a moderator before they are shown.
  package func isPreModerated() throws -> Bool { try visibility().isPreModerated }

  func visibility() throws -> Visibility {
    Visibility(isPreModerated: try setting(Visibility.settingName)?.value == "on")
  }

  package func gigsToModerate() throws -> Int {
    try row(
      "select count(*) from gig where moderation = 'unseen' and state = 'published'"
    ) { try $0[0] } ?? 0
  }
}

extension Reading where Self: ~Copyable {
  /// The tag that has this name in some language, the given one first.
  func tag(named name: String, first locale: Locale) throws -> ID<Tag>? {
    try row(
      """
      select tag from tag_text where folded = $1
      order by case when locale = $2 then 0 else 1 end, tag limit 1
      """, name.lowercased(), locale
    ) { try $0[0] }
  }
}

extension Transaction {
  /// The tag that is called so by whoever writes in this language; made if there is none.
  package func tag(
    called name: String, in locale: Locale, by actor: Actor, at now: Instant
  ) throws -> ID<Tag> {
    if let known = try tag(named: name, first: locale) { return known }
    return try tag([locale: name], by: actor, at: now)
  }
}
