/// A place in a listing.
package struct ListPlace: Hashable, Sendable {
  package let listing: Listing
  package let slot: Int64

  package init(_ listing: Listing, slot: Int64) {
    self.listing = listing
    self.slot = slot
  }
}

/// Where a gig is to be found besides its own pages.
package struct GigPlaces: Hashable, Sendable {
  package let gig: ID<Gig>
  package let party: ID<Party>
  /// That it has or had: what is left keeps its place.
  package let places: [ListPlace]
  /// Gigs beside which it is shown.
  package let hosts: [ID<Gig>]

  package init(gig: ID<Gig>, party: ID<Party>, places: [ListPlace], hosts: [ID<Gig>]) {
    self.gig = gig
    self.party = party
    self.places = places
    self.hosts = hosts
  }
}

/// Where a seller is to be found besides his own page.
package struct SellerPlaces: Hashable, Sendable {
  package let party: ID<Party>
  /// Among those who have a skill.
  package let places: [ListPlace]

  package init(party: ID<Party>, places: [ListPlace]) {
    self.party = party
    self.places = places
  }
}
