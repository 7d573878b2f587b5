package import Market

/// Everything that shows files, in one place: what is not in this list is forgotten with its pictures.
/// Each tells whether it names the file of this key.
enum MediaUsers {
  static let statements: [SQL] = [
    // All versions: orders and reviews are about what was shown once.
    "select 1 from gig_media where file = $1 limit 1",
    "select 1 from portfolio_media where file = $1 limit 1",
  ]
}

extension Reading where Self: ~Copyable {
  package func isUsed(_ key: MediaKey) throws -> Bool {
    for statement in MediaUsers.statements {
      if try row(statement, key, as: { try $0[0] as Int64 }) != nil { return true }
    }
    return false
  }

  /// Those whose published versions show a file.
  package func gigs(showing media: ID<MediaFile>) throws -> [ID<Gig>] {
    try rows(
      """
      select distinct v.gig from media f join gig_media m on m.file = f.key
        join gig_version v on v.id = m.version
      where f.id = $1 and v.published_at is not null order by v.gig
      """, media
    ) { try $0[0] }
  }

  /// Those whose works show it.
  package func sellers(showing media: ID<MediaFile>) throws -> [ID<Party>] {
    try rows(
      """
      select distinct i.party from media f join portfolio_media m on m.file = f.key
        join portfolio_item i on i.id = m.item
      where f.id = $1 order by i.party
      """, media
    ) { try $0[0] }
  }
}
