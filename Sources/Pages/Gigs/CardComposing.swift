package import Market
import Theme

extension Edition {
  /// What stands for a category.
  package func drawing(of category: Category) -> CoverDrawing {
    CoverDrawing(of: category.id, category.names, first: locales[0], in: catalogue)
  }

  func picture(_ drawing: CoverDrawing, isFirst: Bool = false) -> Picture {
    Picture(
      link: Link(ours: "/\(drawing.name)"), width: CoverDrawing.width,
      height: CoverDrawing.height, isFirst: isFirst)
  }
}

extension Composer {
  func cards(_ records: [GigCardRecord]) -> [GigCard] { cards(records, at: records.indices) }

  /// Of the records at these places. Each is lent: to copy one would count its many references.
  func cards(_ records: [GigCardRecord], at places: some Collection<Int>) -> [GigCard] {
    let records = records.span
    var cards: [GigCard] = []
    cards.reserveCapacity(places.count)
    for place in places { cards.append(card(records[place])) }
    return cards
  }
}

/// The picture of what has none. It is drawn from the words in which that was said first, so it is
/// the same in all languages.
package struct CoverDrawing: Hashable, Sendable {
  static let width = 480
  static let height = 360

  package let group: String
  package let title: String
  /// Its path below the site's files.
  package let name: String

  package init(
    of category: ID<Category>?, _ titles: Localized, first: Locale, in catalogue: CatalogueRecord
  ) {
    self.init(
      of: category, titled: titles[first] ?? titles.texts.first?.value ?? "", in: catalogue)
  }

  init(of category: ID<Category>?, titled title: String, in catalogue: CatalogueRecord) {
    group = category.flatMap { catalogue.group(of: $0) }?.category.slug ?? ""
    self.title = title
    name = Pictures.name(category: group, title: title)
  }

  package var svg: String { Cover.svg(category: group, title: title) }
}
