package import Market

extension Reading where Self: ~Copyable {
  /// Nil unless it is shown.
  package func gigRecord(_ id: ID<Gig>) throws -> GigRecord? { try gigRecords([id]).first }

  /// The gig as a published version has it, with the figures of today. Nil unless the gig is shown.
  package func gigRecord(version id: ID<GigVersion>) throws -> GigRecord? {
    guard let version = try gigVersion(id), version.publishedAt != nil else { return nil }
    return try gigRecords([version.gig], as: [version.gig: id]).first
  }

  /// In this order; those that are not shown are left out. It takes few more statements than one
  /// record does, while they are a dozen at most.
  package func gigRecords(_ ids: [ID<Gig>]) throws -> [GigRecord] { try gigRecords(ids, as: [:]) }

  /// In the versions that are asked for, else in those that are shown.
  private func gigRecords(
    _ ids: [ID<Gig>], as versions: [ID<Gig>: ID<GigVersion>]
  ) throws -> [GigRecord] {
    let related = try related(to: ids)
    let shelf = try cardShelf(of: ids + related.values.flatMap(\.self))
    let asked = ids.compactMap { id in
      shelf.heads[id].map { (id: id, head: $0, version: versions[id] ?? $0.version) }
    }
    let written = try writtenVersions(asked.map(\.version))
    let tags = try tags(among: written.values.flatMap(\.content.tags))
    let stars = try starSums(of: asked.filter { $0.head.figures.reviews > 0 }.map(\.id))
    return try asked.map { id, head, version in
      guard let written = written[version] else {
        throw StoreError.corrupt("there is no version \(version) of gig \(id)")
      }
      return GigRecord(
        gig: id, category: head.category, slugs: shelf.slugs[id] ?? [:],
        version: written.version, isCurrent: version == head.version, content: written.content,
        tags: written.content.tags.compactMap { tags[$0] }, figures: head.figures,
        stars: stars[id] ?? .none, seller: try shelf.seller(of: head),
        reviews: head.figures.reviews == 0
          ? [] : try reviewRecords(of: id, atMost: GigRecord.reviewsMax),
        related: try shelf.cards(related[id] ?? []))
    }
  }

  private func related(to gigs: [ID<Gig>]) throws -> [ID<Gig>: [ID<Gig>]] {
    var related: [ID<Gig>: [ID<Gig>]] = [:]
    try each(
      """
      select gig, other from related
      where gig in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      order by gig, position
      """, among: gigs
    ) { related[try $0[0], default: []].append(try $0[1]) }
    return related
  }

  private func tags(among ids: [ID<Tag>]) throws -> [ID<Tag>: Tag] {
    var rows = NamedRows()
    try each(
      """
      select t.id, t.slug, x.locale, x.name from tag t left join tag_text x on x.tag = t.id
      where t.id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      order by t.id, x.locale
      """, among: ids
    ) { try rows.add(row: $0) }
    return Dictionary(uniqueKeysWithValues: rows.tags.map { ($0.id, $0) })
  }
}
