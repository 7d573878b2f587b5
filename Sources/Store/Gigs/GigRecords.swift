package import Market

extension Reading where Self: ~Copyable {
  /// Nil unless it is shown.
  package func gigRecord(_ id: ID<Gig>) throws -> GigRecord? { try gigRecords([id]).first }

  /// In this order; those that are not shown are left out.
  package func gigRecords(_ ids: [ID<Gig>]) throws -> [GigRecord] {
    let cards = CardBox()
    let gigs = try gigsInCompany(ids, cards)
    return try gigRecords(gigs, in: writtenVersions(gigs.map(\.gig.version)), cards)
  }

  /// The gig as a published version has it, with the figures of today. Nil unless the gig is shown.
  package func gigRecord(version id: ID<GigVersion>) throws -> GigRecord? {
    guard let version = try gigVersion(id), version.publishedAt != nil,
      let record = try gigRecord(version.gig)
    else { return nil }
    let cards = CardBox()
    return try gigRecord(record, in: writtenVersions([id]).version(id), cards)
  }
}

/// A gig, and what its page shows of its company.
struct GigInCompany {
  let gig: BoxedGig
  var company: [GigCardRecord] = []
}

extension Reading where Self: ~Copyable {
  /// Those that are shown, in this order.
  func gigsInCompany(
    _ ids: [ID<Gig>], _ cards: CardBox,
    knowing written: Gathered<GigVersion, WrittenVersion> = Gathered()
  ) throws -> [GigInCompany] {
    let company = try company(of: ids)
    let all = try boxed(ids + company.records.joined(), cards, knowing: written)
    var shown = Gathered<Gig, [GigCardRecord]>()
    let pieces = all.dropFirst(ids.count).pieces(company.records.map(\.count))
    for (gig, others) in zip(company.ids, pieces) {
      let cards = others.compactMap { $0?.card }
      shown.add(Related.shown(of: cards.map(\.seller.party)).map { cards[$0] }, as: gig)
    }
    return all.prefix(ids.count).compactMap { gig in
      gig.map { GigInCompany(gig: $0, company: shown[$0.card.gig] ?? []) }
    }
  }

  private func company(of gigs: [ID<Gig>]) throws -> Gathered<Gig, [ID<Gig>]> {
    var company = Gathered<Gig, [ID<Gig>]>()
    try each(
      "select gig, other from related where gig in (ids) order by gig, position", among: gigs
    ) { row in
      try company.change(row[0], orAdd: []) { $0.append(try row[1]) }
    }
    return company
  }

  /// The gigs with what their versions say, which has been read.
  func gigRecords(
    _ gigs: [GigInCompany], in versions: Gathered<GigVersion, WrittenVersion>, _ cards: CardBox
  ) throws -> [GigRecord] {
    let written = try gigs.map { try versions.version($0.gig.version) }
    let tags = try tags(written.map(\.content.tags), cards)
    let sellers = try sellers(gigs.map(\.gig.card.seller.party), cards)
    let praise = try praise(of: gigs.map(\.gig.card))
    let shared = try sharedCards(of: written.map(\.version.id))
    return gigs.enumerated().map { place, one in
      let card = one.gig.card
      let written = written[place]
      let praise = praise[card.gig]
      var record = GigRecord(
        gig: card.gig, category: card.category, slugs: card.slugs, version: written.version,
        isCurrent: true, content: written.content,
        files: written.files, tags: tags[place], figures: card.figures,
        stars: praise?.stars ?? .none,
        seller: sellers[place], reviews: praise?.reviews ?? [], related: one.company)
      record.cards = shared[written.version.id] ?? []
      return record
    }
  }

  /// The same record in another version of its gig.
  func gigRecord(
    _ record: GigRecord, in version: WrittenVersion, _ cards: CardBox
  ) throws -> GigRecord {
    guard record.version.id != version.version.id else { return record }
    var record = record
    record.version = version.version
    record.isCurrent = false
    record.cards = []
    record.content = version.content
    record.files = version.files
    record.tags = try tags([version.content.tags], cards)[0]
    return record
  }

  private func tags(_ ids: [[ID<Tag>]], _ cards: CardBox) throws -> [[Tag]] {
    let tags = try cards.tags.things(ids.flatMap(\.self)) { missing in
      var rows = NamedRows()
      try each(
        """
        select t.id, t.slug, x.locale, x.name from tag t left join tag_text x on x.tag = t.id
        where t.id in (ids) order by t.id, x.locale
        """, among: missing
      ) { try rows.add(row: $0) }
      return Gathered(rows.tags, by: \.id)
    }
    return tags.pieces(ids.map(\.count)).map { $0.compactMap(\.self) }
  }
}

extension Gathered<GigVersion, WrittenVersion> {
  fileprivate func version(_ id: ID<GigVersion>) throws -> WrittenVersion {
    guard let version = self[id] else { throw StoreError.corrupt("there is no gig version \(id)") }
    return version
  }
}
