package import Market
import Theme

extension CategoryPage {
  /// The front of a listing.
  package init(_ record: ListingRecord, of list: ListSubject, in edition: Edition) {
    let pager = FrontPager(pages: record.pages, front: list.address)
    self.init(
      frame: edition.frame(list.head(count: record.seen, isIndexed: record.seen > 0, in: edition)),
      title: list.title(in: edition), summary: list.summary(in: edition),
      count: Int(record.seen), isRounded: record.seen > SeenCount.exactMax,
      narrower: list.narrower(in: edition), best: record.best.map { edition.card($0) },
      ranking: edition.guide(.help, "ranking"),
      gigs: record.newest.map { edition.card($0) },
      next: pager.next(in: edition), pages: pager.lines(in: edition))
  }

  /// A numbered page of it.
  package init(_ record: ListingPageRecord, of list: ListSubject, in edition: Edition) {
    let pager = Pager(number: record.number, pages: record.pages, front: list.address)
    self.init(
      frame: edition.frame(
        list.head(
          numbered: record.number, isIndexed: !record.gigs.isEmpty, in: edition)),
      title: list.title(in: edition), number: Int(record.number),
      narrower: list.narrower(in: edition), gigs: record.gigs.map { edition.card($0) },
      previous: pager.previous(in: edition), next: pager.next(in: edition),
      pages: pager.lines(in: edition))
  }
}

/// What is listed.
package enum ListSubject: Sendable {
  case market
  case category(Category)
  case tag(Tag)

  var address: PageAddress {
    switch self {
    case .market: .newest
    case .category(let category): .category(category.slug)
    case .tag(let tag): .tag(tag.slug)
    }
  }

  /// As the heading of its pages.
  func title(in edition: Edition) -> Said {
    switch self {
    case .market: Said(edition.words(PageTitle(page: .newest)))
    case .category(let category): edition.name(of: category)
    case .tag(let tag): edition.said(tag.names) ?? Said(tag.slug)
    }
  }

  func summary(in edition: Edition) -> Said? {
    guard case .category(let category) = self else { return nil }
    return edition.said(category.summaries)
  }

  /// A group leads to what is in it, a category to its neighbours.
  func narrower(in edition: Edition) -> [NamedLink] {
    switch self {
    case .market: edition.catalogue.groups.map { edition.namedLink($0.category) }
    case .category(let category):
      edition.catalogue.categories(of: category.group ?? category.id).map(\.category)
        .filter { $0.id != category.id }.map { edition.namedLink($0) }
    case .tag: []
    }
  }

  private var names: Localized? {
    switch self {
    case .market: nil
    case .category(let category): category.names
    case .tag(let tag): tag.names
    }
  }

  /// The languages in which it has a name.
  private func written(in edition: Edition) -> [Locale]? {
    names.map { names in edition.locales.filter { names[$0] != nil } }
  }

  package func translations(numbered: Int64? = nil, in edition: Edition) -> Translations {
    edition.translations(
      of: numbered.map { .numbered(address, $0) } ?? address, in: written(in: edition), first: nil)
  }

  fileprivate func head(
    count: Int64 = 0, numbered: Int64? = nil, isIndexed: Bool, in edition: Edition
  ) -> Head {
    let name = title(in: edition).text
    let (front, summary): (String, String) =
      switch self {
      case .market:
        (edition.words(PageTitle(page: .newest)), edition.words(PageSummary(page: .newest)))
      case .category(let category):
        (
          edition.words(ListTitle(list: .category, name: name)),
          (edition.said(category.summaries)?.text ?? "")
            + edition.words(ListSummary(list: .category, name: name, count: Int(count)))
        )
      case .tag:
        (
          edition.words(ListTitle(list: .tag, name: name)),
          edition.words(ListSummary(list: .tag, name: name, count: Int(count)))
        )
      }
    var head = Head(
      address: address, title: front, summary: summary, written: written(in: edition),
      isIndexed: isIndexed, trail: trail(in: edition, isFront: numbered == nil))
    if let numbered {
      head.address = .numbered(address, numbered)
      head.title = edition.words(NumberedTitle(title: front, number: Int(numbered)))
      head.summary = edition.words(NumberedSummary(title: front, number: Int(numbered)))
    } else if case .market = self {
      head.feed = edition.link(.newest).adding("/feed.xml")
    }
    return head
  }

  private func trail(in edition: Edition, isFront: Bool) -> [NamedLink] {
    switch self {
    case .category(let category):
      let whole = edition.trail(to: category.id)
      return isFront ? Array(whole.dropLast()) : whole
    case .market, .tag:
      return isFront ? [] : [NamedLink(name: title(in: edition), link: edition.link(address))]
    }
  }
}
