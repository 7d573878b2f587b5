package import Market
package import Theme

/// What makes one page differ from others in its head.
struct Head {
  var address: PageAddress
  var title: String
  var summary: String
  /// The languages in which it was written; nil for all that the site has.
  var written: [Locale]?
  /// The language in which it was written first.
  var origin: Locale?
  /// In other languages there is no such page, and the switch leads to this one instead.
  var elsewhere: PageAddress?
  var isIndexed = true
  var kind: Token = "website"
  var trail: [NamedLink] = []
  var feed: Link?
  var isWholeTitle = false
}

/// A page in all its languages, for search engines: link tags and sitemaps say the same.
package struct Translations: Sendable {
  package let address: PageAddress
  /// Those it is written in, in the order of the site.
  package let locales: [Locale]
  package let original: Locale
}

extension Edition {
  /// Of a page that is written in these languages, and first in `origin`.
  package func translations(
    of address: PageAddress, in written: [Locale]?, first origin: Locale?
  ) -> Translations {
    let known = locales.filter { written?.contains($0) ?? true }
    let original = origin.flatMap { known.contains($0) ? $0 : nil } ?? known.first ?? locales[0]
    return Translations(
      address: address, locales: known.isEmpty ? [original] : known, original: original)
  }

  /// Of a page that is there in every language.
  package func translations(of address: PageAddress) -> Translations {
    translations(of: address, in: nil, first: nil)
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

  func frame(_ head: Head) -> Frame {
    let page = translations(of: head.address, in: head.written, first: head.origin)
    let isOwn = page.locales.contains(locale)
    return Frame(
      language: language, direction: direction, title: head.title,
      isWholeTitle: head.isWholeTitle, description: head.summary, siteName: siteName,
      canonical: canonical(of: page),
      alternates: isOwn && head.isIndexed ? alternates(of: page) : [], isIndexed: head.isIndexed,
      kind: head.kind, openGraphLocale: Token(info.openGraph) ?? "zh_CN", picture: sharePicture,
      trail: head.trail, languages: languages(of: head), home: link(.home), search: link(.topics),
      feed: head.feed, browse: link(.catalogue), help: link(.help), footer: footer,
      owner: site.owner,
      icp: site.icp.map { named($0, SiteFacts.icpAddress) },
      police: site.police.map { named($0, SiteFacts.policeAddress) }, licences: site.licences)
  }

  private func languages(of head: Head) -> [LanguageLine] {
    zip(all, locales).compactMap { info, each in
      guard let language = Token(info.tag) else { return nil }
      let isThere = head.elsewhere == nil || head.written?.contains(each) ?? true
      let address = isThere ? head.address : head.elsewhere ?? .home
      return LanguageLine(
        name: info.name, language: language, link: address.link(in: each), isHere: each == locale)
    }
  }

  private func named(_ name: String, _ address: String) -> NamedLink {
    NamedLink(name: Said(name), link: Link(ours: address))
  }
}
