/// A finished piece of work that a seller shows.
package struct PortfolioItem: Hashable, Sendable, Entity {
  package static let noun = Noun.portfolioItem
  package static let max = 60
  package static let mediaMax = 10

  package let id: ID<PortfolioItem>
  package let party: ID<Party>
  package internal(set) var revision: Int
  package var work: PortfolioWork

  package init(id: ID<PortfolioItem>, party: ID<Party>, revision: Int = 1, _ work: PortfolioWork) {
    self.id = id
    self.party = party
    self.revision = revision
    self.work = work
  }

  package init(
    id: ID<PortfolioItem>, party: ID<Party>, category: ID<Category>?, titles: Localized,
    summaries: Localized = [:], year: Int?
  ) {
    self.init(
      id: id, party: party,
      PortfolioWork(category: category, titles: titles, summaries: summaries, year: year))
  }
}

/// What a seller says of such a piece.
package struct PortfolioWork: Hashable, Sendable {
  package var category: ID<Category>?
  package var titles: Localized
  package var summaries: Localized
  package var year: Int?
  /// Where it can be seen.
  package var link: String?
  /// Its pictures, in their order.
  package var media: [MediaKey]

  package init(
    category: ID<Category>? = nil, titles: Localized, summaries: Localized = [:],
    year: Int? = nil, link: String? = nil, media: [MediaKey] = []
  ) {
    self.category = category
    self.titles = titles
    self.summaries = summaries
    self.year = year
    self.link = link
    self.media = media
  }
}

extension PortfolioItem {
  package func checked(
    of owner: Party, by actor: Actor, others: Int
  ) throws(ProfileError) -> PortfolioItem {
    try actor.must(.present, over: party, or: ProfileError.self)
    guard owner.isActive else { throw .notActive(owner.id) }
    var faults = work.faults
    if others >= Self.max { faults.insert(.tooMany(.items, max: Self.max), at: 0) }
    guard faults.isEmpty else { throw .unfit(faults) }
    return self
  }

  /// `seen` is the revision that the writer worked from.
  package func edited(
    _ work: PortfolioWork, of owner: Party, from seen: Int, by actor: Actor
  ) throws(ProfileError) -> PortfolioItem {
    try actor.must(.present, over: party, or: ProfileError.self)
    guard seen == revision else { throw .changedMeanwhile }
    var item = self
    item.work = work
    item.revision += 1
    return try item.checked(of: owner, by: actor, others: 0)
  }
}

extension PortfolioWork {
  package var faults: [ProfileFault] {
    var faults: [ProfileFault] = []
    let limit = ProfileContent.lineCharactersMax
    if !(1...ProfileContent.languagesMax).contains(titles.texts.count)
      || !titles.texts.values.allSatisfy({ $0.isLine(atMost: limit) })
    {
      faults.append(.unfit(.itemTitle, charactersMax: limit))
    }
    // Nobody would see what is said in a language that has no title.
    if !Set(summaries.texts.keys).isSubset(of: titles.texts.keys) {
      faults.append(.missing(.itemTitle))
    }
    let long = ProfileContent.aboutCharactersMax
    if !summaries.texts.values.allSatisfy({ $0.isText(atMost: long) }) {
      faults.append(.unfit(.itemSummary, charactersMax: long))
    }
    if let year, !ProfileContent.years.contains(year) { faults.append(.outOfRange(.itemYear)) }
    if let link, !WebLink.isFit(link) {
      faults.append(.unfit(.itemLink, charactersMax: WebLink.charactersMax))
    }
    if media.count > PortfolioItem.mediaMax {
      faults.append(.tooMany(.itemMedia, max: PortfolioItem.mediaMax))
    }
    if Set(media).count < media.count { faults.append(.doubled(.itemMedia)) }
    return faults
  }
}
