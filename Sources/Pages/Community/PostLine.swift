package import Theme

/// A post of the blog among others.
package struct PostLine: View {
  package let title: Said
  package let summary: Said?
  package let link: Link
  package let day: Day
  package let author: String

  package init(
    title: Said,
    summary: Said? = nil,
    link: Link,
    day: Day,
    author: String
  ) {
    self.title = title
    self.summary = summary
    self.link = link
    self.day = day
    self.author = author
  }

  package static let about = "A post in a list."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What the post is called."),
    Field("summary", \.summary, "What it says, in a sentence or two."),
    Field("link", \.link, "The page of the post."),
    Field("day", \.day, "The day on which it was published."),
    Field("author", \.author, "Who wrote it."))
}
