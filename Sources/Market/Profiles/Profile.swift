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

/// What a seller writes about himself.
package struct ProfileContent: Hashable, Sendable {
  package var texts: ByLocale<ProfileText>
  package var languages: [SpokenLanguage]
  package var skills: [SkillLevel]
  /// Education and certificates.
  package var proofs: [Qualification]
  package var minutesEastOfUTC: Int
  /// Minor units of the asset for an hour; nil for nothing said.
  package var hourlyRate: Money?

  package init(
    texts: ByLocale<ProfileText>, languages: [SpokenLanguage] = [], skills: [SkillLevel] = [],
    proofs: [Qualification] = [], minutesEastOfUTC: Int = 480, hourlyRate: Money? = nil
  ) {
    self.texts = texts
    self.languages = languages
    self.skills = skills
    self.proofs = proofs
    self.minutesEastOfUTC = minutesEastOfUTC
    self.hourlyRate = hourlyRate
  }
}

package struct ProfileText: Hashable, Sendable {
  /// As the name is written in this language.
  package var name: String
  package var headline: String
  /// Markdown.
  package var about: String
  package var place: String

  package init(name: String, headline: String, about: String, place: String) {
    self.name = name
    self.headline = headline
    self.about = about
    self.place = place
  }
}

package struct SpokenLanguage: Hashable, Sendable {
  package enum Fluency: String, CaseIterable, Sendable {
    case basic
    case conversational
    case fluent
    case native
  }

  package var language: Locale
  package var fluency: Fluency

  package init(_ language: Locale, _ fluency: Fluency) {
    self.language = language
    self.fluency = fluency
  }
}

package struct SkillLevel: Hashable, Sendable {
  package enum Grade: String, CaseIterable, Sendable {
    case learning
    case working
    case expert
  }

  package var skill: ID<Skill>
  package var grade: Grade

  package init(_ skill: ID<Skill>, _ grade: Grade) {
    self.skill = skill
    self.grade = grade
  }
}

package struct Qualification: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case education
    case certificate
  }

  package var kind: Kind
  package var title: Localized
  package var year: Int?

  package init(_ kind: Kind, title: Localized, year: Int?) {
    self.kind = kind
    self.title = title
    self.year = year
  }
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

/// A finished piece of work that a seller shows.
package struct PortfolioItem: Hashable, Sendable, Entity {
  package static let noun = Noun.portfolioItem
  package static let max = 60

  package let id: ID<PortfolioItem>
  package let party: ID<Party>
  package var category: ID<Category>?
  package var titles: Localized
  package var summaries: Localized
  package var year: Int?

  package init(
    id: ID<PortfolioItem>, party: ID<Party>, category: ID<Category>?, titles: Localized,
    summaries: Localized = [:], year: Int?
  ) {
    self.id = id
    self.party = party
    self.category = category
    self.titles = titles
    self.summaries = summaries
    self.year = year
  }
}
