import Market
import Theme

extension HelpPage {
  package init(in edition: Edition) {
    let articles = edition.library.articles(in: edition.locale)
    self.init(
      frame: edition.frame(
        Head(
          address: .help, title: edition.words(PageTitle(page: .help)),
          summary: edition.words(PageSummary(page: .help)))),
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
    let help = NamedLink(
      name: Said(edition.words(PageTitle(page: .help))), link: edition.link(.help))
    self.init(
      frame: edition.frame(
        Head(
          address: article.address, title: article.title, summary: article.summary,
          written: edition.languages(of: article), elsewhere: .help, kind: "article",
          trail: [help])),
      title: article.title, summary: article.summary,
      body: Markdown.html(article.body, for: .own, anchors: "part"), updated: article.updated,
      contents: Markdown.headings(article.body, anchors: "part").filter { $0.level == 2 }
        .map { NamedLink(name: Said($0.words), link: $0.link) },
      siblings: edition.library.articles(in: edition.locale)
        .filter { $0.kind == article.kind && $0.address != article.address }
        .map { NamedLink(name: Said($0.title), link: edition.link($0.address)) },
      kind: article.kind)
  }
}

extension Edition {
  func languages(of article: Article) -> [Locale] {
    locales.filter { library.article(article.section, article.name, in: $0) != nil }
  }

  package func translations(of article: Article) -> Translations {
    translations(of: article.address, in: languages(of: article), first: nil)
  }
}
