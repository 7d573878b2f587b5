import Market
import Theme

/// A language of the site, as pages in another or in the same one show it.
struct SiteLanguage {
  let locale: Locale
  /// Its own name for itself.
  let name: String
  /// Nil for a tag that cannot stand on a page.
  let token: Token?
  let hreflang: Token?
  /// What stands around its texts, for `lang`.
  let mark: String?
  /// What it is called in the language of the page.
  let nameHere: String?

  init(_ info: LocaleInfo, _ locale: Locale, seenFrom page: Locale, _ formats: Formats) {
    self.locale = locale
    name = info.name
    token = Token(info.tag)
    hreflang = Token(info.hreflang)
    nameHere = formats.name(ofLanguage: info.tag)
    mark = LanguageTag.mark(of: locale.tag, on: page.tag)
  }
}

/// Links that stand around all pages of a language.
struct AroundPages {
  let home: Link
  let search: Link
  let browse: Link
  let sell: Link
  let help: Link
  let signIn: Link
  let join: Link
  let icp: NamedLink?
  let police: NamedLink?

  init(of site: SiteFacts, in locale: Locale) {
    home = PageAddress.home.link(in: locale)
    search = PageAddress.topics.link(in: locale)
    browse = PageAddress.catalogue.link(in: locale)
    sell = PageAddress.studio(.gigs).link(in: locale)
    help = PageAddress.help.link(in: locale)
    signIn = PageAddress.gate(.signIn).link(in: locale)
    join = PageAddress.gate(.signUp).link(in: locale)
    icp = site.icp.map { NamedLink(name: Said($0), link: Link(ours: SiteFacts.icpAddress)) }
    police = site.police.map {
      NamedLink(name: Said($0), link: Link(ours: SiteFacts.policeAddress))
    }
  }
}
