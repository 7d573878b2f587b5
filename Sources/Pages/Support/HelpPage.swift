package import Theme

/// The index of the market's own texts: help and rules.
package struct HelpPage: View {
  package let frame: Frame
  package let groups: [HelpGroup]

  package init(
    frame: Frame,
    groups: [HelpGroup]
  ) {
    self.frame = frame
    self.groups = groups
  }

  package static let about = "The page that leads to all help and all rules."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("groups", \.groups, "The texts, by whom they are for."))
}

/// Texts that are for the same readers.
package struct HelpGroup: View {
  package let kind: HelpKind
  package let articles: [ArticleLine]

  package init(
    kind: HelpKind,
    articles: [ArticleLine]
  ) {
    self.kind = kind
    self.articles = articles
  }

  package static let about = "A group of texts on the index of help."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "Whom they are for, or what they are about."),
    Field("articles", \.articles, "The texts, the most needed first."))
}

/// One text of help, or one of the rules.
package struct ArticleLine: View {
  package let title: Said
  package let summary: Said?
  package let link: Link

  package init(
    title: Said,
    summary: Said? = nil,
    link: Link
  ) {
    self.title = title
    self.summary = summary
    self.link = link
  }

  package static let about = "A text in a list of help."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What it is called."),
    Field("summary", \.summary, "What it answers, in a sentence."),
    Field("link", \.link, "Its page."))
}
