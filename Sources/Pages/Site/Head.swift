package import Market
package import Theme

/// What makes one page differ from others in its head.
struct Head {
  var page: Translations
  var title: String
  /// What the page calls itself, where the title says more.
  var heading: String?
  var summary: String
  /// In languages in which there is no such page, the switch leads to this one instead.
  var elsewhere: PageAddress?
  var isIndexed = true
  var kind: Token = "website"
  /// For those who share it; without one it is that of the site.
  var picture: Picture?
  var trail: [NamedLink] = []
  var feed: PageAddress?
  var isWholeTitle = false
  /// What the page was asked about; the switch between languages takes it along.
  var query = ""
  /// What was looked for, on a page that shows what was found.
  var sought: String?
}

/// A page in all its languages, for search engines: link tags and sitemaps say the same.
package struct Translations: Sendable {
  package let address: PageAddress
  /// Those it is written in, in the order of the site.
  package let locales: [Locale]
  package let original: Locale

  /// A numbered page of the listing that this is the front of.
  func numbered(_ number: Int64) -> Translations {
    Translations(address: .numbered(address, number), locales: locales, original: original)
  }
}

extension Edition {
  /// Of a page that is written in these languages, and first in `origin`. Without any it is there in
  /// every language.
  package func translations(
    of address: PageAddress, in written: [Locale]? = nil, first origin: Locale? = nil
  ) -> Translations {
    translations(of: address, first: origin) { written?.contains($0) ?? true }
  }

  func translations(
    of address: PageAddress, first origin: Locale? = nil, isWritten: (Locale) -> Bool
  ) -> Translations {
    let isInAll = locales.allSatisfy(isWritten)
    // Where it is the whole list, it is the same list for all pages.
    let known = isInAll ? locales : locales.filter(isWritten)
    // What is written in no language of the site must be known by some address all the same.
    let likely = known.isEmpty ? locales : known
    let original = likely.first { $0 == origin } ?? likely[0]
    return Translations(
      address: address, locales: known.isEmpty ? [original] : known, original: original)
  }

  /// None for a page in one language: there is nothing to choose.
  package func alternates(of page: Translations) -> [AlternateLink] {
    guard page.locales.count > 1 else { return [] }
    if page.address == .chooser { return alternates(of: translations(of: .home)) }
    return alternates(of: page, at: paths(of: page.address))
  }

  /// `paths` are those in the languages of the site.
  private func alternates(of page: Translations, at paths: [String]) -> [AlternateLink] {
    let usual = page.locales.contains(locales[0]) ? locales[0] : page.original
    // At the door itself visitors choose.
    var others =
      page.address == .home ? site.origin.whole(PageAddress.chooser.path(in: usual)) : nil
    var all: [AlternateLink] = []
    all.reserveCapacity(languages.count + 1)
    for (language, path) in zip(languages, paths) where page.locales.contains(language.locale) {
      let link = site.origin.whole(path)
      if let hreflang = language.hreflang {
        all.append(AlternateLink(hreflang: hreflang, link: link))
      }
      if others == nil, language.locale == usual { others = link }
    }
    if let others { all.append(AlternateLink(hreflang: "x-default", link: others)) }
    return all
  }

  private func paths(of address: PageAddress) -> [String] {
    languages.map { address.path(in: $0.locale) }
  }

  /// What nobody has translated is known by the address of its original, and is no version of it.
  package func canonical(of page: Translations) -> Link {
    site.origin.whole(page.address.path(in: localeOfCanonical(of: page)))
  }

  private func localeOfCanonical(of page: Translations) -> Locale {
    page.locales.contains(locale) ? locale : page.original
  }

  /// Of a page of which there is one.
  func head(of page: FixedPage) -> Head {
    Head(
      page: translations(of: page.address), title: title(of: page),
      summary: words(PageSummary(page: page)))
  }

  /// Of a numbered page, from that of its front.
  func head(
    of front: Head, numbered number: Int64, named name: Said, isIndexed: Bool
  ) -> Head {
    Head(
      page: front.page.numbered(number),
      title: words(NumberedTitle(title: front.title, number: Int(number))),
      summary: words(NumberedSummary(title: front.title, number: Int(number))),
      isIndexed: isIndexed,
      trail: front.trail + [NamedLink(name: name, link: link(front.page.address))])
  }

  func frame(_ head: Head) -> Frame {
    let page = head.page
    let paths = paths(of: page.address)
    let hasAlternates =
      head.isIndexed && page.locales.count > 1 && page.locales.contains(locale)
    let known = localeOfCanonical(of: page)
    let path = locales.firstIndex(of: known).map { paths[$0] } ?? page.address.path(in: known)
    return Frame(
      language: language, direction: direction, title: head.title, heading: head.heading,
      isWholeTitle: head.isWholeTitle, description: head.summary.shortened(to: room.summary),
      siteName: siteName, canonical: site.origin.whole(path),
      alternates: hasAlternates ? alternates(of: page, at: paths) : [],
      isIndexed: head.isIndexed, kind: head.kind, openGraphLocale: openGraphLocale,
      picture: head.picture ?? sharePicture, trail: head.trail,
      languages: languageLines(of: head, at: paths),
      home: around.home, search: around.search, sought: head.sought,
      feed: head.feed.map { site.origin.whole($0.path(in: locale)) }, browse: around.browse,
      sell: around.sell,
      help: around.help, isBrowse: page.address == .catalogue, isHelp: page.address == .help,
      signIn: around.signIn, join: around.join, footer: footer, owner: site.owner, icp: around.icp,
      police: around.police,
      licences: site.licences)
  }

  private func languageLines(of head: Head, at paths: [String]) -> [LanguageLine] {
    zip(languages, paths).compactMap { each, path in
      guard let language = each.token else { return nil }
      let missing = head.page.locales.contains(each.locale) ? nil : head.elsewhere
      return LanguageLine(
        name: each.name, language: language,
        link: missing?.link(in: each.locale) ?? Link(path + head.query) ?? Link(ours: path),
        isHere: each.locale == locale)
    }
  }
}
