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
