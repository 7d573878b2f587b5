import Market
import Pages
import Store

// Gigs and sellers.
extension Press where Files: ~Copyable {
  mutating func print(_ sellers: ArraySlice<ID<Party>>, _ rows: borrowing Snapshot) throws {
    for range in sellers.indices.pieces(of: rowsAtOnce) {
      for pages in try rows.sellerPages(Array(sellers[range]), cards) { try print(pages) }
    }
  }

  private mutating func print(_ pages: SellerPagesRecord) throws {
    let record = pages.record
    let seller = record.seller.name
    begin(.seller(seller.party))
    for drawing in composers[0].edition.drawings(of: record) { try show(drawing) }
    for item in record.portfolio {
      for file in record.files(of: item) { try show(file.publicFiles(of: .work(item.id))) }
    }
    try print(at: .seller(seller.party, seller.slugs)) { SellerPage(record, by: $0) }
    try print(
      pages.formerSlugs, from: { .seller(seller.party, $0) },
      to: { ($0.translations(of: record), $0.name(of: record)) })
  }

  mutating func print(_ gigs: ArraySlice<ID<Gig>>, _ rows: borrowing Snapshot) throws {
    for range in gigs.indices.pieces(of: rowsAtOnce) {
      for pages in try rows.gigPages(Array(gigs[range]), cards) { try print(pages) }
    }
  }

  private mutating func print(_ pages: GigPagesRecord) throws {
    let record = pages.record
    begin(.gig(record.gig))
    try showPictures(of: record)
    try print(at: .gig(record.gig, record.slugs)) { GigPage(record, by: $0) }
    for old in pages.versions {
      if old.version.id != record.version.id { try showPictures(of: old) }
      try print(at: .gigVersion(old.version.id)) { GigPage(old, asVersion: true, by: $0) }
    }
    try print(
      pages.formerSlugs, from: { .gig(record.gig, $0) },
      to: { ($0.translations(of: record), $0.title(of: record)) })
  }

  /// At each former address, the way to the present one.
  private mutating func print(
    _ formerSlugs: [FormerSlug], from former: (Slugs) -> PageAddress,
    to now: (Edition) -> (Translations, title: String)
  ) throws {
    for old in formerSlugs {
      guard let composer = composers.first(where: { $0.edition.locale == old.locale }) else {
        continue
      }
      let (page, title) = now(composer.edition)
      let path = former([old.locale: old.slug]).path(in: old.locale)
      guard path != page.address.path(in: old.locale) else { continue }
      try print(to: path, by: composer) { MovedPage(to: page, titled: title, in: $0.edition) }
    }
  }
}

/// How many gigs or sellers are read at once.
private let rowsAtOnce = 48
