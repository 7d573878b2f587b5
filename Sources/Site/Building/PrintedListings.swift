import Market
import Pages
import Store

// Lists of gigs and of sellers. Their numbered pages are in no sitemap: all of them can be reached
// from the front.
extension Press {
  mutating func printFronts(_ rows: borrowing Snapshot) throws {
    try print(try rows.listingRecord(.market, cards), of: .market, to: .categories)
    for category in editions[0].catalogue.lists.map(\.category) {
      let front = try rows.listingRecord(.category(category.id), cards)
      try print(front, of: .category(category), to: .categories)
    }
  }

  private mutating func print(
    _ front: ListingRecord, of list: ListSubject, to sitemap: SitemapGroup
  ) throws {
    try print(to: sitemap) {
      (list.translations(in: $0.edition), CategoryPage(front, of: list, by: $0))
    }
  }

  mutating func print(
    _ numbers: ClosedRange<Int64>, of listing: Listing, _ list: ListSubject,
    _ rows: borrowing Snapshot
  ) throws {
    for page in try rows.listingPages(listing, numbers, cards) {
      try print(at: .numbered(list.address, page.number)) {
        CategoryPage(page, of: list, by: $0)
      }
    }
  }

  mutating func print(_ tags: ArraySlice<Tag>, _ rows: borrowing Snapshot) throws {
    for tag in tags {
      let front = try rows.listingRecord(.tag(tag.id), cards)
      try print(front, of: .tag(tag), to: .tags(tag.id.number))
      if let numbers = Listing.pageNumbers(of: front.pages) {
        try print(numbers, of: front.listing, .tag(tag), rows)
      }
    }
  }

  mutating func print(_ skills: ArraySlice<Skill>, _ rows: borrowing Snapshot) throws {
    for skill in skills {
      let front = try rows.skillRecord(skill, cards)
      try print(to: .skills(skill.id.number)) {
        ($0.edition.translations(of: front), SkillPage(front, by: $0))
      }
      guard let numbers = Listing.pageNumbers(of: front.pages) else { continue }
      for page in try rows.skillPages(skill, numbers, cards) {
        guard let number = page.number else { continue }
        try print(at: .numbered(.skill(page.skill.slug), number)) { SkillPage(page, by: $0) }
      }
    }
  }
}
