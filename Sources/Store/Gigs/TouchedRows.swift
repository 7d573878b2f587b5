package import Market

extension Snapshot: Placing {}
extension Transaction: Placing {}

// Where things are shown besides their own pages.
extension Reading where Self: ~Copyable {
  /// Nil when there is no such gig.
  package func gigPlaces(_ id: ID<Gig>) throws -> GigPlaces? {
    guard
      let party: ID<Party> = try row("select party from gig where id = $1", id, as: { try $0[0] })
    else { return nil }
    let hosts: [ID<Gig>] = try rows(
      "select gig from related where other = $1 order by gig", id
    ) { try $0[0] }
    let places = try places(of: id).map { ListPlace($0.listing, slot: $0.slot.number) }
    return GigPlaces(gig: id, party: party, places: places, hosts: hosts)
  }

  /// Those of all gigs of a party that are shown, or were.
  package func gigPlaces(of party: ID<Party>) throws -> [GigPlaces] {
    let gigs: [ID<Gig>] = try rows(
      "select id from gig where party = $1 and version is not null order by id", party
    ) { try $0[0] }
    return try gigs.compactMap { try gigPlaces($0) }
  }

  package func sellerPlaces(_ party: ID<Party>) throws -> SellerPlaces {
    let places = try rows(
      """
      select subject, slot from listing_slot where member = $1 and noun = $2 order by subject
      """, party, Noun.skill
    ) { ListPlace(.skill(try $0[0]), slot: try $0[1]) }
    return SellerPlaces(party: party, places: places)
  }

  package func slots(of listing: Listing) throws -> Int64 {
    try self.listing(listing)?.slots ?? 0
  }

  /// What a review is about; nil when there is no such review.
  package func reviewed(_ id: ID<Review>) throws -> (gig: ID<Gig>, seller: ID<Party>)? {
    try row("select gig, seller from review where id = $1", id) { (try $0[0], try $0[1]) }
  }

  /// That have a tag in any version that visitors may see.
  package func gigs(taggedWith tag: ID<Tag>) throws -> [ID<Gig>] {
    try rows(
      """
      select distinct v.gig from gig_tag t join gig_version v on v.id = t.version
      where t.tag = $1 and v.published_at is not null order by v.gig
      """, tag
    ) { try $0[0] }
  }

  package func sellers(skilledIn skill: ID<Skill>) throws -> [ID<Party>] {
    try rows(
      "select distinct party from profile_skill where skill = $1 order by party", skill
    ) { try $0[0] }
  }

  /// The largest number that was ever given to one of these.
  package func lastNumber(of noun: Noun) throws -> Int64 {
    try row("select value from counter where name = $1", noun) { try $0[0] } ?? 0
  }
}
