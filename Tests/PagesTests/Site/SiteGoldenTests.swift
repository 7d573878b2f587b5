import Foundation
import Market
import Testing
import Theme

@testable import Pages

/// From records to bytes, as somebody looked at them: what composing and the theme make together.
@Suite struct SiteGoldenTests {
  @Test(arguments: SitePage.allCases, Made.locales)
  func `a page of records is as it was looked at`(page: SitePage, locale: Market.Locale) throws {
    let text = try page.text(in: locale).replacing(/(\/a\/[a-z-]+)-[0-9a-f]{12}\./) { "\($0.1)." }
    try GoldenFile(name: "site/\(page.rawValue).\(locale)").check(text)
  }

  @Test(arguments: Made.locales)
  func `no page has a gap or two signs where one belongs`(locale: Market.Locale) throws {
    for page in SitePage.allCases {
      let words = try page.text(in: locale)
        .matches(of: /<title>([^<]*)<\/title>|name="description" content="([^"]*)"/)
      #expect(words.count >= 1, "\(page)")
      for match in words {
        let said = String(match.1 ?? match.2 ?? "")
        #expect(!said.isEmpty && !said.hasPrefix(" ") && !said.hasSuffix(" "), "\(page)")
        #expect(!said.contains(/\ {2}|[.,;:!?]{2}|[。，；：！？]{2}|[.。] ?[.。]/), "\(page): \(said)")
      }
    }
  }
}
