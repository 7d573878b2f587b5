import Foundation
import Market
import Testing
import Theme

@testable import Pages

@Suite struct PageAddressTests {
  struct Row: CustomTestStringConvertible {
    let address: PageAddress
    let chinese: String
    let english: String

    init(_ address: PageAddress, _ chinese: String, _ english: String) {
      (self.address, self.chinese, self.english) = (address, chinese, english)
    }

    var testDescription: String { english }
  }

  static let slugs: Slugs = [.chinese: "cha-yin-dian", .english: "tea-shop"]
  static let rows = [
    Row(.chooser, "/", "/"),
    Row(.home, "/zh-CN", "/en"),
    Row(.missing, "/zh-CN/404", "/en/404"),
    Row(.catalogue, "/zh-CN/c", "/en/c"),
    Row(.category("logos"), "/zh-CN/c/logos", "/en/c/logos"),
    Row(.newest, "/zh-CN/new", "/en/new"),
    Row(.tag("tea"), "/zh-CN/t/tea", "/en/t/tea"),
    Row(.skill("swift"), "/zh-CN/k/swift", "/en/k/swift"),
    Row(.numbered(.category("logos"), 3), "/zh-CN/c/logos/3", "/en/c/logos/3"),
    Row(.numbered(.newest, 12), "/zh-CN/new/12", "/en/new/12"),
    Row(.numbered(.tag("tea"), 1), "/zh-CN/t/tea/1", "/en/t/tea/1"),
    Row(.numbered(.skill("swift"), 2), "/zh-CN/k/swift/2", "/en/k/swift/2"),
    Row(.gig(ID(42), slugs), "/zh-CN/g/cha-yin-dian-42", "/en/g/tea-shop-42"),
    Row(.gig(ID(42), [.chinese: "cha"]), "/zh-CN/g/cha-42", "/en/g/42"),
    Row(.gig(ID(42), [.chinese: "", .english: ""]), "/zh-CN/g/42", "/en/g/42"),
    Row(.gigVersion(ID(420)), "/zh-CN/v/420", "/en/v/420"),
    Row(.seller(ID(5), slugs), "/zh-CN/s/cha-yin-dian-5", "/en/s/tea-shop-5"),
    Row(.seller(ID(5), [:]), "/zh-CN/s/5", "/en/s/5"),
    Row(.topics, "/zh-CN/search", "/en/search"),
    Row(.help, "/zh-CN/help", "/en/help"),
    Row(.article(.help, "escrow"), "/zh-CN/help/escrow", "/en/help/escrow"),
    Row(.article(.policies, "terms"), "/zh-CN/policies/terms", "/en/policies/terms"),
    Row(.blog, "/zh-CN/blog", "/en/blog"),
    Row(.post("why"), "/zh-CN/blog/why", "/en/blog/why"),
    Row(.report, "/zh-CN/report", "/en/report"),
    Row(.gate(.signUp), "/zh-CN/sign-up", "/en/sign-up"),
    Row(.gate(.signUpCode("7k2m")), "/zh-CN/sign-up/7k2m", "/en/sign-up/7k2m"),
    Row(.gate(.signUpAgain("7k2m")), "/zh-CN/sign-up/7k2m/again", "/en/sign-up/7k2m/again"),
    Row(.gate(.signIn), "/zh-CN/sign-in", "/en/sign-in"),
    Row(.gate(.secondStep("7k2m")), "/zh-CN/sign-in/7k2m", "/en/sign-in/7k2m"),
    Row(.gate(.signOut), "/zh-CN/sign-out", "/en/sign-out"),
    Row(.gate(.reset), "/zh-CN/reset", "/en/reset"),
    Row(.gate(.newPassword("7k2m")), "/zh-CN/reset/7k2m", "/en/reset/7k2m"),
    Row(
      .gate(.contactCode("7k2m")), "/zh-CN/settings/contact/7k2m", "/en/settings/contact/7k2m"),
    Row(.settings(.overview), "/zh-CN/settings", "/en/settings"),
    Row(.settings(.preferences), "/zh-CN/settings/preferences", "/en/settings/preferences"),
    Row(.settings(.password), "/zh-CN/settings/password", "/en/settings/password"),
    Row(.settings(.contact), "/zh-CN/settings/contact", "/en/settings/contact"),
    Row(.settings(.security), "/zh-CN/settings/security", "/en/settings/security"),
    Row(
      .settings(.sessionEnd("7f3a")), "/zh-CN/settings/sessions/7f3a/end",
      "/en/settings/sessions/7f3a/end"),
    Row(.settings(.sessionsEnd), "/zh-CN/settings/sessions/end", "/en/settings/sessions/end"),
    Row(.settings(.factor), "/zh-CN/settings/factor", "/en/settings/factor"),
    Row(.settings(.factorOff), "/zh-CN/settings/factor/off", "/en/settings/factor/off"),
    Row(.settings(.codes), "/zh-CN/settings/codes", "/en/settings/codes"),
    Row(.settings(.close), "/zh-CN/settings/close", "/en/settings/close"),
    Row(.settings(.organisations), "/zh-CN/settings/organisations", "/en/settings/organisations"),
    Row(.settings(.acting), "/zh-CN/settings/acting", "/en/settings/acting"),
    Row(.profile(.glance), "/zh-CN/studio/profile", "/en/studio/profile"),
    Row(.profile(.hide), "/zh-CN/studio/profile/hide", "/en/studio/profile/hide"),
    Row(
      .profile(.section(.skills)), "/zh-CN/studio/profile/skills", "/en/studio/profile/skills"),
    Row(
      .profile(.newProof(.education)), "/zh-CN/studio/profile/background/add/education",
      "/en/studio/profile/background/add/education"),
    Row(
      .profile(.proofRemoval(2)), "/zh-CN/studio/profile/background/2/remove",
      "/en/studio/profile/background/2/remove"),
    Row(
      .profile(.itemMove(ID(.max))),
      "/zh-CN/studio/profile/portfolio/9223372036854775807/move",
      "/en/studio/profile/portfolio/9223372036854775807/move"),
    Row(.organisation(ID(7), .page), "/zh-CN/organisations/7", "/en/organisations/7"),
    Row(
      .organisation(ID(7), .invitations), "/zh-CN/organisations/7/invitations",
      "/en/organisations/7/invitations"),
    Row(
      .organisation(ID(7), .withdrawal("7f3a")), "/zh-CN/organisations/7/invitations/7f3a/withdraw",
      "/en/organisations/7/invitations/7f3a/withdraw"),
    Row(
      .organisation(ID(7), .member(ID(5))), "/zh-CN/organisations/7/members/5",
      "/en/organisations/7/members/5"),
    Row(
      .organisation(ID(7), .removal(ID(5))), "/zh-CN/organisations/7/members/5/remove",
      "/en/organisations/7/members/5/remove"),
    Row(.invitation("7f3a"), "/zh-CN/invitations/7f3a", "/en/invitations/7f3a"),
    Row(.feed(.blog), "/zh-CN/blog/feed.xml", "/en/blog/feed.xml"),
    Row(.feed(.newest), "/zh-CN/new/feed.xml", "/en/new/feed.xml"),
  ]

  @Test(arguments: rows)
  func `each page has its place`(row: Row) {
    #expect(row.address.path(in: .chinese) == row.chinese)
    #expect(row.address.path(in: .english) == row.english)
    #expect(row.address.link(in: .english).text == row.english)
  }

  @Test func `what is not fit in a spoiled row is said in percents`() {
    #expect(PageAddress.tag("a--b").path(in: .english) == "/en/t/a%2D%2Db")
    #expect(PageAddress.category("A/é").path(in: .english) == "/en/c/%41%2F%C3%A9")
    let long = String(repeating: "茶", count: 100)
    let path = PageAddress.numbered(.tag(long), .max).path(in: .english)
    let percents = String(repeating: "%E8%8C%B6", count: 100)
    #expect(path == "/en/t/\(percents)/9223372036854775807")
  }

  @Test func `what the endpoint answers is known by its path`() {
    for path in [
      "/zh-CN/report", "/en/report", "/en/sign-in", "/zh-CN/sign-up", "/en/reset",
      "/en/settings", "/en/organisations/7/members/5", "/zh-CN/invitations/7f3a",
    ] {
      #expect(PageAddress.isOfEndpoint(path), "\(path)")
    }
    let others = [
      "/", "/en/sign", "/sign-in", "/report", "/en/reports", "/en/report/1", "/en/c/report",
      "/-/report", "/settings", "/en/c/settings", "/en/settings2",
    ]
    for path in others {
      #expect(!PageAddress.isOfEndpoint(path), "\(path)")
    }
  }

  @Test func `a name of any length and kind has room in a path`() {
    let long = String(repeating: "茶", count: 300)
    let percents = String(repeating: "%E8%8C%B6", count: 300)
    #expect(
      PageAddress.settings(.sessionEnd(long)).path(in: .chinese)
        == "/zh-CN/settings/sessions/\(percents)/end")
    #expect(
      PageAddress.organisation(ID(.max), .withdrawal(long)).path(in: .english)
        == "/en/organisations/9223372036854775807/invitations/\(percents)/withdraw")
    #expect(
      PageAddress.organisation(ID(.max), .removal(ID(.max))).path(in: .english)
        == "/en/organisations/9223372036854775807/members/9223372036854775807/remove")
  }

  @Test func `a path in a query comes out of it as it was`() throws {
    let plain = PageAddress.reportLink(on: "/en/g/tea-shop-42", in: .chinese)
    #expect(plain?.text == "/zh-CN/report?subject=/en/g/tea-shop-42")
    let spoiled = PageAddress.tag("é&b").path(in: .english)
    let link = try #require(PageAddress.reportLink(on: spoiled, in: .english)?.text)
    #expect(link == "/en/report?subject=/en/t/%25C3%25A9%2526b")
    let items = try #require(URLComponents(string: link)?.queryItems)
    #expect(items.map(\.value) == [spoiled])
    #expect(PageAddress.reportLink(on: String(repeating: "a", count: 3_000), in: .english) == nil)
  }

  @Test(arguments: Made.locales)
  func `no two pages have one`(locale: Market.Locale) {
    // Without a slug there is one address for a gig, however that came about.
    let rows = Self.rows.filter { $0.english != "/en/g/42" }
    #expect(Set(rows.map { $0.address.path(in: locale) }).count == rows.count)
    let fixed = FixedPage.allCases.map { $0.address.path(in: locale) }
    #expect(Set(fixed).count == fixed.count)
  }
}

@Suite struct SiteOriginTests {
  @Test(arguments: [
    "https://jishi.example", "http://localhost", "http://localhost:8080", "https://a.b-c.d2",
    "http://127.0.0.1:65535", "https://xn--fiqs8s.example",
  ])
  func `a scheme and a host are a site`(text: String) throws {
    let origin = try #require(SiteOrigin(text))
    #expect(origin.text == text)
    #expect(origin.whole("/en/c").text == "\(text)/en/c")
  }

  @Test(arguments: [
    "", "jishi.example", "//jishi.example", "ftp://jishi.example", "https://", "https://:80",
    "https://jishi.example/", "https://jishi.example/shop", "https://jishi.example?x",
    "https://jishi.example#x", "https://JISHI.example", "HTTPS://jishi.example",
    "https://jishi..example", "https://.jishi.example", "https://jishi.example.",
    "https://-jishi.example", "https://jishi-.example", "https://ji_shi.example",
    "https://jishi.example:", "https://jishi.example:0", "https://jishi.example:65536",
    "https://jishi.example:+80", "https://jishi.example:80:80", "https://jishi.example:a",
    "https://me@jishi.example", "https://集市.example", "https://jishi.example ",
    "https://\(String(repeating: "a.", count: 96))example",
  ])
  func `anything else is none`(text: String) {
    #expect(SiteOrigin(text) == nil)
  }
}
