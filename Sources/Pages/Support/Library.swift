package import Market
import Theme

/// All that the market says in its own words, in every language.
package struct Library: Hashable, Sendable {
  /// By kind and place.
  private let articles: [Locale: [Article]]
  /// The newest first.
  private let posts: [Locale: [Post]]

  package init(_ articles: [Article] = [], _ posts: [Post] = []) {
    self.articles = Dictionary(grouping: articles, by: \.locale).mapValues { all in
      all.sorted { ($0.kind.position, $0.place, $0.name) < ($1.kind.position, $1.place, $1.name) }
    }
    self.posts = Dictionary(grouping: posts, by: \.locale).mapValues { all in
      all.sorted { ($0.day.order, $0.name) > ($1.day.order, $1.name) }
    }
  }

  /// In any language. Without them there is no blog.
  package var hasPosts: Bool { !posts.isEmpty }

  package func articles(in locale: Locale) -> [Article] { articles[locale] ?? [] }
  package func posts(in locale: Locale) -> [Post] { posts[locale] ?? [] }

  package func article(_ section: Article.Section, _ name: String, in locale: Locale) -> Article? {
    articles(in: locale).first { $0.section == section && $0.name == name }
  }

  package func post(_ name: String, in locale: Locale) -> Post? {
    posts(in: locale).first { $0.name == name }
  }
}
