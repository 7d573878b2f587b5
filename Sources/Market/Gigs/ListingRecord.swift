/// What the front page of a listing shows.
package struct ListingRecord: Hashable, Sendable {
  package var listing: Listing
  /// How many slots were ever given, which is how many numbered pages there are.
  package var slots: Int64
  /// How many members visitors are told there are.
  package var seen: Int64
  package var best: [GigCardRecord]
  package var newest: [GigCardRecord]

  package init(
    listing: Listing, slots: Int64, seen: Int64, best: [GigCardRecord], newest: [GigCardRecord]
  ) {
    self.listing = listing
    self.slots = slots
    self.seen = seen
    self.best = best
    self.newest = newest
  }

  package var pages: Int64 { Listing.pages(of: slots) }
}

/// A numbered page of a listing: always the same slots, the newest first. Some may be empty.
package struct ListingPageRecord: Hashable, Sendable {
  package var listing: Listing
  /// From 1.
  package var number: Int64
  /// How many numbered pages there are.
  package var pages: Int64
  package var gigs: [GigCardRecord]

  package init(listing: Listing, number: Int64, pages: Int64, gigs: [GigCardRecord]) {
    self.listing = listing
    self.number = number
    self.pages = pages
    self.gigs = gigs
  }
}

/// Those who have a skill: the newest on the front page, where `number` is nil, else a numbered page.
package struct SkillRecord: Hashable, Sendable {
  package var skill: Skill
  package var number: Int64?
  package var pages: Int64
  package var seen: Int64
  package var sellers: [SellerCardRecord]

  package init(
    skill: Skill, number: Int64?, pages: Int64, seen: Int64, sellers: [SellerCardRecord]
  ) {
    self.skill = skill
    self.number = number
    self.pages = pages
    self.seen = seen
    self.sellers = sellers
  }
}

/// Something with its count of members, as visitors are told it.
package struct Counted<Thing: Hashable & Sendable>: Hashable, Sendable {
  package var thing: Thing
  package var seen: Int64

  package init(_ thing: Thing, seen: Int64) {
    self.thing = thing
    self.seen = seen
  }
}

extension Listing {
  /// The numbered pages that there are: what one page can hold stands on the front.
  package static func pageNumbers(of pages: Int64) -> ClosedRange<Int64>? {
    pages > 1 ? 1...pages : nil
  }

  package static func pages(of slots: Int64) -> Int64 {
    (slots + slotsPerPage - 1) / slotsPerPage
  }
}
