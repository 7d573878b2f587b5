import Market
import Testing

@Suite struct ListingTests {
  @Test(
    arguments: [
      (0, 0), (1, 1), (99, 99), (100, 100), (109, 100), (110, 110), (999, 990), (1_000, 1_000),
      (1_099, 1_000), (123_456, 120_000), (Int64.max, 9_200_000_000_000_000_000),
    ] as [(Int64, Int64)])
  func `visitors are told exactly while it matters, then two figures`(count: Int64, seen: Int64) {
    #expect(SeenCount(of: count).number == seen)
  }

  @Test func `a page holds twenty-four slots`() {
    #expect([0, 23, 24, 47, 48].map(Listing.page(of:)) == [0, 0, 1, 1, 2])
  }

  @Test func `a gig that is shown stands in the market, its group, its category and its tags`() {
    let hidden = Gig(
      id: ID(1), party: ID(7), category: ID(2), openedAt: now, tags: [ID(5), ID(4)])
    #expect(hidden.listings(group: ID(1)) == [])
    #expect(
      hidden.shown(true).listings(group: ID(1)) == [
        .market, .category(ID(1)), .category(ID(2)), .tag(ID(5)), .tag(ID(4)),
      ])
  }

  private func candidate(
    _ gig: Int64, _ party: Int64? = nil, tags: Int = 0, pointers: Int = 0
  ) -> Related.Candidate {
    // Else each of a seller of its own.
    Related.Candidate(
      gig: ID(gig), party: ID(party ?? 100 + gig), sharedTags: tags, pointers: pointers)
  }

  @Test func `company is who shares most, newer first, of others, with room`() {
    let choice = Related.choice(
      for: ID(7),
      from: [
        candidate(1, tags: 2), candidate(2, 7, tags: 5), candidate(3), candidate(4, tags: 2),
        candidate(5, tags: 3, pointers: Related.pointersMax),
        candidate(6, tags: 1, pointers: Related.pointersMax - 1), candidate(9), candidate(8),
        candidate(10), candidate(11),
      ])
    #expect(choice.map(\.gig.number) == [4, 1, 6, 11, 10, 9])
    #expect(choice.count == Related.max)
  }

  @Test func `company is of several sellers, each with what shares most`() {
    let choice = Related.choice(
      for: ID(7),
      from: [
        candidate(1, 8, tags: 1), candidate(2, 8, tags: 3), candidate(3, 8), candidate(4, 9),
        candidate(5, 8, tags: 2),
      ])
    #expect(choice.map(\.gig.number) == [2, 5, 4])
  }

  @Test(arguments: [
    ([], []), ([1], [0]), ([1, 2, 3], [0, 1, 2]), ([1, 2, 3, 4, 5], [0, 1, 2, 3]),
    ([1, 1, 1, 2, 1, 3], [0, 1, 3, 5]), ([1, 1, 1], [0, 1]),
    ([1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3]),
    ([1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 2, 3, 4, 5, 6, 7]),
    ([1, 2, 3, 4, 5, 6, 1, 1, 7, 8, 9], [0, 1, 2, 3, 4, 5, 6, 8]),
  ])
  func `a page shows a row of its company or two, and few of one seller`(
    sellers: [Int64], shown: [Int]
  ) {
    #expect(Related.shown(of: sellers.map(ID.init)) == shown)
  }

  @Test func `who sees a gig is decided by one rule`() {
    let seller = Party.seller(7)
    let states: [Gig.State] = [
      .draft, .published(at: now), .paused(at: now), .archived(at: now),
    ]
    let moderations: [Gig.Moderation] = [
      .unseen, .approved(at: now), .rejected(at: now, reason: "x"),
      .takenDown(at: now, reason: "x"),
    ]
    var shown: [String] = []
    for isPreModerated in [false, true] {
      let rule = Visibility(isPreModerated: isPreModerated)
      for state in states {
        for moderation in moderations {
          for version in [nil, ID<GigVersion>(1)] {
            let gig = Gig(
              id: ID(1), party: ID(7), category: ID(2), state: state, moderation: moderation,
              version: version, openedAt: now)
            if rule.shows(gig, of: seller, in: .design()) {
              shown.append("\(isPreModerated) \(moderation)")
              #expect(state == .published(at: now))
              #expect(version != nil)
            }
            #expect(!rule.shows(gig, of: .seller(7, .suspended(at: now)), in: .design()))
            #expect(!rule.shows(gig, of: .seller(7, .closed(at: now)), in: .design()))
            #expect(!rule.shows(gig, of: seller, in: .design(isOpen: false)))
          }
        }
      }
    }
    let approved = Gig.Moderation.approved(at: now)
    #expect(
      shown == ["false \(Gig.Moderation.unseen)", "false \(approved)", "true \(approved)"])
  }
}
