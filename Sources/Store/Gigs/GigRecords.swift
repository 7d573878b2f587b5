package import Market

extension Reading where Self: ~Copyable {
  /// Nil unless it is shown.
  package func gigRecord(_ id: ID<Gig>) throws -> GigRecord? { try gigRecords([id]).first }

  /// The gig as a published version has it, with the figures of today. Nil unless the gig is shown.
  package func gigRecord(version id: ID<GigVersion>) throws -> GigRecord? {
    guard let version = try gigVersion(id), version.publishedAt != nil,
      let record = try gigRecord(version.gig)
    else { return nil }
    return try gigRecords(of: [id], like: [record], CardBox()).first
  }

  /// In this order; those that are not shown are left out.
  package func gigRecords(
    _ ids: [ID<Gig>], _ cards: CardBox = CardBox()
  ) throws -> [GigRecord] {
    try ids.chunks(of: Several.countMax).flatMap { try gigRecords(ofSome: $0, cards) }
  }

  private func gigRecords(
    ofSome ids: ArraySlice<ID<Gig>>, _ cards: CardBox
  ) throws -> [GigRecord] {
    let related = try shownRelated(to: ids)
    try fetch(ids + related.values.flatMap(\.self), into: cards)
    let gigs = ids.compactMap { cards.gigs[$0] }
    try fetch(sellers: gigs.map(\.card.seller.party), into: cards)
    let written = try writtenVersions(gigs.map(\.version))
    try fetch(tags: written.records.flatMap(\.content.tags), into: cards)
    let praise = try praise(of: gigs.map(\.card))
    return try gigs.map { gig in
      let card = gig.card
      let written = try written.one(gig.version)
      let praise = praise[card.gig]
      return GigRecord(
        gig: card.gig, category: card.category, slugs: card.slugs, version: written.version,
        isCurrent: true, content: written.content,
        tags: written.content.tags.compactMap { cards.tags[$0] }, figures: card.figures,
        stars: praise?.stars ?? .none, seller: try cards.seller(card.seller.party),
        reviews: praise?.reviews ?? [],
        related: (related[card.gig] ?? []).compactMap { cards.gigs[$0]?.card })
    }
  }

  /// The same records in other versions of their gigs.
  func gigRecords(
    of versions: [ID<GigVersion>], like records: [GigRecord], _ cards: CardBox
  ) throws -> [GigRecord] {
    let former = zip(versions, records).filter { $0 != $1.version.id }.map(\.0)
    let written = try writtenVersions(former)
    return try zip(versions, records).map { version, record in
      if version == record.version.id { return record }
      let written = try written.one(version)
      var record = record
      record.version = written.version
      record.isCurrent = false
      record.content = written.content
      try fetch(tags: written.content.tags, into: cards)
      record.tags = written.content.tags.compactMap { cards.tags[$0] }
      return record
    }
  }

  private func shownRelated(
    to gigs: some Sequence<ID<Gig>>
  ) throws -> [ID<Gig>: [ID<Gig>]] {
    var company: [ID<Gig>: [(gig: ID<Gig>, seller: ID<Party>)]] = [:]
    try each(
      """
      select r.gig, r.other, g.party from related r join gig g on g.id = r.other
      where r.gig in (ids) and g.is_shown = 1 order by r.gig, r.position
      """, among: gigs
    ) { try company[$0[0], default: []].append(($0[1], $0[2])) }
    return company.mapValues { Related.shown(of: $0, by: \.seller).map(\.gig) }
  }

  private func fetch(tags: some Sequence<ID<Tag>>, into cards: CardBox) throws {
    let missing = Set(tags).filter { !cards.tags.renew($0) }
    var rows = NamedRows()
    try each(
      """
      select t.id, t.slug, x.locale, x.name from tag t left join tag_text x on x.tag = t.id
      where t.id in (ids) order by t.id, x.locale
      """, among: missing
    ) { try rows.add(row: $0) }
    for tag in rows.tags { cards.tags.keep(tag, as: tag.id) }
  }
}

extension Gathered<GigVersion, WrittenVersion> {
  fileprivate func one(_ id: ID<GigVersion>) throws -> WrittenVersion {
    guard let version = self[id] else { throw StoreError.corrupt("there is no gig version \(id)") }
    return version
  }
}
