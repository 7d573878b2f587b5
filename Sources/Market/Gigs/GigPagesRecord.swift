/// All that the pages of a gig show: today's, those of its versions, and those that lead there.
package struct GigPagesRecord: Hashable, Sendable {
  package var record: GigRecord
  /// As each published version has it, the first one first.
  package var versions: [GigRecord]
  package var formerSlugs: [FormerSlug]

  package init(record: GigRecord, versions: [GigRecord], formerSlugs: [FormerSlug]) {
    self.record = record
    self.versions = versions
    self.formerSlugs = formerSlugs
  }
}

/// What a gig or a seller was called before in an address: it still leads there.
package struct FormerSlug: Hashable, Sendable {
  package let locale: Locale
  package let slug: String

  package init(_ locale: Locale, _ slug: String) {
    self.locale = locale
    self.slug = slug
  }
}
