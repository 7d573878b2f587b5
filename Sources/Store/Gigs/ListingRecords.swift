package import Market

extension Reading where Self: ~Copyable {
  /// Of a listing of gigs.
  package func listingRecord(_ listing: Listing) throws -> ListingRecord {
    precondition(listing.noun != .skill, "in a listing of a skill there are sellers")
    let state = try self.listing(listing)
    let best = try front(of: listing).map(ID<Gig>.init)
    let newest = try newest(in: listing, atMost: Int(Listing.slotsPerPage)).map(ID<Gig>.init)
    let shelf = try cardShelf(of: best + newest)
    return ListingRecord(
      listing: listing, slots: state?.slots ?? 0, seen: state?.seen ?? 0,
      best: try shelf.cards(best), newest: try shelf.cards(newest))
  }

  /// A numbered page of a listing of gigs. Beyond the last one there is nothing on it.
  package func listingPage(_ listing: Listing, number: Int64) throws -> ListingPageRecord {
    precondition(listing.noun != .skill, "in a listing of a skill there are sellers")
    return ListingPageRecord(
      listing: listing, number: number, pages: try pages(of: self.listing(listing)),
      gigs: try gigCards(members(onPage: number, of: listing).map(ID.init)))
  }

  /// Those who have a skill: the newest, or those on a numbered page. Nil when there is no such
  /// skill.
  package func skillRecord(_ id: ID<Skill>, number: Int64?) throws -> SkillRecord? {
    guard let skill = try skill(id) else { return nil }
    let listing = Listing.skill(id)
    let state = try self.listing(listing)
    let members =
      try number.map { try self.members(onPage: $0, of: listing) }
      ?? newest(in: listing, atMost: Int(Listing.slotsPerPage))
    let parties = members.map(ID<Party>.init)
    let sellers = try sellerCards(parties)
    return SkillRecord(
      skill: skill, number: number, pages: pages(of: state), seen: state?.seen ?? 0,
      sellers: parties.compactMap { sellers[$0] })
  }

  /// Those that are shown, the newest slot first.
  private func members(onPage number: Int64, of listing: Listing) throws -> [Int64] {
    let first = (number - 1) * Listing.slotsPerPage
    return try slots(in: listing, first..<first + Listing.slotsPerPage)
      .filter(\.isShown).reversed().map(\.member)
  }

  private func pages(of state: ListingState?) -> Int64 { Listing.pages(of: state?.slots ?? 0) }
}
