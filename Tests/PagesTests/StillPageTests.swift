import Market
import Samples
import Testing
import Theme

@testable import Pages

/// Pages on which nothing can be done yet, or any more.
@Suite struct StillPageTests {
  static let locales: [Locale] = [.chinese, .english]

  private func text<Page: View>(_ page: Page, in locale: Locale) throws -> String {
    let theme = try DefaultThemeTests.theme.get()
    let template = try #require(theme.template(for: Page.self, in: locale.tag))
    var output = Output()
    template.render(page, into: &output)
    return output.text
  }

  @Test(arguments: locales)
  func `where nothing can be ordered there are prices to read and a way to learn how`(
    locale: Locale
  ) throws {
    let page = try text(Sample.plainGigPage(locale), in: locale)
    #expect(!page.contains("type=\"radio\""))
    #expect(page.matches(of: /<li class="buy-price">/).count == 2)
    #expect(page.contains("href=\"/\(locale)/help/ordering\""))
    #expect(page.contains("href=\"/\(locale)/v/7\""))
    #expect(try text(Sample.gigPage(locale), in: locale).contains("type=\"radio\""))
  }

  @Test(arguments: locales)
  func `a version leads to the service as it is and has no reviews`(locale: Locale) throws {
    let version = Sample.versionPage(locale)
    let page = try text(version, in: locale)
    let current = try #require(version.version?.current.text)
    #expect(page.contains("<a href=\"\(current)\">"))
    #expect(page.contains("<time datetime=\"2025-04-02\">"))
    for missing in ["id=\"reviews\"", "class=\"buy-bar\"", "class=\"buy-foot\"", "\"Product\""] {
      #expect(!page.contains(missing), "\(missing)")
    }
  }

  @Test(arguments: locales)
  func `a seller without a page is a name and no link`(locale: Locale) throws {
    let page = try text(Sample.skillPage(locale), in: locale)
    #expect(page.contains("<h3><b>Marco Bianchi</b>"))
    #expect(page.matches(of: /<h3><a href/).count == 3)
  }

  @Test(arguments: locales)
  func `an empty list says so once, and leads on`(locale: Locale) throws {
    let page = try text(Sample.emptyPage(locale), in: locale)
    let main = try #require(page.split(separator: "<footer").first)
    #expect(main.matches(of: /<h2>/).count == 1)
    let browse = try #require(Sample.emptyPage(locale).frame.browse?.text)
    #expect(main.contains("<p><a class=\"btn\" href=\"\(browse)\">"))
    #expect(!page.contains("ItemList"))
  }
}
