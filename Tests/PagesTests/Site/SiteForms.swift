import Market

@testable import Pages

/// Forms as people send them.
enum SiteForms {
  static func subject(_ locale: Locale) -> ReportedPage {
    let gig = SiteRecords.gig
    return ReportedPage(
      titles: [.chinese: "茶饮店标志 <1>"], first: .chinese,
      path: PageAddress.gig(gig.gig, gig.slugs).path(in: locale))
  }

  static func empty(_ locale: Locale) -> ReportForm {
    let subject = subject(locale)
    return ReportForm(subject: subject, subjectPath: subject.path, token: "made-here")
  }

  /// Nobody knows what is meant.
  static let stray = ReportForm(
    subjectPath: "/en/g/gone-7", faults: [("subject", .notFound)], token: "made-here")

  static func faulty(_ locale: Locale) -> ReportForm {
    var form = empty(locale)
    form.detail = "\n</textarea><b>“不好”</b> & more\n"
    form.contact = "me@\"here\""
    form.state.faults = [
      ("contact", .unfit), ("reason", .missing), ("detail", .tooLong(max: 1_000)),
      ("detail", .unfit), ("subject", .repeated), ("colour", .unknown),
    ]
    return form
  }

  static func sent(_ locale: Locale) -> ReportForm {
    var form = empty(locale)
    form.receipt = "R-2611-0042"
    return form
  }

  /// The second page of many.
  static let search: SearchForm = {
    let query = SearchQuery(
      "logo 设计", prices: .init(.cny, from: 10_000, to: nil), page: 2)
    return SearchForm(
      text: "logo 设计", category: Made.logos.slug, least: "100",
      found: SearchRecord(
        query, count: SearchQuery.resultsMax, hasMore: true,
        gigs: [Made.card(8), Made.card(9)]))
  }()

  static let sellerSearch = SearchForm(
    text: "wang", kind: "sellers",
    found: SearchRecord(SearchQuery("wang", for: .sellers), count: 1, sellers: [Made.seller()]))

  static let emptySearch = SearchForm(
    text: "没有<这样>的\"东西\"", found: SearchRecord(SearchQuery("没有<这样>的\"东西\"")))

  static let faultySearch = SearchForm(
    text: "logo", category: "nowhere", least: "<b>many", most: "5,000", currency: "CNY",
    faults: [
      ("category", .notFound), ("price-from", .notANumber), ("price-to", .notANumber),
      ("page", .outOfRange(min: 1, max: 40)),
    ])
}
