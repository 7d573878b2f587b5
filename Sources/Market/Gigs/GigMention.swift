/// What sitemaps say of a gig that is shown.
package struct GigMention: Hashable, Sendable {
  package let gig: ID<Gig>
  package let category: ID<Category>
  package var slugs: Slugs
  package let origin: Locale
  /// In all languages in which it is written.
  package var titles: Localized
  package let publishedAt: Instant?
  /// The first of its pictures; nil when a cover is drawn.
  package var picture: ShownFile?

  package init(
    gig: ID<Gig>, category: ID<Category>, slugs: Slugs = [:], origin: Locale,
    titles: Localized = [:], publishedAt: Instant?, picture: ShownFile? = nil
  ) {
    self.gig = gig
    self.category = category
    self.slugs = slugs
    self.origin = origin
    self.titles = titles
    self.publishedAt = publishedAt
    self.picture = picture
  }
}
