package import Market
package import Theme

/// The site in one language: what all its pages share. A class, so that handing it on counts one
/// reference and not all that it holds.
package final class Edition: Sendable {
  package let locale: Locale
  let info: LocaleInfo
  /// Every language of the site; the first is the one for those whose language is unknown.
  package let locales: [Locale]
  let languages: [SiteLanguage]
  package let site: SiteFacts
  let words: Words
  package let catalogue: CatalogueRecord
  package let library: Library
  let rules: Rules
  /// The days of the site.
  let calendar: Calendar
  let formats: Formats
  let language: Token
  let direction: Token
  /// The language as Open Graph writes it.
  let openGraphLocale: Token
  package let siteName: String
  /// The preview picture of pages that have none of their own.
  let sharePicture: Picture?
  let room: SearchRoom
  let around: AroundPages
  let footer: [LinkGroup]

  /// Throws for a language that the theme does not speak.
  package init(
    _ locale: Locale, of site: SiteFacts, in theme: LoadedTheme, _ market: MarketFacts,
    _ library: Library
  ) throws(EditionError) {
    let all = theme.locales
    guard let info = all.first(where: { $0.tag == locale.tag }), let language = Token(info.tag),
      let openGraph = Token(info.openGraph),
      let formats = theme.languages.first(where: { $0.tag == info.tag })?.formats
    else { throw .unknownLanguage(locale.tag) }
    self.locale = locale
    self.info = info
    locales = all.compactMap { Locale($0.tag) }
    languages = zip(all, locales).map { SiteLanguage($0, $1, seenFrom: locale, formats) }
    self.site = site
    room = SearchRoom(in: locale)
    around = AroundPages(of: site, in: locale)
    self.library = library
    self.formats = formats
    self.language = language
    openGraphLocale = openGraph
    words = Words(theme, info.tag)
    catalogue = market.catalogue
    rules = market.rules
    calendar = market.calendar
    direction = info.direction == .rtl ? "rtl" : "ltr"
    siteName = words(SiteName())
    sharePicture = theme.assets.addresses["share.png"].map {
      Picture(
        link: site.origin.whole($0), width: Self.shareSize.width, height: Self.shareSize.height)
    }
    footer = Self.footer(library, words, in: locale)
  }

  static let shareSize = (width: 1200, height: 630)

  private static func footer(
    _ library: Library, _ words: Words, in locale: Locale
  ) -> [LinkGroup] {
    HelpKind.allCases.compactMap { kind in
      var links = library.articles(in: locale).filter { $0.isInFooter && $0.kind == kind }
        .map { NamedLink(name: $0.linkName, link: $0.address.link(in: locale)) }
      if kind == .market, library.hasPosts {
        let blog = PageAddress.blog.link(in: locale)
        links.append(NamedLink(name: Said(words(PageTitle(page: .blog))), link: blog))
      }
      return links.isEmpty
        ? nil
        : LinkGroup(
          name: words(HelpKindName(kind: kind)), links: links, stamp: .new())
    }
  }
}

/// What pages know of the market besides their own records.
package struct MarketFacts: Sendable {
  package let catalogue: CatalogueRecord
  package let rules: Rules
  package let calendar: Calendar

  package init(catalogue: CatalogueRecord, rules: Rules, calendar: Calendar) {
    self.catalogue = catalogue
    self.rules = rules
    self.calendar = calendar
  }
}

package enum EditionError: Error, Hashable {
  case unknownLanguage(String)
}

// What every page says in this language.
extension Edition {
  func link(_ address: PageAddress) -> Link { address.link(in: locale) }

  /// In this language if it was said in it, else as it was said first.
  func said(_ text: Localized, first: Locale? = nil) -> Said? {
    said(text.texts, first: first) { $0 }
  }

  /// One part of what is said in each language; an empty one is not said.
  @inline(__always) func said<Text>(
    _ texts: ByLocale<Text>, first: Locale? = nil, _ part: (Text) -> String
  ) -> Said? {
    if let own = texts[locale].map(part), !own.isEmpty { return Said(own) }
    if let first, let original = texts[first].map(part), !original.isEmpty {
      return said(original, in: first)
    }
    for (locale, text) in texts {
      let text = part(text)
      if !text.isEmpty { return said(text, in: locale) }
    }
    return nil
  }

  func said(_ text: String, in language: Locale) -> Said {
    if language == locale { return Said(text) }
    let known = languages.first { $0.locale == language }
    return Said(
      text, lang: known.map(\.mark) ?? LanguageTag.mark(of: language.tag, on: locale.tag))
  }

  func name(of language: Locale) -> String? {
    languages.first { $0.locale == language }.map(\.nameHere)
      ?? formats.name(ofLanguage: language.tag)
  }

  package func day(_ instant: Instant) -> Day {
    let parts = calendar.day(of: instant).parts
    return Day(year: parts.year, month: parts.month, day: parts.day)
  }

  /// The first moment of a day at the site.
  func start(of day: Day) -> Instant {
    guard let day = CivilDay(year: day.year, month: day.month, day: day.day) else {
      preconditionFailure("content has only days that there are")
    }
    return calendar.start(of: day)
  }

  func name(of category: Category) -> Said { said(category.names) ?? Said(category.slug) }

  func title(of page: FixedPage) -> String { words(PageTitle(page: page)) }

  func namedLink(_ page: FixedPage) -> NamedLink {
    NamedLink(name: Said(title(of: page)), link: link(page.address))
  }

  func namedLink(_ category: Category) -> NamedLink {
    NamedLink(name: name(of: category), link: link(.category(category.slug)))
  }

  /// From the group down to a category. What is closed has no page, and what stands in it none either.
  func trail(to id: ID<Category>) -> [NamedLink] {
    guard let entry = catalogue[id] else { return [] }
    let group = entry.category.group.flatMap { catalogue[$0] }
    return [group, entry].compactMap { $0?.category }.prefix(while: \.isOpen).map(namedLink)
  }
}
