import Market
import Samples
import Testing
import Theme

@testable import Pages

/// The sample pages through the default theme.
@Suite struct RenderTests {
  static let locales: [Locale] = [.chinese, .english]

  private static func text<Page: View>(_ page: Page, in locale: Locale) throws -> String {
    let theme = try DefaultThemeTests.theme.get()
    let template = try #require(theme.template(for: Page.self, in: locale.tag))
    var output = Output()
    template.render(page, into: &output)
    return output.text
  }

  private static func all(_ locale: Locale) throws -> [String] {
    [
      try text(Sample.gigPage(locale), in: locale),
      try text(Sample.bareGigPage(locale), in: locale),
      try text(Sample.sellerPage(locale), in: locale),
      try text(Sample.categoryPage(locale), in: locale),
      try text(Sample.missingPage(locale), in: locale),
      try text(Sample.helpPage(locale), in: locale),
      try text(Sample.articlePage(locale), in: locale),
      try text(Sample.blogPage(locale), in: locale),
      try text(Sample.postPage(locale), in: locale),
      try text(Sample.versionPage(locale), in: locale),
      try text(Sample.plainGigPage(locale), in: locale),
      try text(Sample.studioPage(locale), in: locale),
      try text(Sample.numberedPage(locale), in: locale),
      try text(Sample.emptyPage(locale), in: locale),
      try text(Sample.skillPage(locale), in: locale),
      try text(Sample.homePage(locale), in: locale),
      try text(Sample.cataloguePage(locale), in: locale),
      try text(Sample.topicsPage(locale), in: locale),
      try text(Sample.chooserPage(), in: locale),
      try text(Sample.movedPage(locale), in: locale),
    ]
  }

  @Test(arguments: locales)
  func `every link inside a page leads somewhere, and no two things have one id`(
    locale: Locale
  ) throws {
    for page in try Self.all(locale) {
      let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(ids.sorted())")
      for link in page.matches(of: #/ href="#([^"]+)"/#) {
        #expect(ids.contains(String(link.1)), "#\(link.1)")
      }
      for label in page.matches(of: /<label[^>]* for="([^"]+)"/) {
        #expect(ids.contains(String(label.1)), "for \(label.1)")
      }
    }
  }

  @Test(arguments: locales)
  func `nothing in a page runs or is styled in place, and one heading is above all`(
    locale: Locale
  ) throws {
    for page in try Self.all(locale) {
      #expect(!page.contains(#/ (?:style|on[a-z]+)=/#))
      #expect(!page.contains("<style"))
      for script in page.matches(of: /<script([^>]*)>/) {
        #expect(script.1.contains("src=") || script.1.contains("application/ld+json"))
      }
      #expect(page.matches(of: /<h1/).count == 1)
      #expect(page.matches(of: /<main/).count == 1)
      #expect(!page.contains("{{") && !page.contains("{%"))
    }
  }

  @Test(arguments: locales)
  func `what people wrote stays words, marked with its language`(locale: Locale) throws {
    let page = try Self.text(Sample.bareGigPage(locale), in: locale)
    #expect(!page.contains("<b>more</b>"))
    let other: Locale = locale == .chinese ? .english : .chinese
    #expect(page.contains("<h1 lang=\"\(other)\">"))
    #expect(page.contains("<div class=\"prose\" lang=\"\(other)\">"))
    #expect(page.contains("<html lang=\"\(locale)\" dir=\"ltr\">"))
  }

  @Test(arguments: locales)
  func `a text without a translation says so, and others do not`(locale: Locale) throws {
    let note = "<p class=\"note\">"
    #expect(try Self.text(Sample.bareGigPage(locale), in: locale).contains(note))
    #expect(try !Self.text(Sample.gigPage(locale), in: locale).contains(note))
  }

  @Test(arguments: locales)
  func `search engines may keep a gig but not a page that is missing`(locale: Locale) throws {
    let gig = try Self.text(Sample.gigPage(locale), in: locale)
    let missing = try Self.text(Sample.missingPage(locale), in: locale)
    #expect(!gig.contains("noindex"))
    #expect(missing.contains("<meta name=\"robots\" content=\"noindex\">"))
    let alternates = gig.matches(of: /rel="alternate" hreflang="([^"]+)" href="([^"]+)"/)
    #expect(alternates.map { String($0.1) } == ["zh-Hans", "en", "x-default"])
    let canonical = try #require(gig.firstMatch(of: /rel="canonical" href="([^"]+)"/))
    #expect(alternates.contains { $0.2 == canonical.1 })
    #expect(!missing.contains("hreflang=\"x-default\""))
  }

  @Test(arguments: locales)
  func `a title has the name of the site once`(locale: Locale) throws {
    let home = try Self.text(Sample.homePage(locale), in: locale)
    let catalogue = try Self.text(Sample.cataloguePage(locale), in: locale)
    let frame = Sample.homePage(locale).frame
    #expect(home.contains("<title>\(frame.title)</title>"))
    #expect(catalogue.contains(/<title>[^<]+[｜|] ?(集市|Jishi)<\/title>/))
    let feed = "type=\"application/atom+xml\" href=\"https://jishi.example/\(locale)/new/feed.xml\""
    #expect(home.contains(feed))
    #expect(!catalogue.contains("application/atom+xml"))
  }

  @Test(arguments: locales)
  func `an old address leads to the new one, with and without the refresh`(locale: Locale) throws {
    let page = Sample.movedPage(locale)
    let text = try Self.text(page, in: locale)
    #expect(text.contains("http-equiv=\"refresh\" content=\"0; url=\(page.link.text)\""))
    #expect(text.contains("<link rel=\"canonical\" href=\"\(page.canonical.text)\">"))
    #expect(text.contains("<a href=\"\(page.link.text)\">\(page.title)</a>"))
  }

  @Test(arguments: locales)
  func `a page has one search box, wherever it stands`(locale: Locale) throws {
    for page in [
      try Self.text(Sample.homePage(locale), in: locale),
      try Self.text(Sample.topicsPage(locale), in: locale),
      try Self.text(Sample.cataloguePage(locale), in: locale),
      try Self.text(Sample.missingPage(locale), in: locale),
    ] {
      #expect(page.matches(of: /<form[^>]* role="search" action="([^"]+)"/).count == 1)
      #expect(page.matches(of: /<input id="q" name="q" type="search"/).count == 1)
    }
  }
}
