import Foundation
import Market
import Samples
import Testing
import Theme

@testable import Pages

/// Whole pages as they were when somebody last looked at them. `JISHI_GOLDEN=write swift test
/// --filter GoldenTests` writes what they are now, for the next look and the next commit.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  static let isWriting = ProcessInfo.processInfo.environment["JISHI_GOLDEN"] == "write"

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
    let made = try page.make(locale)
    let file = Self.folder.appending(path: "\(name).\(locale).txt")
    if Self.isWriting {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(made.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    for (line, (new, old)) in zip(made.split(separator: "\n"), kept.split(separator: "\n"))
      .enumerated()
    where new != old {
      Issue.record("\(file.lastPathComponent):\(line + 1): \(new) instead of \(old)")
      return
    }
    #expect(made == kept)
  }

  /// Without the digests in the names of assets: a sheet may change without changing each page.
  private static func text<Page: View>(_ page: Page, in locale: Market.Locale) throws -> String {
    let theme = try DefaultThemeTests.theme.get()
    let template = try #require(theme.template(for: Page.self, in: locale.tag))
    var output = Output()
    template.render(page, into: &output)
    return output.text.replacing(/(\/a\/[a-z-]+)-[0-9a-f]{12}\./) { "\($0.1)." }
  }
}
