import Foundation
import Market
import Testing
import Theme

@testable import Pages

/// A small market by hand. What a test does not change is as plain as can be.
enum Made {
  typealias Locale = Market.Locale

  static let locales: [Locale] = [.chinese, .english]
  static let origin = "https://jishi.example"
  /// The evening of 20 November in Greenwich, and the 21st in China.
  static let instant = moment("2026-11-20T17:30:00Z")

  static func moment(_ text: String) -> Instant {
    guard let instant = Instant(utcText: text) else { preconditionFailure("\(text) is no moment") }
    return instant
  }

  static func edition(
    _ locale: Locale, _ catalogue: CatalogueRecord = catalogue(), _ library: Library = library,
    change: (inout SiteFacts) -> Void = { _ in }
  ) throws -> Edition {
    var site = SiteFacts(origin: try #require(SiteOrigin(origin)))
    change(&site)
    return try Edition(
      locale, of: site, in: try DefaultThemeTests.theme.get(),
      MarketFacts(catalogue: catalogue, rules: .standard, calendar: .china), library)
  }

  static func composer(_ locale: Locale) throws -> Composer { Composer(try edition(locale)) }

  // The catalogue: a group of two categories, and one of none.

  static let design = category(1, nil, "design", "设计", "Design")
  static let logos = category(
    11, 1, "logos", "标志设计", "Logo design",
    summaries: [.chinese: "商标、字标与图形标。", .english: "Marks, wordmarks and emblems"])
  static let posters = category(12, 1, "posters", "海报设计", "Posters")
  static let words = category(2, nil, "words", "文字", "Words")

  static func category(
    _ id: Int64, _ group: Int64?, _ slug: String, _ chinese: String, _ english: String,
    summaries: Localized = [:], isOpen: Bool = true
  ) -> Market.Category {
    Market.Category(
      id: ID(id), group: group.map { ID($0) }, slug: slug, position: Int(id), isOpen: isOpen,
      names: [.chinese: chinese, .english: english], summaries: summaries)
  }

  static let style = CategoryAttribute(
    name: "style", label: [.chinese: "风格", .english: "Style"],
    choices: [
      CategoryAttribute.Choice(name: "plain", label: [.chinese: "朴素", .english: "Plain"])
    ])

  static func catalogue(
    _ categories: [Market.Category] = [design, words, logos, posters], seen: Int64 = 3
  ) -> CatalogueRecord {
    CatalogueRecord(
      categories.map { category in
        CatalogueRecord.Entry(
          category, seen: category.id == logos.id ? seen : 0,
          attributes: category.id == logos.id ? [style] : [])
      }, seen: seen)
  }

  // What the market says itself.

  static let library = Library(
    locales.map { article("ordering", $0) } + [article("ranking", .chinese, place: 2)],
    locales.map { post("first", $0, day: 1) } + [post("second", .chinese, day: 2)])

  static func article(
    _ name: String, _ locale: Locale, place: Int = 1, isInFooter: Bool = true
  ) -> Article {
    Article(
      section: .help, name: name, locale: locale, title: "\(name) \(locale)",
      summary: "About \(name).", kind: .buyers, place: place, isInFooter: isInFooter,
      updated: Day(year: 2026, month: 11, day: 20),
      body: "Words.\n\n# One\n\nMore.\n\n## Deeper\n\n# Two\n\nEnd.")
  }

  static func post(_ name: String, _ locale: Locale, day: Int) -> Post {
    Post(
      name: name, locale: locale, title: "\(name) \(locale)", summary: "About \(name) & more.",
      author: "Lin <Jian>", day: Day(year: 2026, month: 11, day: day), body: "# Part\n\nWords.")
  }

  static func tag(_ id: Int64, _ slug: String, _ names: Localized) -> Market.Tag {
    Market.Tag(id: ID(id), slug: slug, names: names)
  }

  static func skill(_ id: Int64, _ slug: String, _ names: Localized) -> Skill {
    Skill(id: ID(id), slug: slug, names: names)
  }
}
