package import Theme

/// A post of the market's blog.
package struct PostPage: View {
  package let frame: Frame
  package let facts: Facts
  package let title: String
  package let summary: String?
  package let body: HTML
  package let day: Day
  package let author: String
  package let newer: NamedLink?
  package let older: NamedLink?

  package init(
    frame: Frame,
    title: String,
    summary: String? = nil,
    body: HTML,
    day: Day,
    author: String,
    newer: NamedLink? = nil,
    older: NamedLink? = nil
  ) {
    self.frame = frame
    // The market signs with its own name, others with theirs.
    let isOwn = author == frame.siteName || author == frame.owner
    facts = FactsWriter.facts("Article") { article in
      article.text("headline", title)
      if let summary { article.text("description", summary) }
      article.day("datePublished", day)
      article.text("inLanguage", frame.language.text)
      article.text("url", frame.canonical.text)
      article.object("author", isOwn ? "Organization" : "Person") { $0.text("name", author) }
      article.object("publisher", "Organization") { $0.text("name", frame.owner ?? frame.siteName) }
    }
    self.title = title
    self.summary = summary
    self.body = body
    self.day = day
    self.author = author
    self.newer = newer
    self.older = older
  }

  package static let about = "The page of a post of the blog."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("facts", \.facts, "What search engines are told of the post."),
    Field("title", \.title, "What it is called."),
    Field("summary", \.summary, "What it tells, in a sentence."),
    Field("body", \.body, "The text; its own headings begin with the second."),
    Field("day", \.day, "The day on which it came out."),
    Field("author", \.author, "Who wrote it."),
    Field("newer", \.newer, "The post after this one; missing on the newest."),
    Field("older", \.older, "The post before this one; missing on the oldest."))
}
