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

  /// A line for each page that has a name, and one for all of a kind that have none.
  func lines(of keys: Set<PageKey>) -> [PrintedLine] {
    let languages = edition.locales.count
    var lines: [PrintedLine] = []
    var counted: [PrintedKind: Int] = [:]
    for key in keys.sorted(by: { $0.number < $1.number }) {
      let (kind, page) = told(key)
      if let page {
        lines.append(
          PrintedLine(kind: kind, name: page.name, link: page.link, count: languages))
      } else {
        counted[kind, default: 0] += kind == .sitemap ? 1 : languages
      }
    }
    lines += counted.map { PrintedLine(kind: $0.key, name: nil, link: nil, count: $0.value) }
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

/// Which part of a gig a fault is about.
struct FaultPlace: Sentence {
  static let key = "studio.fault"
  let field: FaultedField
  let number: Int
  let language: String
  static let about = "The part of a service that is not ready to be published."
  static let fields = Fields<Self>(
    Field("field", \.field, "Which part."),
    Field("number", \.number, "Which one of several, from 1; 0 where there is but one."),
    Field("language", \.language, "The name of the language; empty where none is meant."))
}

enum FaultedField: Int, CaseIterable, Choice {
  case title, summary, description, packages, packageName, packageSummary, price, days, revisions
  case features, extras, extraTitle, extraPrice, extraDays, requirements, questions, answer, tags
  case attribute, promise, media, languages, currency
}

extension FaultPlace {
  init(_ field: GigFault.Field, in edition: Edition) {
    func at(
      _ field: FaultedField, _ number: Int = -1, _ locale: Locale? = nil
    ) -> FaultPlace {
      FaultPlace(
        field: field, number: number + 1, language: locale.flatMap { edition.name(of: $0) } ?? "")
    }
    self =
      switch field {
      case .title(let locale): at(.title, -1, locale)
      case .summary(let locale): at(.summary, -1, locale)
      case .description(let locale): at(.description, -1, locale)
      case .packages: at(.packages)
      case .packageName(let number, let locale): at(.packageName, number, locale)
      case .packageSummary(let number, let locale): at(.packageSummary, number, locale)
      case .packagePrice(let number): at(.price, number)
      case .packageDelivery(let number): at(.days, number)
      case .packageRevisions(let number): at(.revisions, number)
      case .features: at(.features)
      case .featureLabel(let number, let locale): at(.features, number, locale)
      case .extras: at(.extras)
      case .extraTitle(let number, let locale): at(.extraTitle, number, locale)
      case .extraPrice(let number): at(.extraPrice, number)
      case .extraDelivery(let number): at(.extraDays, number)
      case .requirements: at(.requirements)
      case .requirement(let number, let locale): at(.requirements, number, locale)
      case .questions: at(.questions)
      case .question(let number, let locale): at(.questions, number, locale)
      case .answer(let number, let locale): at(.answer, number, locale)
      case .tags: at(.tags)
      case .attribute: at(.attribute)
      case .promise: at(.promise)
      case .media: at(.media)
      case .caption(let number, let locale): at(.media, number, locale)
      case .languages: at(.languages)
      case .currency: at(.currency)
      }
  }
}
