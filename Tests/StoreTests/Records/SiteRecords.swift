import Market

@testable import Store

/// All records that there are in a market.
struct SiteRecords: Hashable {
  private let catalogue: CatalogueRecord
  let gigs: [GigRecord]
  private let versions: [GigRecord?]
  let profiles: [ProfileRecord?]
  private let fronts: [ListingRecord]
  private let pages: [ListingPageRecord]
  private let skills: [SkillRecord?]
  private let topTags: [Counted<Market.Tag>]
  private let topSkills: [Counted<Skill>]
  private let lastChangeAt: Instant?

  init(of reading: borrowing some Reading & ~Copyable) throws {
    catalogue = try reading.catalogueRecord()
    let ids = try reading.shownGigs(after: ID(0), atMost: 1_000)
    gigs = try reading.gigRecords(ids)
    versions = try ids.flatMap { try reading.publishedVersions(of: $0) }.map {
      try reading.gigRecord(version: $0.id)
    }
    profiles = try reading.shownProfiles(after: ID(0), atMost: 1_000).map {
      try reading.profileRecord($0)
    }
    let tags = try reading.shownTags(after: ID(0), atMost: 1_000).map(\.thing.id)
    let listings =
      [Listing.market] + (try reading.categories()).map { .category($0.id) }
      + tags.map(Listing.tag)
    fronts = try listings.map { try reading.listingRecord($0) }
    pages = try fronts.flatMap { front in
      try (0..<front.pages).map { try reading.listingPage(front.listing, number: $0 + 1) }
    }
    skills = try reading.shownSkills(after: ID(0), atMost: 1_000).flatMap { skill in
      try [nil, 1].map { try reading.skillRecord(skill.thing.id, number: $0) }
    }
    topTags = try reading.topTags(atMost: 5)
    topSkills = try reading.topSkills(atMost: 5)
    lastChangeAt = try reading.lastChangeAt()
  }
}
