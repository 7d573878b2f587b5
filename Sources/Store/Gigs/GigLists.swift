package import Market

/// Which gigs are meant; what is nil is not asked for.
package struct GigFilter: Hashable, Sendable {
  /// Its name, as `Gig.State.name` has it.
  package var state: String?
  package var party: ID<Party>?
  /// A group stands for all that is in it.
  package var category: ID<Category>?

  package init(
    state: String? = nil, party: ID<Party>? = nil, category: ID<Category>? = nil
  ) {
    self.state = state
    self.party = party
    self.category = category
  }
}

extension Reading where Self: ~Copyable {
  package func gigs(
    _ filter: GigFilter, after last: ID<Gig>, atMost limit: Int
  ) throws -> [Gig] {
    try rows(
      """
      select id, party, category, state, state_at, moderation, moderated_at, reason, version, draft,
        revision, opened_at, is_shown
      from gig
      where id > $1 and ($2 = '' or state = $2) and ($3 = 0 or party = $3)
        and ($4 = 0 or category in (select id from category where id = $4 or parent = $4))
      order by id limit $5
      """, last, filter.state ?? "", filter.party ?? ID(0), filter.category ?? ID(0), limit,
      as: GigRow.init
    ).map { try complete($0) }
  }

  /// How many gigs a party has in each state, without those it has none in.
  package func gigCounts(of party: ID<Party>) throws -> [(state: String, count: Int64)] {
    try rows(
      "select state, count(*) from gig where party = $1 group by state order by state", party
    ) { (try $0[0], try $0[1]) }
  }

  /// The places that a gig has or had in listings: a place is kept for it while it is away.
  package func places(of gig: ID<Gig>) throws -> [(listing: Listing, slot: Slot)] {
    // Sellers stand in the listings of skills, by the numbers of their parties.
    try rows(
      """
      select noun, subject, slot, member, is_shown from listing_slot
      where member = $1 and noun <> 'skill' order by noun, subject
      """, gig
    ) { row in
      let subject: Int64 = try row[1]
      let listing: Listing =
        switch try row[0] as Noun {
        case .category: subject == 0 ? .market : .category(ID(subject))
        case .tag: .tag(ID(subject))
        case let noun: throw StoreError.corrupt("a gig has a place in a listing of \(noun)")
        }
      return (
        listing, Slot(number: try row[2], member: try row[3], isShown: try row[4])
      )
    }
  }
}
