package import Market
import Theme

// What sitemaps say of each page that search engines may list.
extension Edition {
  package func sitemapLines() -> [SitemapLine] {
    // The chooser is in no language, so it is listed with the first one.
    let addresses: [PageAddress?] = [
      locale == locales[0] ? .chooser : nil, .home, .catalogue, .help,
      library.hasPosts ? .blog : nil,
    ]
    return addresses.compactMap { address in address.map { SitemapLine(translations(of: $0)) } }
  }

  /// Of the market's own words.
  package func sitemapLinesOfWords() -> [SitemapLine] {
    library.articles(in: locale).map { SitemapLine(translations(of: $0), day: $0.updated) }
      + library.posts(in: locale).map { SitemapLine(translations(of: $0), day: $0.day) }
  }

  /// Of the fronts of lists in which there is something.
  package func sitemapLinesOfCategories() -> [SitemapLine] {
    let market = catalogue.seen > 0 ? [ListSubject.market] : []
    let categories = catalogue.lists.filter { $0.seen > 0 }
      .map { ListSubject.category($0.category) }
    return (market + categories).map { SitemapLine($0.translations(in: self)) }
  }

  package func sitemapLine(_ gig: GigMention) -> SitemapLine {
    SitemapLine(
      translations(of: .gig(gig.gig, gig.slugs), first: gig.origin) { gig.titles.texts.has($0) },
      day: gig.publishedAt.map(day), pictures: [path(ofPictureOf: gig)])
  }

  private func path(ofPictureOf gig: GigMention) -> String {
    let owner = CoverDrawing.Owner.gig(gig.gig)
    let picture = gig.picture.flatMap { PublicFiles($0, of: owner).picture(in: self, at: .site) }
    if let picture { return picture.link.text }
    let drawing = CoverDrawing(
      of: owner, gig.titles, in: gig.category, first: gig.origin, catalogue)
    return "/\(drawing.name)"
  }

  package func sitemapLine(_ seller: SellerMention) -> SitemapLine {
    SitemapLine(
      translations(
        of: .seller(seller.party, seller.slugs), in: seller.written, first: seller.language))
  }

  package func sitemapLine(_ tag: Tag) -> SitemapLine {
    SitemapLine(ListSubject.tag(tag).translations(in: self))
  }

  package func sitemapLine(_ skill: Skill) -> SitemapLine {
    SitemapLine(translations(ofFront: skill))
  }
}
