import Hostile
import Market
import Testing
import Theme

@testable import Pages

@Suite struct FormTests {
  typealias Locale = Market.Locale
  static let faults: [FieldFault] = [
    .missing, .tooShort(min: 2), .tooLong(max: 80), .unfit, .notANumber,
    .outOfRange(min: 5, max: 900), .notAChoice, .notFound, .unknown, .repeated, .wrongKind,
    .wrong, .wrongCode(left: 3), .expired, .common, .personal, .notTicked, .tooMany(max: 3),
    .notReady, .notFilled, .notAYear, .notYears,
  ]

  @Test(arguments: faults, Made.locales)
  func `every fault has a sentence of its own`(fault: FieldFault, locale: Locale) throws {
    let edition = try Made.edition(locale)
    let sentence = edition.sentence(for: fault)
    #expect(sentence.hasSuffix(locale == .chinese ? "。" : "."))
    #expect(Self.faults.filter { edition.sentence(for: $0) == sentence } == [fault])
    let limits: [String] =
      switch fault {
      case .tooShort(let min): ["\(min)"]
      case .tooLong(let max): ["\(max)"]
      case .outOfRange(let min, let max): ["\(min)", "\(max)"]
      case .wrongCode(let left): ["\(left)"]
      default: []
      }
    for limit in limits { #expect(sentence.contains(limit)) }
  }

  @Test func `every kind of fault is among them, with a code of its own`() {
    #expect(Set(Self.faults.map { FaultSentence($0).fault }) == Set(FaultKind.allCases))
    let codes = Self.faults.map(\.code)
    #expect(Set(codes).count == codes.count)
    for code in codes { #expect(code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code)") }
  }

  @Test(arguments: Made.locales)
  func `a faulty form keeps what was typed and leads to each fault`(locale: Locale) throws {
    let form = SiteForms.faulty(locale)
    let edition = try Made.edition(locale)
    let page = ReportPage(form, in: edition)
    #expect(page.detail.value == form.detail && page.contact.value == form.contact)
    let links = page.around.faults.faults.map { $0.link?.text }
    #expect(links == ["#field-reason-1", "#field-detail", "#field-contact", nil, nil])
    #expect(page.reason.fault == edition.sentence(for: .notAChoice))
    #expect(page.detail.fault == edition.sentence(for: .tooLong(max: 1_000)))
    let text = try rendered(page, in: locale)
    let html = ParsedHTML(Array(text.utf8))
    let ids = html.elements.compactMap { $0.attribute("id") }
    for link in links.compactMap({ $0 }) { #expect(ids.contains(String(link.dropFirst()))) }
    for element in html.elements where element.attribute("aria-invalid") == "true" {
      let about = try #require(element.attribute("aria-describedby"))
      #expect(ids.contains(about))
    }
    #expect(html.elements.filter { $0.attribute("aria-invalid") == "true" }.count == 3)
    #expect(html.elements.contains { $0.attribute("value") == form.contact })
    #expect(html.text.contains(form.detail))
    // Browsers drop the first of the two line breaks.
    #expect(text.contains("field-detail-about\">\n\n&lt;/textarea&gt;"))
  }

  @Test(arguments: Made.locales)
  func `a form is sent to where it stands, with its token and its subject`(locale: Locale) throws {
    let form = SiteForms.empty(locale)
    let page = ReportPage(form, in: try Made.edition(locale))
    let html = ParsedHTML(Array(try rendered(page, in: locale).utf8))
    let sent = try #require(html.elements.first { $0.attribute("method") == "post" })
    #expect(sent.attribute("action") == "/\(locale)/report")
    let hidden = html.elements.filter { $0.attribute("type") == "hidden" }
    #expect(hidden.map { $0.attribute("name") } == ["token", "subject"])
    #expect(hidden.map { $0.attribute("value") } == ["made-here", form.subjectPath])
    let reasons = html.elements.filter { $0.attribute("name") == "reason" }
    #expect(reasons.map { $0.attribute("value") } == ReportReason.allCases.map(\.rawValue))
    #expect(!html.elements.contains { $0.attribute("aria-invalid") != nil })
  }

  @Test func `the other language has the same form about the same thing`() throws {
    let page = ReportPage(SiteForms.empty(.english), in: try Made.edition(.english))
    let path = SiteForms.subject(.english).path
    #expect(
      page.around.frame.languages.map(\.link.text)
        == ["/zh-CN/report?subject=\(path)", "/en/report?subject=\(path)"])
    #expect(!page.around.frame.isIndexed && page.around.frame.alternates.isEmpty)
    #expect(page.around.frame.canonical.text == "\(Made.origin)/en/report")
    #expect(page.subject?.name.lang == "zh-CN" && page.subjectKind == .gig)
  }

  @Test(arguments: Made.locales)
  func `who came without a page is asked for its address`(locale: Locale) throws {
    let page = ReportPage(SiteForms.stray, in: try Made.edition(locale))
    #expect(page.subject == nil && page.address?.value == "/en/g/gone-7")
    #expect(page.around.faults.faults.map { $0.link?.text } == ["#field-subject"])
    let html = ParsedHTML(Array(try rendered(page, in: locale).utf8))
    #expect(html.elements.filter { $0.attribute("name") == "subject" }.count == 1)
  }

  @Test(arguments: Made.locales)
  func `after sending there is a number and a way back, and no form`(locale: Locale) throws {
    let page = ReportPage(SiteForms.sent(locale), in: try Made.edition(locale))
    let text = try rendered(page, in: locale)
    #expect(text.contains("<code>R-2611-0042</code>") && text.contains("role=\"status\""))
    #expect(text.contains("<a class=\"btn main\" href=\"\(SiteForms.subject(locale).path)\">"))
    #expect(!text.contains("method=\"post\"") && !text.contains("made-here"))
  }

  @Test func `a password is never sent back`() {
    for kind in [TextField.Kind.password, .newPassword] {
      #expect(TextField(name: "secret", label: "Secret", value: "1234", kind: kind).value.isEmpty)
    }
    #expect(TextField(name: "code", label: "Code", value: "1234", kind: .code).value == "1234")
  }

  @Test(arguments: TroubleKind.allCases, Made.locales)
  func `every trouble says what it is and what to do`(kind: TroubleKind, locale: Locale) throws {
    let page = TroublePage(kind, id: "7f3a", in: try Made.edition(locale))
    let text = try rendered(page, in: locale)
    #expect(text.contains("<h1>\(page.frame.title)</h1>"))
    #expect(text.contains("<a class=\"btn main\" href=\"/\(locale)\">"))
    #expect(text.contains("7f3a") == (kind == .broken))
    #expect(!page.frame.isIndexed)
    #expect(page.frame.languages.map(\.link.text) == ["/zh-CN", "/en"])
  }

  static let waits: [(Int, Int?, Int?)] = [
    (0, 1, nil), (119, 119, nil), (120, nil, 2), (121, nil, 3),
  ]

  @Test(arguments: waits)
  func `when to try again is told in seconds or minutes`(
    after: Int, seconds: Int?, minutes: Int?
  ) throws {
    let page = TroublePage(.tooMany, id: "", retrySeconds: after, in: try Made.edition(.english))
    #expect(page.retrySeconds == seconds && page.retryMinutes == minutes)
  }
}
