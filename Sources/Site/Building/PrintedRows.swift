import Market
import Pages
import Store

// Gigs and sellers.
extension Press {
  /// Read at once.
  private static let gigsAtOnce = 48

  mutating func print(_ sellers: ArraySlice<ID<Party>>, _ rows: borrowing Snapshot) throws {
    for range in sellers.indices.pieces(of: Self.gigsAtOnce) {
      for pages in try rows.sellerPages(Array(sellers[range]), cards) {
        let record = pages.record
        for drawing in composers[0].edition.drawings(of: record) { try show(drawing) }
        try print(to: .sellers(record.seller.name.party.number)) {
          ($0.edition.translations(of: record), SellerPage(record, by: $0))
        }
        try print(
          pages.formerSlugs, from: { .seller(record.seller.name.party, $0) },
          to: { ($0.translations(of: record), $0.name(of: record)) })
      }
    }
  }

  mutating func print(_ gigs: ArraySlice<ID<Gig>>, _ rows: borrowing Snapshot) throws {
    for range in gigs.indices.pieces(of: Self.gigsAtOnce) {
      for pages in try rows.gigPages(Array(gigs[range]), cards) { try print(pages) }
    }
  }

  private mutating func print(_ pages: GigPagesRecord) throws {
    let record = pages.record
    let first = composers[0].edition
    let drawing = first.drawing(of: record)
    try print(
      to: .gigs(record.gig.number),
      day: record.version.publishedAt.map(first.day), pictures: ["/\(drawing.name)"]
    ) { ($0.edition.translations(of: record), GigPage(record, by: $0)) }
    try show(drawing)
    for old in pages.versions {
      if old.version.id != record.version.id { try show(first.drawing(of: old)) }
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
      guard let edition = editions.first(where: { $0.locale == old.locale }) else { continue }
      let (page, title) = now(edition)
      let path = former([old.locale: old.slug]).path(in: old.locale)
      guard path != page.address.path(in: old.locale) else { continue }
      try print(MovedPage(to: page, titled: title, in: edition), to: path, in: edition)
    }
  }
}
