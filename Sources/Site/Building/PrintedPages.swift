import Market
import Pages
import Store
import Theme

// Pages of which there is one in each language, and the market's own words.
extension Press {
  mutating func print(_ piece: Agenda.Piece, _ rows: borrowing Snapshot) throws {
    switch piece {
    case .fixedPages: try printFixedPages(rows)
    case .words: try printWords()
    case .fronts: try printFronts(rows)
    case .numbered(let listing, let list, let numbers):
      try print(numbers, of: listing, list, rows)
    case .gigs(let gigs): try print(gigs, rows)
    case .sellers(let sellers): try print(sellers, rows)
    case .tags(let tags): try print(tags, rows)
    case .skills(let skills): try print(skills, rows)
    }
  }

  private mutating func printFixedPages(_ rows: borrowing Snapshot) throws {
    let editions = editions
    let first = editions[0]
    let chooser = SitemapLine(first.translations(of: .chooser))
    try print(ChooserPage(in: editions), at: chooser, to: .pages, in: 0)
    try print(MissingPage(in: first), to: "/404", in: first)
    try print(at: .missing) { MissingPage(in: $0.edition) }
    for group in first.catalogue.groups { try show(first.drawing(of: group.category)) }
    let market = try rows.listingRecord(.market, cards)
    let skills = try rows.topSkills(atMost: TopicsPage.linksMax)
    let tags = try rows.topTags(atMost: TopicsPage.linksMax)
    let known = Array(skills.prefix(HomePage.skillsMax))
    try print(to: .pages) {
      ($0.edition.translations(of: .home), HomePage(market, skills: known, by: $0))
    }
    try print(to: .pages) {
      ($0.edition.translations(of: .catalogue), CataloguePage(in: $0.edition))
    }
    try print(to: .pages) { ($0.edition.translations(of: .help), HelpPage(in: $0.edition)) }
    if first.library.hasPosts {
      try print(to: .pages) { ($0.edition.translations(of: .blog), BlogPage(in: $0.edition)) }
    }
    try print(at: .topics) { TopicsPage(skills: skills, tags: tags, in: $0.edition) }
    let newest = try rows.gigRecords(market.newest.map(\.gig))
    for edition in editions {
      let feed = Feed(of: newest, in: edition)
      try write(feed.path, feed.markup)
    }
  }

  /// What the market says itself. A page is there in the languages in which it was written.
  private mutating func printWords() throws {
    for (number, edition) in editions.enumerated() {
      for article in edition.library.articles(in: edition.locale) {
        let line = SitemapLine(edition.translations(of: article), day: article.updated)
        try print(ArticlePage(article, in: edition), at: line, to: .words, in: number)
      }
    }
    guard editions[0].library.hasPosts else { return }
    for (number, edition) in editions.enumerated() {
      let posts = edition.library.posts(in: edition.locale)
      for post in posts {
        let line = SitemapLine(edition.translations(of: post), day: post.day)
        try print(PostPage(post, in: edition), at: line, to: .words, in: number)
      }
      let feed = Feed(of: posts, in: edition)
      try write(feed.path, feed.markup)
    }
  }
}
