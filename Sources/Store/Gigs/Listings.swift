package import Market

/// Where a listing has come to: how many slots were ever given, how many are shown, and how many
/// visitors were last told there are.
package struct ListingState: Hashable, Sendable {
  package let slots: Int64
  package let shown: Int64
  package let seen: Int64
}

package struct Slot: Hashable, Sendable {
  package let number: Int64
  package let member: Int64
  package let isShown: Bool
}

extension Reading where Self: ~Copyable {
  package func listing(_ listing: Listing) throws -> ListingState? {
    try row(
      "select slots, shown, seen from listing where noun = $1 and subject = $2", listing.noun,
      listing.subject
    ) { ListingState(slots: try $0[0], shown: try $0[1], seen: try $0[2]) }
  }

  /// The slots of some numbered pages, gaps left out.
  package func slots(in listing: Listing, _ range: Range<Int64>) throws -> [Slot] {
    try rows(
      """
      select slot, member, is_shown from listing_slot
      where noun = $1 and subject = $2 and slot >= $3 and slot < $4 order by slot
      """, listing.noun, listing.subject, range.lowerBound, range.upperBound
    ) { Slot(number: try $0[0], member: try $0[1], isShown: try $0[2]) }
  }

  package func newest(in listing: Listing, atMost limit: Int) throws -> [Int64] {
    try rows(
      """
      select member from listing_slot where noun = $1 and subject = $2 and is_shown = 1
      order by slot desc limit $3
      """, listing.noun, listing.subject, limit
    ) { try $0[0] }
  }

  package func front(of listing: Listing) throws -> [Int64] {
    try rows(
      "select member from front_place where noun = $1 and subject = $2 order by position",
      listing.noun, listing.subject
    ) { try $0[0] }
  }
}

extension Transaction {
  /// Into its old slot if it ever had one, else into a new one at the end. Nobody else's moves.
  func join(
    _ listing: Listing, _ member: Int64, isNew: Bool = false, at now: Instant
  ) throws {
    let state = try self.listing(listing) ?? ListingState(slots: 0, shown: 0, seen: 0)
    let known =
      isNew
      ? 0
      : try run(
        "update listing_slot set is_shown = 1 where member = $1 and noun = $2 and subject = $3",
        member, listing.noun, listing.subject)
    if known == 0 {
      try run(
        """
        insert into listing_slot (noun, subject, slot, member, is_shown)
        values ($1, $2, $3, $4, 1)
        """, listing.noun, listing.subject, state.slots, member)
    }
    try save(
      state, slots: state.slots + (known == 0 ? 1 : 0), shown: state.shown + 1, of: listing,
      at: now)
  }

  /// The slot stays, and stays empty until its member comes back.
  func leave(_ listing: Listing, _ member: Int64, at now: Instant) throws {
    guard let state = try self.listing(listing) else {
      throw StoreError.corrupt("there is no listing \(listing) to leave")
    }
    try run(
      """
      update listing_slot set is_shown = 0 where member = $1 and noun = $2 and subject = $3
      """, member, listing.noun, listing.subject)
    try run(
      "delete from front_place where member = $1 and noun = $2 and subject = $3", member,
      listing.noun, listing.subject)
    try save(state, slots: state.slots, shown: state.shown - 1, of: listing, at: now)
  }

  private func save(
    _ before: ListingState, slots: Int64, shown: Int64, of listing: Listing, at now: Instant
  ) throws {
    let seen = SeenCount(of: shown).number
    try run(
      """
      insert into listing (noun, subject, slots, shown, seen) values ($1, $2, $3, $4, $5)
      on conflict (noun, subject) do update set slots = excluded.slots, shown = excluded.shown,
        seen = excluded.seen
      """, listing.noun, listing.subject, slots, shown, seen)
    guard seen != before.seen else { return }
    try changed(listing, from: before.seen, to: seen, at: now)
  }

  /// What a listing's pages say of themselves has changed.
  private func changed(
    _ listing: Listing, from seenBefore: Int64, to seenAfter: Int64, at now: Instant
  ) throws {
    var before = Route()
    var after = Route()
    switch listing {
    case .market: break
    case .category(let id):
      // A category has its page even when nothing is in it.
      before = try seat(id).route
      after = before
    case .tag, .skill:
      before = Route(slug: try termSlug(listing), isShown: seenBefore > 0)
      after = Route(slug: before.slug, isShown: seenAfter > 0)
    }
    before.seen = seenBefore
    after.seen = seenAfter
    try record(
      Change(of: listing.noun, listing.subject, from: before, to: after), at: now)
  }

  private func termSlug(_ listing: Listing) throws -> String? {
    switch listing {
    case .market, .category: nil
    case .tag(let id): try row("select slug from tag where id = $1", id) { try $0[0] as String }
    case .skill(let id):
      try row("select slug from skill where id = $1", id) { try $0[0] as String }
    }
  }

  /// Chooses what stands at the top of a listing: the best rated, where a few early stars count
  /// less than many. Done now and then by the clock, not by each review.
  package func rankFront(of listing: Listing, at now: Instant) throws {
    let best: [Int64] = try rows(
      """
      select member from (
        select s.member, g.orders, (g.stars + $4) * 1000 / (g.reviews + $5) as score,
          row_number() over (
            partition by g.party
            order by (g.stars + $4) * 1000 / (g.reviews + $5) desc, g.orders desc, g.id) as place
        from listing_slot s join gig g on g.id = s.member
        where s.noun = $1 and s.subject = $2 and s.is_shown = 1 and g.reviews > 0) ranked
      where place <= $6 order by score desc, orders desc, member limit $3
      """, listing.noun, listing.subject, Listing.frontPlacesMax, Ranking.priorStars,
      Ranking.priorReviews, Ranking.perSellerMax
    ) { try $0[0] }
    guard try best != front(of: listing) else { return }
    try run(
      "delete from front_place where noun = $1 and subject = $2", listing.noun, listing.subject)
    for (place, member) in best.enumerated() {
      try run(
        "insert into front_place (noun, subject, position, member) values ($1, $2, $3, $4)",
        listing.noun, listing.subject, place, member)
    }
    let seen = try self.listing(listing)?.seen ?? 0
    try changed(listing, from: seen, to: seen, at: now)
  }
}
