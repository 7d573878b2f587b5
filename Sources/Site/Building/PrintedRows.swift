import Market
import Pages
import Store

// Pages that rows make: listings, sellers, gigs.
extension Press {
  private static let chunk = 500

  mutating func printListings(_ rows: borrowing Snapshot) throws {
    let catalogue = editions[0].catalogue
    for group in catalogue.groups {
      for entry in [group] + catalogue.categories(of: group.category.id) {
        try printListing(
          try rows.listingRecord(.category(entry.category.id)), of: .category(entry.category), rows)
      }
    }
    var last = ID<Tag>(0)
    while let end = try printTags(after: last, rows) { last = end }
    var lastSkill = ID<Skill>(0)
    while let end = try printSkills(after: lastSkill, rows) { lastSkill = end }
  }

  /// Numbered pages are in no sitemap: all of them can be reached from the front.
  mutating func printListing(
    _ front: ListingRecord, of list: ListSubject, _ rows: borrowing Snapshot
  ) throws {
    try print(list.sitemap, holding: front.listing.subject) {
      (list.translations(in: $0), CategoryPage(front, of: list, in: $0))
    }
    for number in Listing.pageNumbers(of: front.pages) {
      let page = try rows.listingPage(front.listing, number: number)
      try print(at: .numbered(list.address, number)) { CategoryPage(page, of: list, in: $0) }
    }
  }

  private mutating func printTags(
    after last: ID<Tag>, _ rows: borrowing Snapshot
  ) throws -> ID<Tag>? {
    let tags = try rows.shownTags(after: last, atMost: Self.chunk).map(\.thing)
    for tag in tags {
      try printListing(try rows.listingRecord(.tag(tag.id)), of: .tag(tag), rows)
    }
    return tags.last?.id
  }

  private mutating func printSkills(
    after last: ID<Skill>, _ rows: borrowing Snapshot
  ) throws -> ID<Skill>? {
    let skills = try rows.shownSkills(after: last, atMost: Self.chunk).map(\.thing)
    for skill in skills {
      guard let front = try rows.skillRecord(skill.id, number: nil) else { continue }
      try print("skills", holding: skill.id.number) {
        ($0.translations(of: front), SkillPage(front, in: $0))
      }
      for number in Listing.pageNumbers(of: front.pages) {
        guard let page = try rows.skillRecord(skill.id, number: number) else { continue }
        try print(at: .numbered(.skill(skill.slug), number)) { SkillPage(page, in: $0) }
      }
    }
    return skills.last?.id
  }

  mutating func printSellers(_ rows: borrowing Snapshot) throws {
    var last = ID<Party>(0)
    while true {
      let parties = try rows.shownProfiles(after: last, atMost: Self.chunk)
      for party in parties {
        guard let record = try rows.profileRecord(party) else { continue }
        for drawing in editions[0].drawings(of: record) { try show(drawing) }
        try print("sellers", holding: party.number) {
          ($0.translations(of: record), SellerPage(record, in: $0))
        }
        try printMoved(
          .profile, party.number, rows, from: { .seller(party, $0) },
          to: { ($0.translations(of: record), $0.name(of: record)) })
      }
      guard let end = parties.last else { return }
      last = end
    }
  }

  mutating func printGigs(
    _ rows: borrowing Snapshot, _ progress: (Double) -> Void
  ) throws {
    let all = Double(max(1, editions[0].catalogue.seen))
    var done = 0
    var last = ID<Gig>(0)
    while true {
      let gigs = try rows.shownGigs(after: last, atMost: Self.chunk)
      for gig in gigs {
        try printGig(gig, rows)
        done += 1
        progress(min(1, Double(done) / all))
      }
      guard let end = gigs.last else { return }
      last = end
    }
  }

  private mutating func printGig(_ gig: ID<Gig>, _ rows: borrowing Snapshot) throws {
    guard let record = try rows.gigRecord(gig) else { return }
    let first = editions[0]
    let drawing = first.drawing(of: record)
    try show(drawing)
    let category = first.catalogue[record.category]?.category.slug ?? "none"
    try print(
      "gigs-\(category)", holding: gig.number,
      day: record.version.publishedAt.map(first.day), pictures: ["/\(drawing.name)"]
    ) { ($0.translations(of: record), GigPage(record, in: $0)) }
    for version in try rows.publishedVersions(of: gig) {
      guard let old = try rows.gigRecord(version: version.id) else { continue }
      try show(first.drawing(of: old))
      try print(at: .gigVersion(version.id)) { GigPage(old, asVersion: true, in: $0) }
    }
    try printMoved(
      .gig, gig.number, rows, from: { .gig(gig, $0) },
      to: { ($0.translations(of: record), $0.title(of: record)) })
  }

  /// At each former address, the way to the present one.
  private mutating func printMoved(
    _ noun: Noun, _ subject: Int64, _ rows: borrowing Snapshot,
    from former: (Slugs) -> PageAddress,
    to now: (Edition) -> (Translations, title: String)
  ) throws {
    for (locale, slug) in try rows.formerSlugs(of: noun, subject) {
      guard let edition = editions.first(where: { $0.locale == locale }) else { continue }
      let (page, title) = now(edition)
      let path = former([locale: slug]).path(in: locale)
      guard path != page.address.path(in: locale) else { continue }
      try print(MovedPage(to: page, titled: title, in: edition), to: path, in: edition)
    }
  }
}

extension ListSubject {
  fileprivate var sitemap: String {
    switch self {
    case .market, .category: "categories"
    case .tag: "tags"
    }
  }
}
