package import Theme

/// What stands around a page: its head, the top, the foot.
package struct Frame: View {
  package let language: Token
  package let direction: Token
  package let title: String
  package let isWholeTitle: Bool
  package let description: String
  package let siteName: String
  package let canonical: Link
  package let alternates: [AlternateLink]
  package let isIndexed: Bool
  package let kind: Token
  package let openGraphLocale: Token
  package let picture: Picture?
  package let trail: [NamedLink]
  package let trailFacts: Facts?
  package let languages: [LanguageLine]
  package let home: Link
  package let search: Link?
  package let sought: String?
  package let feed: Link?
  package let browse: Link?
  package let hire: Link?
  package let sell: Link?
  package let help: Link?
  package let isBrowse: Bool
  package let isHelp: Bool
  package let signIn: Link?
  package let join: Link?
  package let footer: [LinkGroup]
  package let owner: String?
  package let icp: NamedLink?
  package let police: NamedLink?
  package let licences: [String]

  /// `heading` is what the page calls itself, where its title says more.
  package init(
    language: Token,
    direction: Token,
    title: String,
    heading: String? = nil,
    isWholeTitle: Bool = false,
    description: String,
    siteName: String,
    canonical: Link,
    alternates: [AlternateLink] = [],
    isIndexed: Bool = true,
    kind: Token = "website",
    openGraphLocale: Token,
    picture: Picture? = nil,
    trail: [NamedLink] = [],
    languages: [LanguageLine],
    home: Link,
    search: Link? = nil,
    sought: String? = nil,
    feed: Link? = nil,
    browse: Link? = nil,
    hire: Link? = nil,
    sell: Link? = nil,
    help: Link? = nil,
    isBrowse: Bool = false,
    isHelp: Bool = false,
    signIn: Link? = nil,
    join: Link? = nil,
    footer: [LinkGroup] = [],
    owner: String? = nil,
    icp: NamedLink? = nil,
    police: NamedLink? = nil,
    licences: [String] = []
  ) {
    self.language = language
    self.direction = direction
    self.title = title
    self.isWholeTitle = isWholeTitle
    self.description = description
    self.siteName = siteName
    self.canonical = canonical
    self.alternates = alternates
    self.isIndexed = isIndexed
    self.kind = kind
    self.openGraphLocale = openGraphLocale
    self.picture = picture
    self.trail = trail
    trailFacts = Self.facts(of: trail, to: heading ?? title, at: canonical)
    self.languages = languages
    self.home = home
    self.search = search
    self.sought = sought
    self.feed = feed
    self.browse = browse
    self.hire = hire
    self.sell = sell
    self.help = help
    self.isBrowse = isBrowse
    self.isHelp = isHelp
    self.signIn = signIn
    self.join = join
    self.footer = footer
    self.owner = owner
    self.icp = icp
    self.police = police
    self.licences = licences
  }

  package static let about = "What the base layout shows around every page."
  package static let fields = Fields<Self>(
    Field("language", \.language, "The tag of the page's language, for `lang`."),
    Field("direction", \.direction, "The way its script runs: ltr or rtl."),
    Field("title", \.title, "What the page is called, without the name of the site."),
    Field(
      "isWholeTitle", \.isWholeTitle,
      "The title says the name of the site itself, so it stands alone."),
    Field("description", \.description, "One or two sentences for search engines and previews."),
    Field("siteName", \.siteName, "The name of the site in this language."),
    Field("canonical", \.canonical, "The whole address under which the page is known."),
    Field(
      "alternates", \.alternates, "The page in every language it exists in, itself among them."),
    Field("isIndexed", \.isIndexed, "Search engines may list it."),
    Field("kind", \.kind, "What Open Graph calls it: website, article, product or profile."),
    Field(
      "openGraphLocale", \.openGraphLocale,
      "The page's language as Open Graph writes it, such as zh_CN."),
    Field("picture", \.picture, "The picture of a preview, with a whole address."),
    Field("trail", \.trail, "The way from the home page to the page above this one."),
    Field("trailFacts", \.trailFacts, "The trail and the page itself, as linked data."),
    Field("languages", \.languages, "The languages of the site, with this page in each of them."),
    Field("home", \.home, "The home page in this language."),
    Field("search", \.search, "Where a search is sent, with the field `q`."),
    Field("sought", \.sought, "What was looked for, where the page shows what was found."),
    Field("feed", \.feed, "What is new here as an Atom feed, with a whole address."),
    Field("browse", \.browse, "All categories."),
    Field("hire", \.hire, "Where a buyer posts a brief."),
    Field("sell", \.sell, "Where somebody becomes a seller."),
    Field("help", \.help, "All pages of help."),
    Field("isBrowse", \.isBrowse, "The page is itself the one of all categories."),
    Field("isHelp", \.isHelp, "The page is itself the one of all help."),
    Field("signIn", \.signIn, "Where one signs in."),
    Field("join", \.join, "Where one opens an account."),
    Field("footer", \.footer, "The links at the foot of the page, in groups."),
    Field("owner", \.owner, "Who runs the site."),
    Field("icp", \.icp, "The ICP record, which sites in mainland China must show."),
    Field(
      "police", \.police,
      "The record with the police, which sites in mainland China show beside it."),
    Field("licences", \.licences, "Other licences, each in words."))
}
