/// How a party presents itself, and what the market knows of its work.
package struct Profile: Hashable, Sendable {
  package let party: ID<Party>
  package internal(set) var content: ProfileContent
  package internal(set) var level: Level
  package internal(set) var isPublished: Bool
  package internal(set) var isTakenDown: Bool
  package internal(set) var revision: Int
  package internal(set) var isShown: Bool
  package internal(set) var slugs: Slugs
  package let figures: SellerFigures

  package init(
    party: ID<Party>, content: ProfileContent, level: Level = .new, isPublished: Bool = false,
    isTakenDown: Bool = false, revision: Int = 0, isShown: Bool = false,
    slugs: Slugs = [:], figures: SellerFigures = SellerFigures()
  ) {
    self.party = party
    self.content = content
    self.level = level
    self.isPublished = isPublished
    self.isTakenDown = isTakenDown
    self.revision = revision
    self.isShown = isShown
    self.slugs = slugs
    self.figures = figures
  }

  package var route: Route {
    Route(
      slugs: slugs, tags: content.skills.map { "\($0.skill)" }, isShown: isShown)
  }

  package var listings: [Listing] {
    isShown ? content.skills.map { .skill($0.skill) } : []
  }
}

extension Profile: Entity {
  package static let noun = Noun.profile
}

/// What the market has counted of a seller; kept as rows, so that no page has to add it up.
package struct SellerFigures: Hashable, Sendable {
  package var gigsShown: Int64 = 0
  package var orders: Int64 = 0
  package var reviews: Int64 = 0
  /// The sum of all stars; divided by the reviews it is the rating.
  package var stars: Int64 = 0
  package var onTimeBasisPoints: Int64?
  package var answersInMinutes: Int64?

  package init() {}
}

/// Something that people can do, from the catalogue that staff keep.
package struct Skill: Hashable, Sendable, Entity {
  package static let noun = Noun.skill

  package let id: ID<Skill>
  package let slug: String
  package let names: Localized

  package init(id: ID<Skill>, slug: String, names: Localized) {
    self.id = id
    self.slug = slug
    self.names = names
  }
}
