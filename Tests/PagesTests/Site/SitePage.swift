import Market
import Theme

@testable import Pages

/// A page of each kind, made of records.
enum SitePage: String, CaseIterable {
  case home, catalogue, topics, missing, moved, chooser
  case gig, foreign, version, seller, bare
  case category, numbered, tag, skill
  case search
  case sellerSearch = "search-sellers"
  case emptySearch = "search-empty"
  case faultySearch = "search-faulty"
  case help, article, blog, post
  case report
  case strayReport = "report-stray"
  case faultyReport = "report-faulty"
  case reported = "report-sent"
  case broken = "trouble-broken"
  case outdated = "trouble-forbidden"
  case busy = "trouble-busy"

  func text(in locale: Market.Locale) throws -> String {
    let edition = try Made.edition(locale)
    func text<Page: View>(_ page: Page) throws -> String { try rendered(page, in: locale) }
    switch self {
    case .home:
      return try text(
        HomePage(Made.listing(best: [Made.card(8)]), skills: [SiteRecords.skill], in: edition))
    case .catalogue: return try text(CataloguePage(in: edition))
    case .topics:
      return try text(
        TopicsPage(
          skills: [SiteRecords.skill], tags: [Counted(SiteRecords.tag, seen: 1)], in: edition))
    case .missing: return try text(MissingPage(in: edition))
    case .moved:
      return try text(
        MovedPage(to: edition.translations(of: SiteRecords.gig), titled: "标志 <1>", in: edition))
    case .chooser: return try text(ChooserPage(in: try Made.locales.map { try Made.edition($0) }))
    case .gig: return try text(GigPage(SiteRecords.gig, in: edition))
    case .foreign: return try text(GigPage(SiteRecords.foreign, in: edition))
    case .version: return try text(GigPage(SiteRecords.gig, asVersion: true, in: edition))
    case .seller: return try text(SellerPage(SiteRecords.profile, in: edition))
    case .bare: return try text(SellerPage(Made.bareProfile(in: .english), in: edition))
    case .category:
      return try text(
        CategoryPage(Made.listing(slots: 200), of: .category(Made.logos), in: edition))
    case .numbered:
      return try text(CategoryPage(Made.page(2, of: 9), of: .category(Made.logos), in: edition))
    case .tag: return try text(CategoryPage(Made.listing(), of: .tag(SiteRecords.tag), in: edition))
    case .skill:
      return try text(
        SkillPage(
          SkillRecord(
            skill: SiteRecords.skill.thing, number: nil, pages: 2, seen: 25,
            sellers: [Made.seller()]),
          in: edition))
    case .search: return try text(SearchPage(SiteForms.search, in: edition))
    case .sellerSearch: return try text(SearchPage(SiteForms.sellerSearch, in: edition))
    case .emptySearch: return try text(SearchPage(SiteForms.emptySearch, in: edition))
    case .faultySearch: return try text(SearchPage(SiteForms.faultySearch, in: edition))
    case .help: return try text(HelpPage(in: edition))
    case .article: return try text(ArticlePage(Made.article("ordering", locale), in: edition))
    case .blog: return try text(BlogPage(in: edition))
    case .post: return try text(PostPage(Made.post("first", locale, day: 1), in: edition))
    case .report: return try text(ReportPage(SiteForms.empty(locale), in: edition))
    case .strayReport: return try text(ReportPage(SiteForms.stray, in: edition))
    case .faultyReport: return try text(ReportPage(SiteForms.faulty(locale), in: edition))
    case .reported: return try text(ReportPage(SiteForms.sent(locale), in: edition))
    case .broken: return try text(TroublePage(.broken, id: "7f3a-19", in: edition))
    case .outdated:
      return try text(
        TroublePage(
          .forbidden, id: "7f3a-20", back: PageAddress.report.link(in: locale), in: edition))
    case .busy:
      return try text(TroublePage(.tooMany, id: "7f3a-21", retrySeconds: 600, in: edition))
    }
  }
}
