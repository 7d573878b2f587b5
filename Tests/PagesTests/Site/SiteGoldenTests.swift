import Foundation
import Market
import Testing
import Theme

@testable import Pages

/// From records to bytes, as somebody looked at them: what composing and the theme make together.
@Suite struct SiteGoldenTests {
  @Test(arguments: SitePage.allCases, Made.locales)
  func `a page of records is as it was looked at`(page: SitePage, locale: Market.Locale) throws {
    try GoldenFile(name: "site/\(page.rawValue).\(locale)")
      .check(page.text(in: locale).ofRecords)
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

extension String {
  /// Without what stands on every page alike, which the pages by hand show already, and without the
  /// digests in the names of assets.
  var ofRecords: String {
    let told = /<title|"description"|"robots"|refresh|canonical|alternate|og:|ld\+json|<\/?head>/
    let parts = split(separator: "<body", maxSplits: 1)
    let head = parts[0].split(separator: "\n").filter { $0.contains(told) }
    let body = "<body\(parts.last ?? "")"
      .replacing(/<a class="skip".*<main/.dotMatchesNewlines(), with: "<main")
      .replacing(/<footer class="foot">.*<\/footer>\n/.dotMatchesNewlines(), with: "")
    return "\(head.joined(separator: "\n"))\n\(body)"
      .replacing(/(\/a\/[a-z-]+)-[0-9a-f]{12}\./) { "\($0.1)." }
  }
}
