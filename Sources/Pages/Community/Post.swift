package import Market
package import Theme

/// An entry of the blog, from a file of content.
package struct Post: Hashable, Sendable {
  package let name: String
  package let locale: Locale
  package let title: String
  package let summary: String
  package let author: String
  package let day: Day
  /// Markdown.
  package let body: String

  package init(
    name: String, locale: Locale, title: String, summary: String, author: String, day: Day,
    body: String
  ) {
    self.name = name
    self.locale = locale
    self.title = title
    self.summary = summary
    self.author = author
    self.day = day
    self.body = body
  }

  package var address: PageAddress { .post(name) }
}
