import Hostile
import Market
import Testing
import Theme

@testable import Pages

/// What holds for every page of an account.
@Suite struct AccountPageTests {
  typealias Locale = Market.Locale

  @Test(arguments: AccountPage.allCases, Made.locales)
  func `it is for one person, and led to by no search engine`(
    page: AccountPage, locale: Locale
  ) throws {
    let text = try page.text(in: locale)
    #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!text.contains("hreflang=\"x-default\""))
    #expect(text.matches(of: /<h1/).count == 1)
    #expect(!text.contains(#/ (?:style|on[a-z]+)=/#))
  }

  @Test(arguments: AccountPage.allCases, Made.locales)
  func `every form has its token, and every label and link its target`(
    page: AccountPage, locale: Locale
  ) throws {
    let html = ParsedHTML(Array(try page.text(in: locale).utf8))
    let ids = html.elements.compactMap { $0.attribute("id") }
    #expect(Set(ids).count == ids.count, "\(ids)")
    for element in html.elements {
      if let label = element.attribute("for") { #expect(ids.contains(label), "for \(label)") }
      for about in element.attribute("aria-describedby")?.split(separator: " ") ?? [] {
        #expect(ids.contains(String(about)), "\(about)")
      }
      if let link = element.attribute("href"), link.hasPrefix("#") {
        #expect(ids.contains(String(link.dropFirst())), "\(link)")
      }
    }
    let posts = html.elements.filter { $0.attribute("method") == "post" }
    let tokens = html.elements.filter { $0.attribute("name") == "token" }
    #expect(posts.count == tokens.count)
    #expect(tokens.allSatisfy { $0.attribute("value") == "made-here" })
    for post in posts {
      let action = try #require(post.attribute("action"))
      #expect(action.hasPrefix("/\(locale)/"))
      #expect(PageAddress.isOfEndpoint(action) || action == "/\(locale)/sign-out")
    }
  }

  @Test(arguments: AccountPage.allCases)
  func `the other language has the same page`(page: AccountPage) throws {
    let text = try page.text(in: .english)
    let here = try #require(text.firstMatch(of: /rel="canonical" href="([^"]+)"/)).1
    let path = here.dropFirst("\(Made.origin)/en".count)
    #expect(text.contains("href=\"/zh-CN\(path)"), "\(path)")
  }

  @Test(arguments: AccountPage.allCases, Made.locales)
  func `what is wrong is told above the form and beside its field`(
    page: AccountPage, locale: Locale
  ) throws {
    guard page.rawValue.hasSuffix("-faulty") else { return }
    let html = ParsedHTML(Array(try page.text(in: locale).utf8))
    let marked = html.elements.filter { $0.attribute("aria-invalid") == "true" }
    #expect(!marked.isEmpty)
    for element in marked { #expect(element.attribute("aria-describedby") != nil) }
  }

  @Test(arguments: SettingsPlace.allCases, Made.locales)
  func `every page belongs to one line of the menu`(
    place: SettingsPlace, locale: Locale
  ) throws {
    let menu = try Made.edition(locale).menu(at: place)
    #expect(menu.lines.filter(\.isHere).count == 1)
    #expect(Set(menu.lines.map(\.link.text)).count == menu.lines.count)
  }

  static let instants: [(zone: String, instant: String, text: String)] = [
    ("Asia/Shanghai", "2026-11-20T17:30:59Z", "2026-11-21 1:30 480"),
    ("Europe/London", "2026-07-01T23:10:00Z", "2026-7-2 0:10 60"),
    ("Europe/London", "2026-12-01T23:10:00Z", "2026-12-1 23:10 0"),
    ("America/New_York", "2026-03-08T07:00:00Z", "2026-3-8 3:0 -240"),
    ("Asia/Kolkata", "1969-12-31T23:59:00Z", "1970-1-1 5:29 330"),
    ("Mars/Olympus", "2026-11-20T17:30:00Z", "2026-11-20 17:30 0"),
  ]

  @Test(arguments: instants.indices)
  func `a moment is told by the clocks that the member chose`(index: Int) throws {
    let row = Self.instants[index]
    let moment = try Made.edition(.english).moment(Made.moment(row.instant), in: row.zone)
    let day = moment.day
    #expect(
      "\(day.year)-\(day.month)-\(day.day) \(moment.hour):\(moment.minute) \(moment.offsetMinutes)"
        == row.text)
  }

  @Test(arguments: SettingsDone.allCases, Made.locales)
  func `what was done is told`(done: SettingsDone, locale: Locale) throws {
    let edition = try Made.edition(locale)
    let notice = try #require(Notice(about: AccountForms.state(done: done), in: edition))
    #expect(notice.kind == .done && notice.text.hasSuffix(locale == .chinese ? "。" : "."))
  }

  @Test func `what was not done is told before what was`() throws {
    let edition = try Made.edition(.english)
    func text(_ state: FormState) -> String? { Notice(about: state, in: edition)?.text }
    let refused = AccountForms.state(done: .joined, refusal: .gone)
    #expect(text(refused) == edition.words(SettingsRefusalText(refusal: .gone)))
    #expect(Notice(about: refused, in: edition)?.kind == .failed)
    let stale = AccountForms.state(isStale: true, refusal: .gone)
    #expect(text(stale) == edition.words(FormStale()))
    #expect(text(AccountForms.state([("name", .missing)])) == nil)
  }
}
