import Market
import Pages
import Store
import Theme

// Pages of which there is one in each language, and the market's own words.
extension Press where Files: ~Copyable {
  mutating func print(_ piece: Agenda.Piece, _ rows: borrowing Snapshot) throws {
    switch piece {
    case .fixedPages: for key in Agenda.fixedPages { try printFixed(key, rows) }
    case .words: try printWords()
    case .fronts: try printFronts(rows)
    case .numbered(let listing, let list, let numbers):
      try print(numbers, of: listing, list, rows)
    case .gigs(let gigs): try print(gigs, rows)
    case .sellers(let sellers): try print(sellers, rows)
    case .tags(let tags): try print(tags, rows)
    case .skills(let skills): try print(skills, rows)
    case .sitemap(let group): try print(group, rows)
    }
  }

  mutating func printFixed(_ key: PageKey, _ rows: borrowing Snapshot) throws {
    begin(key)
    let first = editions[0]
    switch key {
    case .chooser:
      let editions = editions
      try print(to: PageAddress.chooser.path(in: first.locale), by: composers[0]) { _ in
        ChooserPage(in: editions)
      }
    case .missing:
      try print(to: "/404", by: composers[0]) { MissingPage(in: $0.edition) }
      try print(at: .missing) { MissingPage(in: $0.edition) }
    case .home:
      let market = try rows.listingRecord(.market, cards)
      let skills = try rows.topSkills(atMost: HomePage.skillsMax)
      try print(at: .home) { HomePage(market, skills: skills, by: $0) }
    case .catalogue:
      for group in first.catalogue.groups { try show(first.drawing(of: group.category)) }
      try print(at: .catalogue) { CataloguePage(in: $0.edition) }
    case .topics:
      let skills = try rows.topSkills(atMost: TopicsPage.linksMax)
      let tags = try rows.topTags(atMost: TopicsPage.linksMax)
      try print(at: .topics) { TopicsPage(skills: skills, tags: tags, in: $0.edition) }
    case .help: try print(at: .help) { HelpPage(in: $0.edition) }
    case .blog where first.library.hasPosts:
      try print(at: .blog) { BlogPage(in: $0.edition) }
      for edition in editions {
        try write(Feed(of: edition.library.posts(in: edition.locale), in: edition))
      }
    case .feed:
      let newest = try rows.newest(in: .market, atMost: Feed.entriesMax)
      let gigs = try rows.gigRecords(newest.map(ID.init))
      for edition in editions { try write(Feed(of: gigs, in: edition)) }
    default: break
    }
  }

  private mutating func write(_ feed: Feed) throws { try write(feed.path, feed.markup) }

  /// What the market says itself. A page is there in the languages in which it was written.
  private mutating func printWords() throws {
    for composer in composers {
      let edition = composer.edition
      for article in edition.library.articles(in: edition.locale) {
        try print(article, by: composer)
      }
      for post in edition.library.posts(in: edition.locale) { try print(post, by: composer) }
    }
  }

  mutating func print(_ article: Article, by composer: Composer) throws {
    let locale = composer.edition.locale
    begin(.article(article.section, article.name, locale))
    try print(to: article.address.path(in: locale), by: composer) {
      ArticlePage(article, in: $0.edition)
    }
  }

  mutating func print(_ post: Post, by composer: Composer) throws {
    let locale = composer.edition.locale
    begin(.post(post.name, locale))
    try print(to: post.address.path(in: locale), by: composer) { PostPage(post, in: $0.edition) }
  }
}

extension Agenda {
  /// Those of which there is one in each language.
  static let fixedPages: [PageKey] = [
    .chooser, .missing, .home, .catalogue, .topics, .help, .blog, .feed,
  ]
}
