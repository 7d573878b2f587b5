package import Market
import Theme

extension Edition {
  func card(_ record: GigCardRecord) -> GigCard {
    GigCard(
      title: said(record.titles, first: record.origin) ?? Said("\(record.gig)"),
      link: link(.gig(record.gig, record.slugs)),
      picture: picture(
        CoverDrawing(
          of: record.category, record.titles, first: record.origin, in: catalogue)),
      seller: seller(record.seller),
      rating: .mean(of: record.figures.stars, over: record.figures.reviews),
      reviewCount: Int(record.figures.reviews), deliveryDays: record.deliveryDays,
      price: Amount(record.lowestPrice))
  }

  func picture(_ drawing: CoverDrawing, isFirst: Bool = false) -> Picture {
    Picture(
      link: Link(ours: "/\(drawing.name)"), width: CoverDrawing.width,
      height: CoverDrawing.height, isFirst: isFirst)
  }
}

/// The picture of what has none. It is drawn from the words in which that was said first, so it is
/// the same in all languages.
package struct CoverDrawing: Hashable, Sendable {
  static let width = 480
  static let height = 360

  package let group: String
  package let title: String

  package init(
    of category: ID<Category>?, _ titles: Localized, first: Locale, in catalogue: CatalogueRecord
  ) {
    group = category.flatMap { catalogue.group(of: $0) }?.category.slug ?? ""
    title = titles[first] ?? titles.inOrder.first?.text ?? ""
  }

  /// Its path below the site's files.
  package var name: String { Pictures.name(category: group, title: title) }
  package var svg: String { Cover.svg(category: group, title: title) }
}
