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
  var trail: [NamedLink] = []
  var feed: PageAddress?
  var isWholeTitle = false
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
    let known = locales.filter { written?.contains($0) ?? true }
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
    let each = page.locales.compactMap { each in
      hreflang(of: each).map {
        AlternateLink(hreflang: $0, link: site.origin.whole(page.address.path(in: each)))
      }
    }
    let usual = page.locales.contains(locales[0]) ? locales[0] : page.original
    // At the door itself visitors choose.
    let path = (page.address == .home ? .chooser : page.address).path(in: usual)
    return each + [AlternateLink(hreflang: "x-default", link: site.origin.whole(path))]
  }

  private func hreflang(of locale: Locale) -> Token? {
    all.first { $0.tag == locale.tag }.flatMap { Token($0.hreflang) }
  }

  /// What nobody has translated is known by the address of its original, and is no version of it.
  package func canonical(of page: Translations) -> Link {
    let known = page.locales.contains(locale) ? locale : page.original
    return site.origin.whole(page.address.path(in: known))
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
    let isOwn = head.page.locales.contains(locale)
    return Frame(
      language: language, direction: direction, title: head.title, heading: head.heading,
      isWholeTitle: head.isWholeTitle, description: head.summary.shortened(to: room.summary),
      siteName: siteName, canonical: canonical(of: head.page),
      alternates: isOwn && head.isIndexed ? alternates(of: head.page) : [],
      isIndexed: head.isIndexed, kind: head.kind, openGraphLocale: openGraphLocale,
      picture: sharePicture, trail: head.trail, languages: languages(of: head),
      home: link(.home), search: link(.topics),
      feed: head.feed.map { site.origin.whole($0.path(in: locale)) }, browse: link(.catalogue),
      help: link(.help),
      isBrowse: head.page.address == .catalogue, isHelp: head.page.address == .help,
      footer: footer, owner: site.owner,
      icp: site.icp.map { named($0, SiteFacts.icpAddress) },
      police: site.police.map { named($0, SiteFacts.policeAddress) }, licences: site.licences)
  }

  private func languages(of head: Head) -> [LanguageLine] {
    zip(all, locales).compactMap { info, each in
      guard let language = Token(info.tag) else { return nil }
      let missing = head.page.locales.contains(each) ? nil : head.elsewhere
      return LanguageLine(
        name: info.name, language: language, link: (missing ?? head.page.address).link(in: each),
        isHere: each == locale)
    }
  }

  private func named(_ name: String, _ address: String) -> NamedLink {
    NamedLink(name: Said(name), link: Link(ours: address))
  }
}
