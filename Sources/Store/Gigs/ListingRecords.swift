package import Market

// A reader of many lists hands over the box of cards that it keeps from page to page.
extension Reading where Self: ~Copyable {
  /// The front of a listing of gigs.
  package func listingRecord(
    _ listing: Listing, _ cards: CardBox = CardBox()
  ) throws -> ListingRecord {
    precondition(listing.noun != .skill, "in a listing of a skill there are sellers")
    let state = try self.listing(listing)
    let best = try front(of: listing).map(ID<Gig>.init)
    let newest = try newest(in: listing, atMost: Int(Listing.slotsPerPage)).map(ID<Gig>.init)
    let boxed = try boxed(best + newest, cards)
    return ListingRecord(
      listing: listing, slots: state?.slots ?? 0, seen: state?.seen ?? 0,
      best: boxed.prefix(best.count).compactMap { $0?.card },
      newest: boxed.dropFirst(best.count).compactMap { $0?.card })
  }

  package func listingPage(_ listing: Listing, number: Int64) throws -> ListingPageRecord {
    try listingPages(listing, number...number, CardBox())[0]
  }

  /// Numbered pages of a listing of gigs. Beyond the last one there is nothing on them.
  package func listingPages(
    _ listing: Listing, _ numbers: ClosedRange<Int64>, _ cards: CardBox
  ) throws -> [ListingPageRecord] {
    precondition(listing.noun != .skill, "in a listing of a skill there are sellers")
    let pages = Listing.pages(of: try self.listing(listing)?.slots ?? 0)
    let members = try members(onPages: numbers, of: listing)
    let boxed = try boxed(members.joined().map(ID.init), cards)
    return zip(numbers, boxed.pieces(members.map(\.count))).map { number, gigs in
      ListingPageRecord(
        listing: listing, number: number, pages: pages, gigs: gigs.compactMap { $0?.card })
    }
  }

  /// Those who have a skill: the newest, or those on a numbered page. Nil when there is no such
  /// skill.
  package func skillRecord(_ id: ID<Skill>, number: Int64?) throws -> SkillRecord? {
    guard let skill = try skill(id) else { return nil }
    guard let number else { return try skillRecord(skill, CardBox()) }
    return try skillPages(skill, number...number, CardBox())[0]
  }

  package func skillRecord(_ skill: Skill, _ cards: CardBox) throws -> SkillRecord {
    let listing = Listing.skill(skill.id)
    let state = try self.listing(listing)
    let newest = try newest(in: listing, atMost: Int(Listing.slotsPerPage))
    return SkillRecord(
      skill: skill, number: nil, pages: Listing.pages(of: state?.slots ?? 0),
      seen: state?.seen ?? 0, sellers: try sellers(newest.map(ID.init), cards))
  }

  package func skillPages(
    _ skill: Skill, _ numbers: ClosedRange<Int64>, _ cards: CardBox
  ) throws -> [SkillRecord] {
    let listing = Listing.skill(skill.id)
    let state = try self.listing(listing)
    let members = try members(onPages: numbers, of: listing)
    let all = try sellers(members.joined().map(ID.init), cards)
    return zip(numbers, all.pieces(members.map(\.count))).map { number, sellers in
      SkillRecord(
        skill: skill, number: number, pages: Listing.pages(of: state?.slots ?? 0),
        seen: state?.seen ?? 0, sellers: Array(sellers))
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
}
