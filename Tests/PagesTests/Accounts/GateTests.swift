import Hostile
import Market
import Testing
import Theme

@testable import Pages

@Suite struct GateTests {
  typealias Locale = Market.Locale

  @Test(arguments: GateSight.allCases, Made.locales)
  func `a page of the gate is as it was looked at`(sight: GateSight, locale: Locale) throws {
    try GoldenFile(name: "gate/\(sight.rawValue).\(locale)").check(sight.text(in: locale).ofRecords)
  }

  @Test(arguments: GateSight.allCases, Made.locales)
  func `every form brings the token and goes where it stands`(
    sight: GateSight, locale: Locale
  ) throws {
    let html = ParsedHTML(Array(try sight.text(in: locale).utf8))
    let forms = html.elements.filter { $0.attribute("method") == "post" }
    let tokens = html.elements.filter { $0.attribute("name") == "token" }
    #expect(!forms.isEmpty && tokens.count == forms.count)
    #expect(tokens.allSatisfy { $0.attribute("value") == "made-here" })
    for form in forms {
      #expect(form.attribute("action")?.hasPrefix("/\(locale)/") == true)
    }
    #expect(html.elements.filter { $0.name == "h1" }.count == 1)
    #expect(html.elements.contains { $0.attribute("content") == "noindex" })
  }

  @Test(arguments: GateSight.allCases, Made.locales)
  func `no two things have one id, and each field with a fault is told why`(
    sight: GateSight, locale: Locale
  ) throws {
    let html = ParsedHTML(Array(try sight.text(in: locale).utf8))
    let ids = html.elements.compactMap { $0.attribute("id") }
    #expect(Set(ids).count == ids.count)
    for element in html.elements where element.attribute("aria-invalid") == "true" {
      let about = try #require(element.attribute("aria-describedby"))
      #expect(ids.contains(about))
    }
    for link in html.elements.compactMap({ $0.attribute("href") }) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  static let fields: [(GateSight, [String])] = [
    (.signUp, ["next", "name", "contact", "password", "terms", "marketing"]),
    (.code, ["code"]), (.contactCode, ["code"]), (.codeSpent, []),
    (.signIn, ["contact", "password"]), (.signInFirst, ["next", "contact", "password"]),
    (.second, ["next", "code", "next", "code"]), (.secondBackup, ["code", "code"]),
    (.reset, ["contact"]), (.newPassword, ["code", "password", "second"]),
  ]

  @Test(arguments: fields)
  func `a form has the fields that are read`(sight: GateSight, names: [String]) throws {
    let html = ParsedHTML(Array(try sight.text(in: .english).utf8))
    let named = html.elements.filter { $0.name == "input" }.compactMap { $0.attribute("name") }
    #expect(named.filter { !["token", "q"].contains($0) } == names)
  }

  static let offers: [(GateSight, [String: String])] = [
    (.signUp, ["name": "name", "contact": "username", "password": "new-password"]),
    (.signIn, ["contact": "username", "password": "current-password"]),
    (.code, ["code": "one-time-code"]),
    (.newPassword, ["code": "one-time-code", "password": "new-password", "second": "off"]),
    (.reset, ["contact": "username"]),
  ]

  @Test(arguments: offers)
  func `browsers know what to offer`(sight: GateSight, offers: [String: String]) throws {
    let html = ParsedHTML(Array(try sight.text(in: .english).utf8))
    for element in html.elements where element.attribute("autocomplete") != nil {
      #expect(element.attribute("autocomplete") == offers[element.attribute("name") ?? ""])
    }
  }

  @Test(arguments: Made.locales)
  func `of a wrong password nobody learns whether there is an account`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let page = SignInPage(GateForms.signInWrong, in: edition)
    #expect(page.contact.fault == page.password.fault && page.contact.fault != nil)
    #expect(page.around.faults.faults.isEmpty && page.around.notice?.kind == .failed)
    #expect(page.contact.value == "13800002617" && page.password.value.isEmpty)
  }

  static let waits: [(Int, String)] = [
    (0, "one minute"), (60, "one minute"), (61, "2 minutes"), (841, "15 minutes"),
  ]

  @Test(arguments: waits)
  func `who has to wait is told for how long, and that nothing is lost`(
    seconds: Int, words: String
  ) throws {
    var form = GateForms.signIn
    form.waitSeconds = seconds
    let notice = try #require(SignInPage(form, in: try Made.edition(.english)).around.notice)
    #expect(notice.text.contains(words) && notice.text.contains("safe"))
  }

  @Test func `a form that is too old says so before all else`() throws {
    var form = GateForms.signInWrong
    form.state.isStale = true
    let edition = try Made.edition(.english)
    let notice = try #require(SignInPage(form, in: edition).around.notice)
    #expect(notice.text == edition.words(FormStale()))
  }

  @Test func `where to go on to comes along to the other pages and languages`() throws {
    let page = SignInPage(GateForms.signInWrong, in: try Made.edition(.english))
    let query = "?next=/zh-CN/g/cha-yin-dian-42%3Fplan%3D2%26from%3Da%20b"
    #expect(page.next == GateForms.next)
    #expect(page.signUp.text == "/en/sign-up" + query)
    #expect(page.around.frame.languages.map(\.link.text).first == "/zh-CN/sign-in" + query)
    #expect(page.form.action.text == "/en/sign-in" && page.reset.text == "/en/reset")
    var long = GateForms.signIn
    long.next = "/" + String(repeating: "a", count: Link.bytesMax)
    #expect(SignInPage(long, in: try Made.edition(.english)).signUp.text == "/en/sign-up")
  }

  @Test(arguments: Made.locales)
  func `the same page stands in the other language`(locale: Locale) throws {
    let page = NewPasswordPage(GateForms.newPassword, in: try Made.edition(locale))
    #expect(
      page.around.frame.languages.map(\.link.text)
        == ["/zh-CN/reset/\(GateForms.challenge)", "/en/reset/\(GateForms.challenge)"])
    #expect(!page.around.frame.isIndexed && page.around.frame.alternates.isEmpty)
  }

  @Test func `a box that has to be ticked says so, and leads to itself`() throws {
    let edition = try Made.edition(.english)
    let page = SignUpPage(GateForms.signUpFaulty, in: edition)
    #expect(page.terms.fault == edition.sentence(for: .notTicked))
    #expect(page.password.fault == edition.sentence(for: .common))
    #expect(
      page.around.faults.faults.map { $0.link?.text }
        == ["#field-name", "#field-contact", "#field-password", "#field-terms", nil])
    #expect(!page.terms.isChecked && page.marketing.isChecked)
    #expect(page.terms.isRequired && !page.marketing.isRequired)
  }

  @Test func `a code goes where the challenge is, and another is asked for beside it`() throws {
    let edition = try Made.edition(.chinese)
    let page = CodePage(GateForms.codeFaulty, in: edition)
    #expect(page.form.action.text == "/zh-CN/sign-up/\(GateForms.challenge)")
    #expect(page.again?.action.text == "/zh-CN/sign-up/\(GateForms.challenge)/again")
    #expect(page.way == .phone && page.sentTo == "+86 138 ···· 2617" && page.waitSeconds == 45)
    #expect(page.code?.value == "418206" && page.start.text == "/zh-CN/sign-up")
    let contact = CodePage(GateForms.code(.contact), in: edition)
    #expect(contact.form.action.text == "/zh-CN/settings/contact/\(GateForms.challenge)")
    #expect(contact.again == nil && contact.start.text == "/zh-CN/settings/contact")
    let spent = CodePage(GateForms.codeSpent, in: edition)
    #expect(spent.code == nil && spent.around.faults.faults.isEmpty)
    #expect(spent.around.notice?.kind == .failed)
  }

  @Test func `a fault stands at the field that was filled in`() throws {
    let edition = try Made.edition(.chinese)
    let digits = SecondStepPage(GateForms.secondFaulty, in: edition)
    #expect(digits.code?.fault != nil && digits.backupCode?.fault == nil)
    #expect(digits.around.faults.faults.map { $0.link?.text } == ["#field-code"])
    let kept = SecondStepPage(GateForms.secondBackup, in: edition)
    #expect(kept.code?.fault == nil && kept.backupCode?.value == "k7m2-x9t4")
    #expect(kept.around.faults.faults.map { $0.link?.text } == ["#field-backup"])
    #expect(kept.isBackupCode && kept.code?.value == "")
  }
}

@Suite struct MaskedContactTests {
  static let rows: [(String, String)] = [
    ("chen.he@example.com", "ch····@example.com"), ("abc@b.cn", "a····@b.cn"),
    ("a@b.cn", "····@b.cn"), ("陈禾先生@例.cn", "陈禾····@例.cn"), ("", "····"), ("@", "····@"),
    ("+8613800002617", "+86 138 ···· 2617"), ("13800002617", "138 ···· 2617"),
    ("+12025550123", "+120 ···· 0123"), ("12345678", "···· 5678"), ("+12345", "+ ···· 5"),
    ("+8612345", "+86 ···· 5"), ("+86", "+86 ····"),
    ("138 0000-2617", "138 ···· 2617"), ("1234", "····"),
  ]

  @Test(arguments: rows)
  func `its owner knows it and nobody else learns it`(contact: String, shown: String) {
    #expect(MaskedContact(contact).text == shown)
    #expect(MaskedContact(contact).isEmail == contact.contains("@"))
  }

  @Test func `half of a mailbox and four digits are hidden at least`() {
    for length in 1...20 {
      let digits = String(repeating: "7", count: length)
      let shown = MaskedContact(digits).text.filter { $0 == "7" }.count
      #expect(shown <= max(0, length - 4))
      let mailbox = MaskedContact("\(digits)@b.cn").text.filter { $0 == "7" }.count
      #expect(mailbox <= length / 2)
    }
  }
}
