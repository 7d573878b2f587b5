/// What others see of a seller wherever the name stands.
package struct SellerNameRecord: Hashable, Sendable {
  package var party: ID<Party>
  package var kind: Party.Kind
  /// As the profile says it in each language; under the party's own language there is always one.
  package var names: Localized
  package var language: Locale
  package var slugs: Slugs
  package var level: Level
  /// Whether the seller has a page.
  package var isShown: Bool

  package init(
    party: ID<Party>, kind: Party.Kind, names: Localized, language: Locale,
    slugs: Slugs, level: Level, isShown: Bool
  ) {
    self.party = party
    self.kind = kind
    self.names = names
    self.language = language
    self.slugs = slugs
    self.level = level
    self.isShown = isShown
  }
}

/// A seller as one of many, and beside a gig.
package struct SellerCardRecord: Hashable, Sendable {
  package var name: SellerNameRecord
  package var headlines: Localized
  package var places: Localized
  package var figures: SellerFigures
  package var hourlyRate: Money?
  package var openedAt: Instant

  package init(
    name: SellerNameRecord, headlines: Localized, places: Localized, figures: SellerFigures,
    hourlyRate: Money? = nil, openedAt: Instant
  ) {
    self.name = name
    self.headlines = headlines
    self.places = places
    self.figures = figures
    self.hourlyRate = hourlyRate
    self.openedAt = openedAt
  }
}

/// All that a seller's page shows, in every language.
package struct ProfileRecord: Hashable, Sendable {
  package var seller: SellerCardRecord
  package var content: ProfileContent
  /// In the order of the profile.
  package var skills: [Skill]
  package var portfolio: [PortfolioItem]
  /// Those of the portfolio that are ready.
  package var files: [ShownFile] = []
  /// The newest that are shown, at most `gigsMax`.
  package var gigs: [GigCardRecord]
  /// The newest, at most `reviewsMax`.
  package var reviews: [ReviewRecord]

  package static let gigsMax = 60
  package static let reviewsMax = 20

  package init(
    seller: SellerCardRecord, content: ProfileContent, skills: [Skill], portfolio: [PortfolioItem],
    gigs: [GigCardRecord], reviews: [ReviewRecord]
  ) {
    self.seller = seller
    self.content = content
    self.skills = skills
    self.portfolio = portfolio
    self.gigs = gigs
    self.reviews = reviews
  }

  /// Those of a work, in its order.
  package func files(of item: PortfolioItem) -> [ShownFile] {
    item.work.media.compactMap { key in files.first { $0.key == key } }
  }
}
