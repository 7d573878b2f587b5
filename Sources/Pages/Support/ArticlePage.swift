package import Theme

/// A text of the market's own: help for somebody, or a rule.
package struct ArticlePage: View {
  package let frame: Frame
  package let facts: Facts?
  package let title: String
  package let summary: String?
  package let body: HTML
  package let updated: Day
  package let contents: [NamedLink]
  package let siblings: [NamedLink]
  package let kind: HelpKind

  package init(
    frame: Frame,
    title: String,
    summary: String? = nil,
    body: HTML,
    updated: Day,
    contents: [NamedLink] = [],
    siblings: [NamedLink] = [],
    kind: HelpKind
  ) {
    self.frame = frame
    facts = FactsWriter.facts("Article") { article in
      article.text("headline", title)
      if let summary { article.text("description", summary) }
      article.day("dateModified", updated)
      article.text("inLanguage", frame.language.text)
      article.text("url", frame.canonical.text)
      article.object("publisher", "Organization") { $0.text("name", frame.owner ?? frame.siteName) }
    }
    self.title = title
    self.summary = summary
    self.body = body
    self.updated = updated
    self.contents = contents
    self.siblings = siblings
    self.kind = kind
  }

  package static let about = "The page of a text that helps, or of a rule."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("facts", \.facts, "What search engines are told of the text."),
    Field("title", \.title, "What it is called."),
    Field("summary", \.summary, "What it says, in a sentence."),
    Field("body", \.body, "The text; its own headings begin with the second."),
    Field("updated", \.updated, "The day on which it was last changed."),
    Field("contents", \.contents, "Its second headings, to go to; may be empty."),
    Field("siblings", \.siblings, "The other texts of its group."),
    Field("kind", \.kind, "The group: whom it is for, or what it is about."))
}
