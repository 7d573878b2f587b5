import Market
import Testing

@testable import Pages

/// Pages about an account, as somebody looked at them.
@Suite struct AccountGoldenTests {
  @Test(arguments: AccountPage.allCases, Made.locales)
  func `a page of an account is as it was looked at`(
    page: AccountPage, locale: Market.Locale
  ) throws {
    try GoldenFile(name: "accounts/\(page.rawValue).\(locale)")
      .check(page.text(in: locale).ofRecords)
  }
}
