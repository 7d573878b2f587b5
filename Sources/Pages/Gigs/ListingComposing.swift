package import Market
import Theme

extension CategoryPage {
  package init(_ record: ListingRecord, of list: ListSubject, in edition: Edition) {
    self.init(record, of: list, by: Composer(edition))
  }

  package init(_ record: ListingPageRecord, of list: ListSubject, in edition: Edition) {
    self.init(record, of: list, by: Composer(edition))
  }

  /// The front of a listing.
  package init(_ record: ListingRecord, of list: ListSubject, by composer: Composer) {
    let edition = composer.edition
    self.init(
      frame: edition.frame(list.head(count: record.seen, in: edition)),
      title: list.title(in: edition), summary: list.summary(in: edition),
      vertical: list.vertical(in: edition),
      count: Int(record.seen), isRounded: record.seen > SeenCount.exactMax,
      narrower: list.narrower(in: edition), best: composer.cards(record.best),
      ranking: edition.guide(.help, "ranking"),
      gigs: composer.cards(record.newest),
      pager: FrontPager(pages: record.pages, front: list.address).bar(in: edition))
  }

  /// A numbered page of it.
  package init(_ record: ListingPageRecord, of list: ListSubject, by composer: Composer) {
    let edition = composer.edition
    self.init(
      frame: edition.frame(
        edition.head(
          of: list.head(in: edition), numbered: record.number, named: list.title(in: edition),
          isIndexed: !record.gigs.isEmpty)),
      title: list.title(in: edition), number: Int(record.number),
      narrower: list.narrower(in: edition), gigs: composer.cards(record.gigs),
      pager: Pager(number: record.number, pages: record.pages, front: list.address)
        .bar(in: edition))
  }
}

/// What is listed.
package enum ListSubject: Sendable {
  case market
  case category(Category)
  case tag(Tag)

  package var address: PageAddress {
    switch self {
    case .market: .newest
    case .category(let category): .category(category.slug)
    case .tag(let tag): .tag(tag.slug)
    }
  }

  /// As the heading of its pages.
  func title(in edition: Edition) -> Said {
    switch self {
    case .market: Said(edition.title(of: .newest))
    case .category(let category): edition.name(of: category)
    case .tag(let tag): edition.said(tag.names) ?? Said(tag.slug)
    }
  }

  func summary(in edition: Edition) -> Said? {
    guard case .category(let category) = self else { return nil }
    return edition.said(category.summaries)
  }

  func vertical(in edition: Edition) -> Said? {
    guard case .category(let category) = self else { return nil }
    return edition.catalogue.vertical(of: category.id).flatMap { edition.said($0.summaries) }
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

  /// Nil for what needs none.
  private var names: Localized? {
    switch self {
    case .market: nil
    case .category(let category): category.names
    case .tag(let tag): tag.names
    }
  }

  package func translations(numbered: Int64? = nil, in edition: Edition) -> Translations {
    let names = names
    let front = edition.translations(of: address) { names?.texts.has($0) ?? true }
    return numbered.map(front.numbered) ?? front
  }

  /// Of the front.
  fileprivate func head(count: Int64 = 0, in edition: Edition) -> Head {
    Head(
      page: translations(in: edition), title: headTitle(in: edition),
      heading: title(in: edition).text,
      summary: headSummary(count: Int(count), in: edition), isIndexed: count > 0,
      trail: trail(in: edition), feed: names == nil ? .feed(.newest) : nil)
  }

  private func headTitle(in edition: Edition) -> String {
    let name = title(in: edition).text
    return switch self {
    case .market: name
    case .category: edition.words(ListTitle(list: .category, name: name))
    case .tag: edition.words(ListTitle(list: .tag, name: name))
    }
  }

  private func headSummary(count: Int, in edition: Edition) -> String {
    let name = title(in: edition).text
    switch self {
    case .market: return edition.words(PageSummary(page: .newest))
    case .category:
      let counted = edition.words(ListSummary(list: .category, name: name, count: count))
      return edition.joined(summary(in: edition)?.text ?? "", counted)
    case .tag: return edition.words(ListSummary(list: .tag, name: name, count: count))
    }
  }

  /// The way to the front, without the front itself.
  private func trail(in edition: Edition) -> [NamedLink] {
    switch self {
    case .market: return []
    case .category(let category):
      let groups = edition.trail(to: category.id).dropLast()
      return groups.isEmpty ? [edition.namedLink(.catalogue)] : Array(groups)
    case .tag: return [edition.namedLink(.topics)]
    }
  }
}
