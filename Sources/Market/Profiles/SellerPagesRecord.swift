/// All that the pages of a seller show: the present one, and those that lead there.
package struct SellerPagesRecord: Hashable, Sendable {
  package var record: ProfileRecord
  package var formerSlugs: [FormerSlug]

  package init(record: ProfileRecord, formerSlugs: [FormerSlug]) {
    self.record = record
    self.formerSlugs = formerSlugs
  }
}
