package import Market

extension Snapshot {
  /// All that the pages of some gigs show, in this order; those that are not shown are left out.
  package func gigPages(_ ids: [ID<Gig>], _ cards: CardBox) throws -> [GigPagesRecord] {
    let versions = try publishedVersions(of: ids)
    let gigs = try gigsInCompany(ids, cards, knowing: versions)
    let shown = gigs.map(\.gig.card.gig)
    let records = try gigRecords(gigs, in: versions, cards)
    let formerSlugs = try formerSlugs(of: .gig, among: shown)
    var own = Gathered<Gig, [WrittenVersion]>()
    for version in versions.records {
      own.change(version.version.gig, orAdd: []) { $0.append(version) }
    }
    return try records.map { record in
      GigPagesRecord(
        record: record,
        versions: try (own[record.gig] ?? []).map { try gigRecord(record, in: $0, cards) },
        formerSlugs: formerSlugs[record.gig] ?? [])
    }
  }
}
