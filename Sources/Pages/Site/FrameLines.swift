package import Theme

/// An address with a name to click on.
package struct NamedLink: View {
  package let name: Said
  package let link: Link

  package init(
    name: Said,
    link: Link
  ) {
    self.name = name
    self.link = link
  }

  package static let about = "A link and its name."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What it is called."),
    Field("link", \.link, "Where it leads."))
}

/// A page in one language, for search engines.
package struct AlternateLink: View {
  package let hreflang: Token
  package let link: Link

  package init(
    hreflang: Token,
    link: Link
  ) {
    self.hreflang = hreflang
    self.link = link
  }

  package static let about = "The address of a page in one language."
  package static let fields = Fields<Self>(
    Field(
      "hreflang", \.hreflang,
      "The language as search engines write it; x-default where visitors choose."),
    Field("link", \.link, "The whole address."))
}

/// One choice of the switch between languages.
package struct LanguageLine: View {
  package let name: String
  package let language: Token
  package let link: Link
  package let isHere: Bool

  package init(
    name: String,
    language: Token,
    link: Link,
    isHere: Bool
  ) {
    self.name = name
    self.language = language
    self.link = link
    self.isHere = isHere
  }

  package static let about = "A language of the site."
  package static let fields = Fields<Self>(
    Field("name", \.name, "Its own name for itself."),
    Field("language", \.language, "Its tag, for `lang` and `hreflang`."),
    Field("link", \.link, "This page in that language."),
    Field("isHere", \.isHere, "It is the language of this page."))
}

/// Links under a heading.
package struct LinkGroup: Recurring {
  package let name: String
  package let links: [NamedLink]
  let stamp: Stamp

  package init(
    name: String,
    links: [NamedLink],
    stamp: Stamp = .none
  ) {
    self.name = name
    self.links = links
    self.stamp = stamp
  }

  package static let stampPlace = StampPlace<Self>(\.stamp)
  package static let about = "A group of links in the foot."
  package static let fields = Fields<Self>(
    Field("name", \.name, "The heading."),
    Field("links", \.links, "What stands under it."))
}
