/// A gig as one of many.
package struct GigCardRecord: Hashable, Sendable {
  package var gig: ID<Gig>
  package var category: ID<Category>
  package var titles: Localized
  package var origin: Locale
  package var slugs: Slugs
  /// Its first picture; nil when its seller has none, and a cover is drawn.
  package var picture: ShownFile?
  package var lowestPrice: Money
  package var deliveryDays: Int
  package var figures: GigFigures
  package var seller: SellerNameRecord

  package init(
    gig: ID<Gig>, category: ID<Category>, titles: Localized, origin: Locale,
    slugs: Slugs, picture: ShownFile?, lowestPrice: Money, deliveryDays: Int,
    figures: GigFigures, seller: SellerNameRecord
  ) {
    self.gig = gig
    self.category = category
    self.titles = titles
    self.origin = origin
    self.slugs = slugs
    self.picture = picture
    self.lowestPrice = lowestPrice
    self.deliveryDays = deliveryDays
    self.figures = figures
    self.seller = seller
  }
}

/// All that a gig's page shows, in every language.
package struct GigRecord: Hashable, Sendable {
  package var gig: ID<Gig>
  package var category: ID<Category>
  package var slugs: Slugs
  /// The version that is shown, and whether it is the one on offer.
  package var version: GigVersion
  package var isCurrent: Bool
  package var content: GigContent
  /// Those of the content that are ready, in its order.
  package var files: [ShownFile]
  /// For those who share its address; none of a version that is on offer no more.
  package var cards: [SharedCard] = []
  /// In the order of the content.
  package var tags: [Tag]
  package var figures: GigFigures
  package var stars: StarSums
  package var seller: SellerCardRecord
  /// The newest, at most `reviewsMax`.
  package var reviews: [ReviewRecord]
  /// What its page shows of its company.
  package var related: [GigCardRecord]

  package static let reviewsMax = 20

  package init(
    gig: ID<Gig>, category: ID<Category>, slugs: Slugs, version: GigVersion,
    isCurrent: Bool, content: GigContent, files: [ShownFile], tags: [Tag],
    figures: GigFigures, stars: StarSums, seller: SellerCardRecord, reviews: [ReviewRecord],
    related: [GigCardRecord]
  ) {
    self.gig = gig
    self.category = category
    self.slugs = slugs
    self.version = version
    self.isCurrent = isCurrent
    self.content = content
    self.files = files
    self.tags = tags
    self.figures = figures
    self.stars = stars
    self.seller = seller
    self.reviews = reviews
    self.related = related
  }
}
