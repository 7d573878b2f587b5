package import Market

extension Reading where Self: ~Copyable {
  /// All that the pages of some gigs show, in this order; those that are not shown are left out.
  package func gigPages(_ ids: [ID<Gig>], _ cards: CardBox) throws -> [GigPagesRecord] {
    let records = try gigRecords(ids, cards)
    let gigs = records.map(\.gig)
    let published = try publishedVersions(of: gigs)
    let formerSlugs = try formerSlugs(of: .gig, among: gigs)
    let versions = records.flatMap { record in
      (published[record.gig] ?? []).map { (id: $0.id, record: record) }
    }
    var rest = try gigRecords(of: versions.map(\.id), like: versions.map(\.record), cards)[...]
    return records.map { record in
      let own = rest.prefix(published[record.gig]?.count ?? 0)
      rest = rest.dropFirst(own.count)
      return GigPagesRecord(
        record: record, versions: Array(own), formerSlugs: formerSlugs[record.gig] ?? [])
    }
  }
}
