/// What sitemaps say of a seller who is shown.
package struct SellerMention: Hashable, Sendable {
  package let party: ID<Party>
  package var slugs: Slugs
  package let language: Locale
  /// The languages in which he presents himself.
  package var written: [Locale]

  package init(
    party: ID<Party>, slugs: Slugs = [:], language: Locale, written: [Locale] = []
  ) {
    self.party = party
    self.slugs = slugs
    self.language = language
    self.written = written
  }
}
