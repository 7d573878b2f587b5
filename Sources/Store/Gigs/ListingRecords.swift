package import Market

extension Reading where Self: ~Copyable {
  /// Of a listing of gigs.
  package func listingRecord(
    _ listing: Listing, _ cards: CardBox = CardBox()
  ) throws -> ListingRecord {
    precondition(listing.noun != .skill, "in a listing of a skill there are sellers")
    let state = try self.listing(listing)
    let best = try front(of: listing).map(ID<Gig>.init)
    let newest = try newest(in: listing, atMost: Int(Listing.slotsPerPage)).map(ID<Gig>.init)
    try fetch(best + newest, into: cards)
    return ListingRecord(
      listing: listing, slots: state?.slots ?? 0, seen: state?.seen ?? 0,
      best: try gigCards(best, cards), newest: try gigCards(newest, cards))
  }

  /// A numbered page of a listing of gigs. Beyond the last one there is nothing on it.
  package func listingPage(_ listing: Listing, number: Int64) throws -> ListingPageRecord {
    try listingPages(listing, number...number, CardBox())[0]
  }

  /// Some numbered pages of a listing of gigs.
  package func listingPages(
    _ listing: Listing, _ numbers: ClosedRange<Int64>, _ cards: CardBox
  ) throws -> [ListingPageRecord] {
    precondition(listing.noun != .skill, "in a listing of a skill there are sellers")
    let pages = try pages(of: listing)
    let members = try members(onPages: numbers, of: listing)
    try fetch(members.joined().map(ID.init), into: cards)
    return try zip(numbers, members).map { number, members in
      ListingPageRecord(
        listing: listing, number: number, pages: pages,
        gigs: try gigCards(members.map(ID.init), cards))
    }
  }

  /// Those who have a skill: the newest, or those on a numbered page. Nil when there is no such
  /// skill.
  package func skillRecord(_ id: ID<Skill>, number: Int64?) throws -> SkillRecord? {
    guard let skill = try skill(id) else { return nil }
    if let number { return try skillPages(skill, number...number, CardBox())[0] }
    return try skillRecord(skill, CardBox())
  }

  /// The newest of those who have a skill.
  package func skillRecord(_ skill: Skill, _ cards: CardBox) throws -> SkillRecord {
    let listing = Listing.skill(skill.id)
    let state = try self.listing(listing)
    let newest = try newest(in: listing, atMost: Int(Listing.slotsPerPage)).map(ID<Party>.init)
    return SkillRecord(
      skill: skill, number: nil, pages: Listing.pages(of: state?.slots ?? 0),
      seen: state?.seen ?? 0, sellers: try sellerCards(newest, cards))
  }

  /// Some numbered pages of those who have a skill.
  package func skillPages(
    _ skill: Skill, _ numbers: ClosedRange<Int64>, _ cards: CardBox
  ) throws -> [SkillRecord] {
    let listing = Listing.skill(skill.id)
    let state = try self.listing(listing)
    let members = try members(onPages: numbers, of: listing)
    try fetch(sellers: members.joined().map(ID.init), into: cards)
    return try zip(numbers, members).map { number, members in
      SkillRecord(
        skill: skill, number: number, pages: Listing.pages(of: state?.slots ?? 0),
        seen: state?.seen ?? 0, sellers: try sellerCards(members.map(ID.init), cards))
    }
  }

  /// Those that are shown on each page, the newest slot first.
  private func members(
    onPages numbers: ClosedRange<Int64>, of listing: Listing
  ) throws -> [[Int64]] {
    let size = Listing.slotsPerPage
    let range = (numbers.lowerBound - 1) * size..<numbers.upperBound * size
    var members = numbers.map { _ in [Int64]() }
    for slot in try slots(in: listing, range).reversed() where slot.isShown {
      members[Int((slot.number - range.lowerBound) / size)].append(slot.member)
    }
    return members
  }

  private func pages(of listing: Listing) throws -> Int64 {
    Listing.pages(of: try self.listing(listing)?.slots ?? 0)
  }
}
