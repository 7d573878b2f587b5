import Market
import Theme

extension HelpPage {
  package init(in edition: Edition) {
    let articles = edition.library.articles(in: edition.locale)
    self.init(
      frame: edition.frame(edition.head(of: .help)),
      groups: HelpKind.allCases.compactMap { kind in
        let own = articles.filter { $0.kind == kind }.map { article in
          ArticleLine(
            title: Said(article.title), summary: Said(article.summary),
            link: edition.link(article.address))
        }
        return own.isEmpty ? nil : HelpGroup(kind: kind, articles: own)
      })
  }
}

extension ArticlePage {
  package init(_ article: Article, in edition: Edition) {
    self.init(
      frame: edition.frame(
        Head(
          page: edition.translations(of: article), title: article.title,
          summary: article.summary, elsewhere: .help, kind: "article",
          trail: [edition.namedLink(.help)])),
      title: article.title, summary: article.summary,
      body: Markdown.html(article.body, for: .own, anchors: "part"), updated: article.updated,
      contents: Markdown.headings(article.body, anchors: "part").filter { $0.level == 2 }
        .map { NamedLink(name: Said($0.words), link: $0.link) },
      siblings: edition.library.articles(in: edition.locale)
        .filter { $0.kind == article.kind && $0.address != article.address }
        .map { NamedLink(name: $0.linkName, link: edition.link($0.address)) },
      kind: article.kind)
  }
}

extension Edition {
  package func translations(of article: Article) -> Translations {
    translations(
      of: article.address,
      in: locales.filter { library.article(article.section, article.name, in: $0) != nil })
  }
}
