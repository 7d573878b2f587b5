package import Theme

/// What stands at an old address.
package struct MovedPage: View {
  package let title: String
  package let language: Token
  package let canonical: Link
  package let link: Link
  package let siteName: String

  package init(
    title: String,
    language: Token,
    canonical: Link,
    link: Link,
    siteName: String
  ) {
    self.title = title
    self.language = language
    self.canonical = canonical
    self.link = link
    self.siteName = siteName
  }

  package static let about = "A page that leads on from an old address; nothing stands around it."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What the page that moved is called."),
    Field("language", \.language, "The tag of its language, for `lang`."),
    Field("canonical", \.canonical, "The whole address under which it is known now."),
    Field("link", \.link, "Where it is now."),
    Field("siteName", \.siteName, "The name of the site in this language."))
}
