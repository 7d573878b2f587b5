import Market
import Theme

/// What will be printed, as its seller is told of it.
struct PrintedLines {
  let record: GigRecord
  let edition: Edition

  init(_ record: GigRecord, in edition: Edition) {
    self.record = record
    self.edition = edition
  }

  /// A line for each thing that has a name, and one for all of a kind that have none.
  func lines(of keys: Set<PageKey>) -> [PrintedLine] {
    let languages = edition.locales.count
    var lines: [PrintedLine] = []
    for key in keys.sorted(by: { $0.number < $1.number }) {
      let (kind, page) = told(key)
      let count = kind == .sitemap ? 1 : languages
      // A listing has several pages.
      if let place = lines.firstIndex(where: { $0.kind == kind && $0.link == page?.link }) {
        lines[place].count += count
      } else {
        lines.append(PrintedLine(kind: kind, name: page?.name, link: page?.link, count: count))
      }
    }
    return lines.enumerated().sorted {
      ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
    }.map(\.element)
  }

  private func told(_ key: PageKey) -> (PrintedKind, NamedLink?) {
    switch key {
    case .gig(record.gig): (.gig, NamedLink(name: edition.title(record), link: own))
    case .gig: (.neighbours, nil)
    case .seller:
      (.seller, NamedLink(name: edition.name(record.seller.name), link: seller))
    case .front(let listing), .numbered(let listing, _): told(listing)
    case .home: (.home, nil)
    case .feed: (.feed, nil)
    case .sitemap, .sitemapIndex: (.sitemap, nil)
    default: (.other, nil)
    }
  }

  private func told(_ listing: Listing) -> (PrintedKind, NamedLink?) {
    switch listing {
    case .market: (.market, nil)
    case .category(let id):
      (.category, edition.catalogue[id].map { edition.namedLink($0.category) })
    case .tag(let id): (.tag, record.tags.first { $0.id == id }.flatMap(link))
    case .skill: (.skill, nil)
    }
  }

  private func link(_ tag: Tag) -> NamedLink? {
    edition.said(tag.names).map { NamedLink(name: $0, link: edition.link(.tag(tag.slug))) }
  }

  private var own: Link { edition.link(.studio(.exact(record.gig))) }

  private var seller: Link {
    edition.link(.seller(record.seller.name.party, record.seller.name.slugs))
  }
}
