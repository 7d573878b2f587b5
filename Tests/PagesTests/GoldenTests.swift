import Foundation
import Market
import Samples
import Testing
import Theme

@testable import Pages

/// Whole pages of views by hand, as they were when somebody last looked at them.
@Suite struct GoldenTests {
  static let pages: [(name: String, make: @Sendable (Market.Locale) throws -> String)] = [
    ("gig", { try text(Sample.gigPage($0), in: $0) }),
    ("bare-gig", { try text(Sample.bareGigPage($0), in: $0) }),
    ("seller", { try text(Sample.sellerPage($0), in: $0) }),
    ("category", { try text(Sample.categoryPage($0), in: $0) }),
    ("version", { try text(Sample.versionPage($0), in: $0) }),
    ("plain-gig", { try text(Sample.plainGigPage($0), in: $0) }),
    ("studio", { try text(Sample.studioPage($0), in: $0) }),
    ("numbered", { try text(Sample.numberedPage($0), in: $0) }),
    ("empty", { try text(Sample.emptyPage($0), in: $0) }),
    ("skill", { try text(Sample.skillPage($0), in: $0) }),
    ("missing", { try text(Sample.missingPage($0), in: $0) }),
    ("help", { try text(Sample.helpPage($0), in: $0) }),
    ("article", { try text(Sample.articlePage($0), in: $0) }),
    ("blog", { try text(Sample.blogPage($0), in: $0) }),
    ("post", { try text(Sample.postPage($0), in: $0) }),
    ("home", { try text(Sample.homePage($0), in: $0) }),
    ("catalogue", { try text(Sample.cataloguePage($0), in: $0) }),
    ("topics", { try text(Sample.topicsPage($0), in: $0) }),
    ("chooser", { try text(Sample.chooserPage(), in: $0) }),
    ("moved", { try text(Sample.movedPage($0), in: $0) }),
  ]

  @Test(arguments: pages.map(\.name), [Locale.chinese, .english])
  func `a page is as it was looked at`(name: String, locale: Market.Locale) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    try GoldenFile(name: "\(name).\(locale)").check(page.make(locale))
  }

  /// Without the digests in the names of assets: a sheet may change without changing each page.
  private static func text<Page: View>(_ page: Page, in locale: Market.Locale) throws -> String {
    try rendered(page, in: locale).replacing(/(\/a\/[a-z-]+)-[0-9a-f]{12}\./) { "\($0.1)." }
  }
}
