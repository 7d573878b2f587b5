package import Market
import Theme

extension Edition {
  /// What stands for a category.
  package func drawing(of category: Category) -> CoverDrawing {
    CoverDrawing(
      of: .category(category.id), category.names, in: category.id, first: locales[0], catalogue)
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

  /// Whose it is. What has the same words as something else has a cover of its own all the same, and
  /// goes with it.
  package enum Owner: Hashable, Sendable {
    case category(ID<Category>)
    case gig(ID<Gig>)
    case work(ID<PortfolioItem>)

    var name: String {
      switch self {
      case .category(let id): "category \(id)"
      case .gig(let id): "gig \(id)"
      case .work(let id): "work \(id)"
      }
    }
  }

  package let group: String
  package let title: String
  /// Its path below the site's files.
  package let name: String

  package init(
    of owner: Owner, _ titles: Localized, in category: ID<Category>?, first: Locale,
    _ catalogue: CatalogueRecord
  ) {
    self.init(
      of: owner, titled: titles[first] ?? titles.texts.first?.value ?? "", in: category, catalogue)
  }

  init(
    of owner: Owner, titled title: String, in category: ID<Category>?, _ catalogue: CatalogueRecord
  ) {
    group = category.flatMap { catalogue.group(of: $0) }?.category.slug ?? ""
    self.title = title
    name = Pictures.name(of: owner.name, category: group, title: title)
  }

  package var svg: String { Cover.svg(category: group, title: title) }
}
