/// A service that somebody offers. What it says is in its versions; this is where it stands.
package struct Gig: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case draft
    case published(at: Instant)
    case paused(at: Instant)
    case archived(at: Instant)
  }

  /// What staff think of it. A seller cannot undo it.
  package enum Moderation: Hashable, Sendable {
    case unseen
    case approved(at: Instant)
    /// Not fit to be shown as it is; the seller can change it and try again.
    case rejected(at: Instant, reason: String)
    /// Not to be shown at all, until staff say otherwise.
    case takenDown(at: Instant, reason: String)
  }

  package static let reasonCharactersMax = 500

  package let id: ID<Gig>
  package let party: ID<Party>
  package internal(set) var category: ID<Category>
  package internal(set) var state: State
  package internal(set) var moderation: Moderation
  /// What visitors see; nil before the first publication.
  package internal(set) var version: ID<GigVersion>?
  /// What the seller works on; nil when it is what visitors see.
  package internal(set) var draft: ID<GigVersion>?
  /// Counts the changes, so that two who edit at once notice each other.
  package internal(set) var revision: Int
  package let openedAt: Instant
  package internal(set) var isShown: Bool
  /// Of the version that visitors see.
  package internal(set) var slugs: Slugs
  package internal(set) var tags: [ID<Tag>]

  package init(
    id: ID<Gig>, party: ID<Party>, category: ID<Category>, state: State = .draft,
    moderation: Moderation = .unseen, version: ID<GigVersion>? = nil,
    draft: ID<GigVersion>? = nil, revision: Int = 0, openedAt: Instant, isShown: Bool = false,
    slugs: Slugs = [:], tags: [ID<Tag>] = []
  ) {
    self.id = id
    self.party = party
    self.category = category
    self.state = state
    self.moderation = moderation
    self.version = version
    self.draft = draft
    self.revision = revision
    self.openedAt = openedAt
    self.isShown = isShown
    self.slugs = slugs
    self.tags = tags
  }

  /// Where it stands on the site, as the readers of the log need it.
  package var route: Route {
    Route(
      category: category.number, slugs: slugs, tags: tags.map { "\($0)" }, isShown: isShown)
  }

  /// The listings in which it has a place.
  package func listings(group: ID<Category>) -> [Listing] {
    guard isShown else { return [] }
    return [.market, .category(group), .category(category)] + tags.map(Listing.tag)
  }
}

extension Gig: Entity {
  package static let noun = Noun.gig
}

/// What a gig said at one time. It never changes once it was published: orders and reviews are
/// about it.
package struct GigVersion: Hashable, Sendable {
  package let id: ID<GigVersion>
  package let gig: ID<Gig>
  package let number: Int
  package let madeAt: Instant
  package let publishedAt: Instant?
  package let author: ID<Account>?
  /// The rules under which it was published.
  package let rules: Int64?
  package let digest: String

  package init(
    id: ID<GigVersion>, gig: ID<Gig>, number: Int, madeAt: Instant, publishedAt: Instant?,
    author: ID<Account>?, rules: Int64?, digest: String
  ) {
    self.id = id
    self.gig = gig
    self.number = number
    self.madeAt = madeAt
    self.publishedAt = publishedAt
    self.author = author
    self.rules = rules
    self.digest = digest
  }
}

extension GigVersion: Entity {
  package static let noun = Noun.gigVersion
}

package enum GigError: Refusing, Hashable {
  case unknown(ID<Gig>)
  case refused(Refusal)
  case notActive(ID<Party>)
  case unknownCategory(ID<Category>)
  /// The category takes no gigs: it is closed, or only groups others.
  case closedCategory(ID<Category>)
  case unknownTag(ID<Tag>)
  case notPossible(in: Gig.State)
  case notModerated(Gig.Moderation)
  case takenDown
  case nothingToPublish
  case unfit([GigFault])
  case tooMany(cap: Int)
  /// Somebody else changed it in the meantime.
  case changedMeanwhile
  case unfitReason
  case unfitSlug(String)
}

/// What the market has counted of a gig.
package struct GigFigures: Hashable, Sendable {
  package let orders: Int64
  package let reviews: Int64
  /// The sum of all stars.
  package let stars: Int64

  package init(orders: Int64, reviews: Int64, stars: Int64) {
    self.orders = orders
    self.reviews = reviews
    self.stars = stars
  }
}
