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
  /// Whether something goes that others lead to: then nothing may wait.
  package private(set) var hides = false

  package init() {}

  package var isEmpty: Bool { atOnce.isEmpty && soon.isEmpty }
  package var all: Set<PageKey> { atOnce.union(soon) }

  package mutating func add(_ other: Touched) {
    atOnce.formUnion(other.atOnce)
    soon.formUnion(other.soon)
    hides = hides || other.hides
  }

  /// The same once what nobody can wait for is done. Keys that had files to lose keep them until what
  /// leads there is told of it.
  package mutating func finishAtOnce(_ late: some Sequence<PageKey>) {
    soon.subtract(atOnce)
    soon.formUnion(late)
    atOnce = []
  }
}

extension Touched {
  /// By a change of a gig, or of what buyers say of it.
  package init(byGig change: Change, _ places: GigPlaces) {
    atOnce = [.gig(places.gig), .seller(places.party)]
    // Nobody waits for a sitemap, and a full one takes as long as all that somebody waits for.
    soon = [.sitemap(.gigs(SitemapGroup.shard(holding: places.gig.number)))]
    addCard(places)
    for place in places.places where place.listing.noun == .category && place.listing != .market {
      atOnce.insert(.front(place.listing))
      // The front leads there.
      atOnce.formUnion(place.opened)
    }
    hides = change.hides
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
    atOnce = [.seller(seller.party)]
    soon = [.sitemap(.sellers(SitemapGroup.shard(holding: seller.party.number)))]
    for gig in gigs {
      soon.insert(.gig(gig.gig))
      addCard(gig)
    }
    add(seller)
    hides = change.hides
  }

  /// By a picture of what a seller has made, which stands on no other page.
  package init(byWorksOf seller: ID<Party>) { atOnce = [.seller(seller)] }

  /// By a change of a gig's company.
  package init(byCompanyOf gig: ID<Gig>) { soon = [.gig(gig)] }

  /// By a change of what a listing says of itself. `slots` are all that it ever gave.
  package init(byListing change: Change, _ listing: Listing, slots: Int64) {
    soon = [.front(listing)]
    switch listing {
    case .market: soon.formUnion([.home, .sitemap(.categories)])
    case .category: soon.formUnion([.home, .catalogue, .topics, .sitemap(.categories)])
    case .tag: soon.insert(.topics)
    case .skill: soon.formUnion([.home, .topics])
    }
    guard change.flips, let sitemap = SitemapGroup(of: listing) else { return }
    soon.insert(.sitemap(sitemap))
    // The pages of its members lead there from the first moment.
    atOnce.formUnion(Self.pages(of: listing, slots))
    hides = change.hides
  }

  /// By another name of a tag: `gigs` have it.
  package init(byTag id: ID<Tag>, slots: Int64, on gigs: [ID<Gig>]) {
    self.init(byNameOf: .tag(id), slots: slots)
    for gig in gigs { soon.insert(.gig(gig)) }
  }

  /// By another name of a skill: `sellers` have it.
  package init(bySkill id: ID<Skill>, slots: Int64, of sellers: [ID<Party>]) {
    self.init(byNameOf: .skill(id), slots: slots)
    soon.insert(.home)
    for seller in sellers { soon.insert(.seller(seller)) }
  }

  private init(byNameOf listing: Listing, slots: Int64) {
    soon = Self.pages(of: listing, slots).union([.topics])
    if let sitemap = SitemapGroup(of: listing) { soon.insert(.sitemap(sitemap)) }
  }

  /// The front, and all numbered pages.
  private static func pages(of listing: Listing, _ slots: Int64) -> Set<PageKey> {
    let numbers = Listing.pageNumbers(of: Listing.pages(of: slots)) ?? 1...1
    return Set(numbers.map { .numbered(listing, $0) } + [.front(listing)])
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
    let page = place.page
    soon.formUnion([.front(place.listing), .numbered(place.listing, page)])
    // Who opens a page is new to the pagers of those before it.
    guard place.opensPage else { return }
    for before in max(1, page - Pager.reach)..<page {
      soon.insert(.numbered(place.listing, before))
    }
  }
}

extension ListPlace {
  fileprivate var page: Int64 { Listing.page(of: slot) + 1 }
  fileprivate var opensPage: Bool { slot % Listing.slotsPerPage == 0 }

  /// The numbered pages that are there since something has this place. The first comes with the second.
  fileprivate var opened: [PageKey] {
    guard opensPage, page > 1 else { return [] }
    let pages = page == 2 ? 1...page : page...page
    return pages.map { .numbered(listing, $0) }
  }
}

extension SitemapGroup {
  /// Nil for listings that are not told of one by one.
  fileprivate init?(of listing: Listing) {
    switch listing {
    case .tag(let id): self = .tags(Self.shard(holding: id.number))
    case .skill(let id): self = .skills(Self.shard(holding: id.number))
    case .market, .category: return nil
    }
  }
}

extension Change {
  fileprivate var flips: Bool { before?.isShown != after?.isShown }
  /// Whether something goes that visitors saw.
  package var hides: Bool { before?.isShown == true && after?.isShown != true }
}
