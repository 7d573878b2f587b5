import Market
import Pages
import Testing

@Suite struct TouchedTests {
  typealias Locale = Market.Locale

  private static let places = GigPlaces(
    gig: ID(7), party: ID(5),
    places: [
      ListPlace(.market, slot: 50), ListPlace(.category(ID(1)), slot: 24),
      ListPlace(.category(ID(2)), slot: 3), ListPlace(.tag(ID(9)), slot: 0),
    ], hosts: [ID(3)])
  private static let seller = SellerPlaces(
    party: ID(5), places: [ListPlace(.skill(ID(4)), slot: 30)])

  private func change(_ noun: Noun, _ before: Route?, _ after: Route?) -> Change {
    Change(of: noun, 7, from: before, to: after)
  }

  @Test func `a gig that is published is shown at once where somebody looks for it`() {
    let touched = Touched(
      byGig: change(.gig, Route(isShown: false), Route()), Self.places)
    #expect(
      touched.atOnce == [
        .gig(ID(7)), .seller(ID(5)), .front(.category(ID(1))), .front(.category(ID(2))),
        // It is the first on the second page of one, which the front leads to from now on.
        .numbered(.category(ID(1)), 1), .numbered(.category(ID(1)), 2),
      ])
    #expect(
      touched.soon == [
        .front(.market), .numbered(.market, 3), .front(.category(ID(1))),
        .numbered(.category(ID(1)), 2), .numbered(.category(ID(1)), 1), .front(.category(ID(2))),
        .numbered(.category(ID(2)), 1), .front(.tag(ID(9))), .numbered(.tag(ID(9)), 1),
        .gig(ID(3)), .home, .feed, .sitemap(.gigs(1)),
      ])
    #expect(!touched.hides)
  }

  @Test func `nothing waits when a gig goes, since something may lead there`() {
    let shown = Touched(byGig: change(.gig, Route(), Route()), Self.places)
    var hidden = Touched(byGig: change(.gig, Route(), Route(isShown: false)), Self.places)
    #expect(hidden.hides && hidden.all == shown.all)
    hidden.add(shown)
    #expect(hidden.hides)
  }

  @Test func `what is done at once need not be done again unless it has files to lose`() {
    var touched = Touched(byGig: change(.gig, Route(), Route()), Self.places)
    let waiting = touched.soon.subtracting(touched.atOnce)
    touched.finishAtOnce([.gig(ID(7))])
    #expect(touched.atOnce.isEmpty && touched.soon == waiting.union([.gig(ID(7))]))
  }

  @Test func `who opens a later page is at once on that page alone`() {
    let places = GigPlaces(
      gig: ID(7), party: ID(5), places: [ListPlace(.category(ID(1)), slot: 72)], hosts: [])
    let touched = Touched(byGig: change(.gig, nil, Route()), places)
    #expect(touched.atOnce.contains(.numbered(.category(ID(1)), 4)))
    #expect(!touched.atOnce.contains(.numbered(.category(ID(1)), 3)))
    #expect(touched.soon.isSuperset(of: (2...4).map { .numbered(.category(ID(1)), $0) }))
  }

  @Test func `a tag that comes back has all its pages at once`() {
    let change = Change(
      of: .tag, 9, from: Route(seen: 0, isShown: false), to: Route(seen: 1, isShown: true))
    let touched = Touched(byListing: change, .tag(ID(9)), slots: 60)
    let pages: [PageKey] = (1...3).map { .numbered(.tag(ID(9)), $0) }
    #expect(touched.atOnce == Set(pages + [.front(.tag(ID(9)))]))
  }

  @Test func `a review is on all gigs of the seller, once others can read it`() {
    let other = GigPlaces(gig: ID(8), party: ID(5), places: [], hosts: [])
    func touched(_ before: Bool, _ after: Bool) -> Touched {
      Touched(
        byReview: change(.review, Route(isShown: before), Route(isShown: after)), Self.places,
        of: Self.seller, [Self.places, other])
    }
    #expect(touched(false, false).isEmpty)
    let shown = touched(false, true)
    #expect(shown.atOnce == [.gig(ID(7)), .seller(ID(5))])
    #expect(shown.soon.isSuperset(of: [.gig(ID(8)), .front(.skill(ID(4))), .home]))
    #expect(shown.soon.contains(.numbered(.skill(ID(4)), 2)))
    #expect(touched(true, false) == shown)
  }

  @Test func `a seller stands on all cards of his gigs`() {
    let touched = Touched(
      bySeller: change(.profile, Route(), Route()), Self.seller, [Self.places])
    #expect(touched.atOnce == [.seller(ID(5))])
    #expect(touched.soon.contains(.sitemap(.sellers(1))))
    #expect(touched.soon.isSuperset(of: [.gig(ID(7)), .gig(ID(3)), .front(.skill(ID(4)))]))
  }

  @Test func `what a list says of itself is on few pages, and its pages come and go with it`() {
    func touched(_ listing: Listing, _ before: Int64, _ after: Int64) -> Set<PageKey> {
      Touched(
        byListing: change(
          listing.noun, Route(seen: before, isShown: before > 0),
          Route(seen: after, isShown: after > 0)),
        listing, slots: 60
      ).all
    }
    #expect(touched(.tag(ID(9)), 3, 4) == [.front(.tag(ID(9))), .topics])
    #expect(
      touched(.tag(ID(9)), 1, 0) == [
        .front(.tag(ID(9))), .topics, .sitemap(.tags(1)), .numbered(.tag(ID(9)), 1),
        .numbered(.tag(ID(9)), 2), .numbered(.tag(ID(9)), 3),
      ])
    #expect(touched(.market, 3, 4) == [.front(.market), .home, .sitemap(.categories)])
    #expect(touched(.category(ID(1)), 3, 4).contains(.catalogue))
    #expect(touched(.skill(ID(4)), 0, 1).contains(.sitemap(.skills(1))))
  }

  @Test func `each key has a number of its own`() {
    let listings: [Listing] = [
      .market, .category(ID(1)), .category(ID(7)), .tag(ID(1)), .skill(ID(1)),
    ]
    var keys: [PageKey] = [
      .chooser, .missing, .home, .catalogue, .topics, .feed, .help, .blog, .sitemapIndex, .assets,
      .sitemap(.pages), .sitemap(.words), .sitemap(.categories),
    ]
    for id in [Int64(0), 1, 2, 1 << 34, 1 << 50] {
      keys += [.gig(ID(id)), .seller(ID(id))]
      keys += [
        SitemapGroup.gigs(id), .sellers(id), .tags(id), .skills(id),
      ].map(PageKey.sitemap)
    }
    for listing in listings {
      keys.append(.front(listing))
      keys += [1, 2, 1 << 23].map { .numbered(listing, $0) }
    }
    for locale in [Locale.chinese, .english] {
      for name in ["fees", "escrow"] {
        keys += [
          .post(name, locale), .article(.help, name, locale), .article(.policies, name, locale),
        ]
      }
    }
    #expect(Set(keys.map(\.number)).count == keys.count)
  }
}
