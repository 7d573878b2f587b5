/// Which gigs are shown beside a gig.
package enum Related {
  package static let max = 6
  /// So that they are not one seller's.
  package static let perSellerMax = 2
  /// How many of the category's newest are looked at.
  package static let candidatesMax = 24
  /// How many can point at one gig, since all of them change when it goes.
  package static let pointersMax = 24
  /// How many of those chosen point back, if they have room.
  package static let returnsMax = 2
  /// A page shows whole rows.
  package static let inRow = 4

  package struct Candidate: Hashable, Sendable {
    package let gig: ID<Gig>
    package let party: ID<Party>
    package let sharedTags: Int
    /// How many gigs point at it already.
    package let pointers: Int
    /// How many it points at itself.
    package let company: Int

    package init(
      gig: ID<Gig>, party: ID<Party>, sharedTags: Int, pointers: Int, company: Int = 0
    ) {
      self.gig = gig
      self.party = party
      self.sharedTags = sharedTags
      self.pointers = pointers
      self.company = company
    }
  }

  /// Those that share most, newer before older, and of several other sellers.
  package static func choice(
    for party: ID<Party>, from candidates: [Candidate]
  ) -> [Candidate] {
    var places: [ID<Party>: Int] = [:]
    return candidates.filter { $0.party != party && $0.pointers < pointersMax }
      .sorted { ($0.sharedTags, $0.gig) > ($1.sharedTags, $1.gig) }
      .filter { candidate in
        places[candidate.party, default: 0] += 1
        return places[candidate.party, default: 0] <= perSellerMax
      }
      .prefix(max).map(\.self)
  }

  /// The places of those of a gig's company that its page shows: a whole row or two, of several
  /// sellers.
  package static func shown(of sellers: [ID<Party>]) -> [Int] {
    let mixed = sellers.indices.filter { place in
      sellers[...place].count { $0 == sellers[place] } <= perSellerMax
    }
    return Array(mixed.prefix(mixed.count < 2 * inRow ? inRow : 2 * inRow))
  }
}
