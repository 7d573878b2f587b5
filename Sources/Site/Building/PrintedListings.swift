import Market
import Pages
import Store

// Lists of gigs and of sellers. Their numbered pages are in no sitemap: all of them can be reached
// from the front.
extension Press where Files: ~Copyable {
  /// Those of the market and of its categories.
  mutating func printFronts(_ rows: borrowing Snapshot) throws {
    try print(.market, of: .market, rows)
    for category in editions[0].catalogue.lists.map(\.category) {
      try print(.category(category.id), of: .category(category), rows)
    }
  }

  /// The front of a list. Returns how many numbered pages there are.
  @discardableResult
  mutating func print(
    _ listing: Listing, of list: ListSubject, _ rows: borrowing Snapshot
  ) throws -> Int64 {
    let front = try rows.listingRecord(listing, cards)
    begin(.front(listing))
    try print(at: list.address) { CategoryPage(front, of: list, by: $0) }
    return front.pages
  }

  mutating func print(
    _ numbers: ClosedRange<Int64>, of listing: Listing, _ list: ListSubject,
    _ rows: borrowing Snapshot
  ) throws {
    for page in try rows.listingPages(listing, numbers, cards) {
      begin(.numbered(listing, page.number))
      try print(at: .numbered(list.address, page.number)) {
        CategoryPage(page, of: list, by: $0)
      }
    }
  }

  mutating func print(_ tags: ArraySlice<Tag>, _ rows: borrowing Snapshot) throws {
    for tag in tags {
      let pages = try print(.tag(tag.id), of: .tag(tag), rows)
      guard let numbers = Listing.pageNumbers(of: pages) else { continue }
      try print(numbers, of: .tag(tag.id), .tag(tag), rows)
    }
  }

  mutating func print(_ skills: ArraySlice<Skill>, _ rows: borrowing Snapshot) throws {
    for skill in skills {
      let pages = try print(skill, rows)
      guard let numbers = Listing.pageNumbers(of: pages) else { continue }
      try print(numbers, of: skill, rows)
    }
  }

  /// The front of those who have a skill. Returns how many numbered pages there are.
  mutating func print(_ skill: Skill, _ rows: borrowing Snapshot) throws -> Int64 {
    let front = try rows.skillRecord(skill, cards)
    begin(.front(.skill(skill.id)))
    try print(at: .skill(skill.slug)) { SkillPage(front, by: $0) }
    return front.pages
  }

  mutating func print(
    _ numbers: ClosedRange<Int64>, of skill: Skill, _ rows: borrowing Snapshot
  ) throws {
    for page in try rows.skillPages(skill, numbers, cards) {
      guard let number = page.number else { continue }
      begin(.numbered(.skill(skill.id), number))
      try print(at: .numbered(.skill(skill.slug), number)) { SkillPage(page, by: $0) }
    }
  }
}
