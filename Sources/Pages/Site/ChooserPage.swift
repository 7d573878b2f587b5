package import Theme

/// The entrance to all languages.
package struct ChooserPage: View {
  package let title: String
  package let language: Token
  package let description: String
  package let canonical: Link
  package let alternates: [AlternateLink]
  package let languages: [ChooserLine]
  package let siteName: String
  package let openGraphLocale: Token
  package let picture: Picture?

  package init(
    title: String,
    language: Token = "zh-CN",
    description: String,
    canonical: Link,
    alternates: [AlternateLink],
    languages: [ChooserLine],
    siteName: String = "集市 Jishi",
    openGraphLocale: Token = "zh_CN",
    picture: Picture? = nil
  ) {
    self.title = title
    self.language = language
    self.description = description
    self.canonical = canonical
    self.alternates = alternates
    self.languages = languages
    self.siteName = siteName
    self.openGraphLocale = openGraphLocale
    self.picture = picture
  }

  package static let about =
    "The page where a visitor chooses a language; nothing stands around it."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What the site is called, in the languages it has."),
    Field("language", \.language, "The tag of the language that comes first, for `lang`."),
    Field("description", \.description, "One or two sentences for search engines and previews."),
    Field("canonical", \.canonical, "The whole address of this page."),
    Field(
      "alternates", \.alternates, "The home page in every language, and this page for all others."),
    Field("languages", \.languages, "The languages of the site."),
    Field("siteName", \.siteName, "The name of the site, as in the title."),
    Field(
      "openGraphLocale", \.openGraphLocale,
      "The language that comes first, as Open Graph writes it."),
    Field("picture", \.picture, "The picture of a preview, with a whole address."))
}

/// A language to choose.
package struct ChooserLine: View {
  package let name: String
  package let language: Token
  package let direction: Token
  package let link: Link
  package let words: String

  package init(
    name: String,
    language: Token,
    direction: Token = "ltr",
    link: Link,
    words: String
  ) {
    self.name = name
    self.language = language
    self.direction = direction
    self.link = link
    self.words = words
  }

  package static let about = "A language, with the promise of the site in it."
  package static let fields = Fields<Self>(
    Field("name", \.name, "Its own name for itself."),
    Field("language", \.language, "Its tag, for `lang` and `hreflang`."),
    Field("direction", \.direction, "The way its script runs: ltr or rtl."),
    Field("link", \.link, "The home page in that language."),
    Field("words", \.words, "What the site promises, in that language."))
}
