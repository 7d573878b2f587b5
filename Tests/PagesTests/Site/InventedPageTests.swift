import Foundation
import Hostile
import Market
import Testing
import Theme

@testable import Pages

/// Whatever the records are, a page comes of them, and search engines are told one thing.
@Suite struct InventedPageTests {
  typealias Locale = Market.Locale
  static let seeds = (1...24).map { UInt64($0) }

  private struct Pages {
    let edition: Edition
    private(set) var frames: [(Frame, Translations)] = []
    private(set) var texts: [String] = []

    mutating func add<Page: FramedPage>(_ page: Page, _ place: Translations) throws {
      frames.append((page.frame, place))
      texts.append(try rendered(page, in: edition.locale))
    }
  }

  private func pages(_ seed: UInt64, in locale: Locale) throws -> Pages {
    var invented = Invented(seed: seed)
    let edition = try Made.edition(locale)
    var pages = Pages(edition: edition)
    for _ in 0..<4 {
      let gig = invented.gig()
      try pages.add(GigPage(gig, in: edition), edition.translations(of: gig))
      _ = try rendered(GigPage(gig, asVersion: true, in: edition), in: locale)
      #expect(isWellFormed(Feed(of: [gig], in: edition).markup))
      let profile = invented.profile()
      try pages.add(SellerPage(profile, in: edition), edition.translations(of: profile))
      let list = ListSubject.tag(invented.tag())
      let cards = [invented.card(), invented.card()]
      try pages.add(
        CategoryPage(
          Made.listing(slots: 99, best: cards, newest: cards), of: list, in: edition),
        list.translations(in: edition))
      try pages.add(
        CategoryPage(Made.page(3, of: 9, cards), of: list, in: edition),
        list.translations(numbered: 3, in: edition))
      let skill = SkillRecord(
        skill: Made.skill(1, "skill", invented.localized()), number: nil, pages: 3, seen: 120,
        sellers: [invented.seller()])
      try pages.add(SkillPage(skill, in: edition), edition.translations(of: skill))
    }
    return pages
  }

  @Test(arguments: seeds)
  func `a page is known by itself, by a twin or by its original`(seed: UInt64) throws {
    let twins = try Made.locales.map { try pages(seed, in: $0) }
    for (place, (frame, page)) in twins.flatMap(\.frames).enumerated() {
      let edition = twins[place / twins[0].frames.count].edition
      let original = Made.origin + page.address.path(in: page.original)
      let links = frame.alternates.map(\.link)
      #expect(links.contains(frame.canonical) || frame.canonical.text == original)
      #expect(Set(frame.alternates.map(\.hreflang)).count == links.count)
      #expect((1...edition.room.summary).contains(frame.description.count))
    }
    // What one language says of the other, the other says of it.
    for (one, other) in zip(twins[0].frames, twins[1].frames) {
      let both = [one.0.alternates, other.0.alternates].filter { !$0.isEmpty }
      #expect(both.count != 1)
      if both.count == 2 { #expect(both[0].map(\.link) == both[1].map(\.link)) }
    }
  }

  @Test(arguments: seeds, Made.locales)
  func `a browser reads one page out of it`(seed: UInt64, locale: Locale) throws {
    for text in try pages(seed, in: locale).texts {
      let page = ParsedHTML(Array(text.utf8))
      #expect(page.elements.filter { $0.name == "h1" }.count == 1)
      #expect(page.elements.filter { $0.name == "title" }.count == 1)
      #expect(page.elements.first?.attribute("lang") == locale.tag)
      #expect(page.comments == [])
      for link in page.elements.compactMap({ $0.attribute("href") }) {
        #expect(Link(link) != nil, "\(link)")
      }
      for script in page.scripts where !script.isEmpty {
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(script.utf8))
        }
      }
    }
  }
}
