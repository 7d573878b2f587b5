package import Market
package import Pages
import Theme

// As in `TextSample`: pages of the market's own texts, where every text can be another.
extension Sample {
  /// `others` are more articles.
  package static func helpPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> HelpPage {
    HelpPage(
      frame: frame(locale, path: "/help", of: texts),
      groups: [
        HelpGroup(
          kind: .buyers,
          articles: ([texts] + others).map {
            ArticleLine(
              title: $0.said("article"), summary: $0.said("summary"), link: $0.link("article"))
          })
      ])
  }

  /// `others` are more headings.
  package static func articlePage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> ArticlePage {
    ArticlePage(
      frame: frame(locale, path: "/help/x", of: texts), title: texts("article"),
      summary: texts("summary"), body: texts.markup("description"),
      updated: Day(year: 2026, month: 11, day: 20),
      contents: ([texts] + others).map { $0.named("heading") },
      siblings: [texts.named("sibling")], kind: .open)
  }

  /// `others` are more posts.
  package static func blogPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> BlogPage {
    BlogPage(
      frame: frame(locale, path: "/blog", of: texts),
      posts: ([texts] + others).map {
        PostLine(
          title: $0.said("post"), summary: $0.said("summary"), link: $0.link("post"),
          day: Day(year: 2026, month: 11, day: 20), author: $0("author"))
      },
      feed: texts.link("feed"))
  }

  package static func postPage(_ locale: Locale, of texts: Texts) -> PostPage {
    PostPage(
      frame: frame(locale, path: "/blog/x", of: texts), title: texts("post"),
      summary: texts("summary"), body: texts.markup("description"),
      day: Day(year: 2026, month: 11, day: 20), author: texts("author"),
      newer: texts.named("newer"), older: texts.named("older"))
  }
}
