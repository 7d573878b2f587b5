/// A list of gigs or sellers that visitors leaf through. What joins it gets a slot for good, so a
/// numbered page changes only when something on it does.
package enum Listing: Hashable, Sendable {
  /// Everything there is: what the home page draws from.
  case market
  case category(ID<Category>)
  case tag(ID<Tag>)
  case skill(ID<Skill>)

  package static let slotsPerPage: Int64 = 24
  /// The bounded block of what is best, at the top of a listing's first page.
  package static let frontPlacesMax = 12

  package var noun: Noun {
    switch self {
    case .market, .category: .category
    case .tag: .tag
    case .skill: .skill
    }
  }

  /// The whole market is the category above all others.
  package var subject: Int64 {
    switch self {
    case .market: 0
    case .category(let id): id.number
    case .tag(let id): id.number
    case .skill(let id): id.number
    }
  }

  /// The page on which a slot is shown, from 0.
  package static func page(of slot: Int64) -> Int64 { slot / slotsPerPage }
}

/// How many there are, as visitors are told: exactly while it matters, then rounded down to two
/// figures, so that a page is not written anew for every single gig.
package struct SeenCount: Hashable, Sendable {
  package static let exactMax: Int64 = 99

  package let number: Int64

  package init(of count: Int64) {
    var step: Int64 = 1
    while count / step > Self.exactMax { step *= 10 }
    number = count / step * step
  }
}

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
}
