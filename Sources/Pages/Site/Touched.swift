package import Market

/// What must be looked at again after some changes. Whoever is not among them shows nothing of what
/// changed; whoever is may turn out to be the same as before.
///
/// A change says where a thing was and where it is; where it is shown besides, its places say.
package struct Touched: Hashable, Sendable {
  /// What somebody waits for.
  package private(set) var atOnce: Set<PageKey> = []
  /// What may follow within a minute.
  package private(set) var soon: Set<PageKey> = []

  package init() {}

  package var isEmpty: Bool { atOnce.isEmpty && soon.isEmpty }
  package var all: Set<PageKey> { atOnce.union(soon) }

  package mutating func add(_ other: Touched) {
    atOnce.formUnion(other.atOnce)
    soon.formUnion(other.soon)
  }

  /// The same without those that are done.
  package mutating func remove(_ keys: Set<PageKey>) {
    atOnce.subtract(keys)
    soon.subtract(keys)
  }

  /// A page that goes must not be missed by those that lead there, so all of them are told at once.
  private mutating func hurry() {
    atOnce.formUnion(soon)
    soon = []
  }
}

extension Touched {
  /// By a change of a gig, or of what buyers say of it.
  package init(byGig change: Change, _ places: GigPlaces) {
    atOnce = [
      .gig(places.gig), .seller(places.party),
      .sitemap(.gigs(SitemapGroup.shard(holding: places.gig.number))),
    ]
    addCard(places)
    for place in places.places where place.listing.noun == .category && place.listing != .market {
      atOnce.insert(.front(place.listing))
    }
    if change.hides { hurry() }
  }

  /// By a review of one of a seller's gigs: on all of them it is told how others rate him.
  package init(
    byReview change: Change, _ reviewed: GigPlaces, of seller: SellerPlaces, _ gigs: [GigPlaces]
  ) {
    guard change.before?.isShown == true || change.after?.isShown == true else { return }
    atOnce = [.gig(reviewed.gig), .seller(reviewed.party)]
    addCard(reviewed)
    for gig in gigs { soon.insert(.gig(gig.gig)) }
    add(seller)
  }

  /// By a change of a seller: his name stands on all cards of his gigs.
  package init(bySeller change: Change, _ seller: SellerPlaces, _ gigs: [GigPlaces]) {
    atOnce = [
      .seller(seller.party), .sitemap(.sellers(SitemapGroup.shard(holding: seller.party.number))),
    ]
    for gig in gigs {
      soon.insert(.gig(gig.gig))
      addCard(gig)
    }
    add(seller)
    if change.hides { hurry() }
  }

  /// By a change of a gig's company.
  package init(byCompanyOf gig: ID<Gig>) { soon = [.gig(gig)] }

  /// By a change of what a listing says of itself. `slots` are all that it ever gave.
  package init(byListing change: Change, _ listing: Listing, slots: Int64) {
    soon = [.front(listing)]
    switch listing {
    case .market: soon.formUnion([.home, .sitemap(.categories)])
    case .category: soon.formUnion([.home, .catalogue, .topics, .sitemap(.categories)])
    case .tag(let id):
      soon.insert(.topics)
      if change.flips { addTerm(listing, .tags(SitemapGroup.shard(holding: id.number)), slots) }
    case .skill(let id):
      soon.formUnion([.home, .topics])
      if change.flips { addTerm(listing, .skills(SitemapGroup.shard(holding: id.number)), slots) }
    }
    // The pages of its members lead there from the first moment.
    if change.flips { atOnce.insert(.front(listing)) }
    if change.hides { hurry() }
  }

  /// By another name of a tag: `gigs` have it.
  package init(byTag id: ID<Tag>, slots: Int64, on gigs: [ID<Gig>]) {
    soon = [.front(.tag(id)), .topics]
    addTerm(.tag(id), .tags(SitemapGroup.shard(holding: id.number)), slots)
    for gig in gigs { soon.insert(.gig(gig)) }
  }

  /// By another name of a skill: `sellers` have it.
  package init(bySkill id: ID<Skill>, slots: Int64, of sellers: [ID<Party>]) {
    soon = [.front(.skill(id)), .home, .topics]
    addTerm(.skill(id), .skills(SitemapGroup.shard(holding: id.number)), slots)
    for seller in sellers { soon.insert(.seller(seller)) }
  }

  /// All numbered pages, and the sitemap of the front.
  private mutating func addTerm(_ listing: Listing, _ sitemap: SitemapGroup, _ slots: Int64) {
    soon.insert(.sitemap(sitemap))
    for page in Listing.pageNumbers(of: Listing.pages(of: slots)) ?? 1...1 {
      soon.insert(.numbered(listing, page))
    }
  }

  /// Wherever the card of a gig may be.
  private mutating func addCard(_ gig: GigPlaces) {
    for place in gig.places { add(place) }
    for host in gig.hosts { soon.insert(.gig(host)) }
    soon.formUnion([.home, .feed])
  }

  private mutating func add(_ seller: SellerPlaces) {
    for place in seller.places { add(place) }
  }

  private mutating func add(_ place: ListPlace) {
    let page = Listing.page(of: place.slot) + 1
    soon.formUnion([.front(place.listing), .numbered(place.listing, page)])
    // Who opens a page is new to the pagers of those before it.
    guard place.slot % Listing.slotsPerPage == 0 else { return }
    for before in max(1, page - Pager.reach)..<page {
      soon.insert(.numbered(place.listing, before))
    }
  }
}

extension Change {
  fileprivate var flips: Bool { before?.isShown != after?.isShown }
  fileprivate var hides: Bool { before?.isShown == true && after?.isShown != true }
}
