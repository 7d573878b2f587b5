import Market
import Pages
import Store
import Theme

// Pages of which there is one in each language, and the market's own words.
extension Press {
  mutating func printFixedPages(_ rows: borrowing Snapshot) throws {
    let first = editions[0]
    let chooser = SitemapLine(first.translations(of: .chooser))
    try print(ChooserPage(in: editions), at: chooser, "pages", in: first)
    try print(MissingPage(in: first), to: "/404", in: first)
    try print(at: .missing) { MissingPage(in: $0) }
    for group in first.catalogue.groups { try show(first.drawing(of: group.category)) }
    let market = try rows.listingRecord(.market)
    let skills = try rows.topSkills(atMost: TopicsPage.linksMax)
    let tags = try rows.topTags(atMost: TopicsPage.linksMax)
    let known = Array(skills.prefix(HomePage.skillsMax))
    try print("pages") { ($0.translations(of: .home), HomePage(market, skills: known, in: $0)) }
    try print("pages") { ($0.translations(of: .catalogue), CataloguePage(in: $0)) }
    try print(at: .topics) { TopicsPage(skills: skills, tags: tags, in: $0) }
    try printListing(market, of: .market, rows)
    let newest = try market.newest.compactMap { try rows.gigRecord($0.gig) }
    for edition in editions {
      let feed = Feed(of: newest, in: edition)
      try write(feed.path, feed.markup)
    }
  }

  /// What the market says itself. A page is there in the languages in which it was written.
  mutating func printWords() throws {
    try print("pages") { ($0.translations(of: .help), HelpPage(in: $0)) }
    for edition in editions {
      for article in edition.library.articles(in: edition.locale) {
        let line = SitemapLine(edition.translations(of: article), day: article.updated)
        try print(ArticlePage(article, in: edition), at: line, "words", in: edition)
      }
    }
    guard editions[0].library.hasPosts else { return }
    try print("pages") { ($0.translations(of: .blog), BlogPage(in: $0)) }
    for edition in editions {
      let posts = edition.library.posts(in: edition.locale)
      for post in posts {
        let line = SitemapLine(edition.translations(of: post), day: post.day)
        try print(PostPage(post, in: edition), at: line, "words", in: edition)
      }
      let feed = Feed(of: posts, in: edition)
      try write(feed.path, feed.markup)
    }
  }
}
