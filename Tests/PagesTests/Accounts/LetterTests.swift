import Hostile
import Market
import Testing
import Theme

@testable import Pages

@Suite struct LetterTests {
  typealias Locale = Market.Locale

  static let origin = AlertLetter.Origin(device: "Edge，Windows", address: "203.0.113.7")
  static let letters: [(name: String, letter: any Letter)] =
    CodePurpose.allCases.map { ("code-\($0)", CodeLetter($0, code: "418206", minutes: 10)) }
    + [("known", KnownLetter())]
    + alerts.map { name, kind in
      (name, AlertLetter(kind, name: "陈禾", at: Made.instant, from: origin))
    }
    + [("invitation", invitation("林知远", to: "山门工作室"))]

  static let alerts: [(String, AlertLetter.Kind)] = [
    ("password-changed", .passwordChanged),
    ("contact-changed", .contactChanged(to: "chen.he@example.com")),
    ("two-step-on", .twoStepOn), ("two-step-off", .twoStepOff),
    ("backup-code-used", .backupCodeUsed(left: 9)),
    ("last-backup-code-used", .backupCodeUsed(left: 0)), ("codes-renewed", .codesRenewed),
    ("key-reused", .keyReused), ("new-device", .newDevice),
    ("all-signed-out", .allSignedOut), ("account-closed", .accountClosed),
  ]

  static func invitation(_ host: String, to organisation: String) -> InvitationLetter {
    InvitationLetter(
      from: host, to: organisation, as: .manager,
      answer: Link(ours: "/zh-CN/invitations/7k2m?code=x4t8"), endsAt: Made.instant)
  }

  private func write(_ letter: any Letter, in locale: Locale) throws -> WrittenLetter {
    let edition = try Made.edition(locale) { $0.owner = "集市（上海）网络科技有限公司" }
    return Printer(try DefaultThemeTests.theme.get(), [edition]).write(letter, in: edition)
  }

  @Test(arguments: letters.map(\.name), Made.locales)
  func `a letter is as it was looked at`(name: String, locale: Locale) throws {
    let letter = try #require(Self.letters.first { $0.name == name }).letter
    let written = try write(letter, in: locale)
    let html = String(decoding: written.html, as: UTF8.self)
    try GoldenFile(name: "letters/\(name).\(locale)")
      .check("\(written.subject)\n\n\(written.text)\n\(html)")
  }

  @Test(arguments: letters.map(\.name), Made.locales)
  func `both bodies say the same, and nothing in them runs or is fetched`(
    name: String, locale: Locale
  ) throws {
    let letter = try #require(Self.letters.first { $0.name == name }).letter
    let written = try write(letter, in: locale)
    let html = ParsedHTML(written.html)
    let fetched: Set = ["script", "style", "img", "link", "form", "iframe"]
    #expect(!html.elements.contains { fetched.contains($0.name) })
    let links = html.elements.compactMap { $0.attribute("href") }
    for link in links {
      #expect(link.hasPrefix("\(Made.origin)/") && written.text.contains(link))
    }
    #expect(links.last == "\(Made.origin)/\(locale)")
    for line in written.text.split(separator: "\n") where !line.hasPrefix("https:") && line != "-- "
    {
      #expect(html.text.contains(line), "\(line)")
    }
    #expect(!written.subject.isEmpty && written.subject.isOneLine)
    #expect(html.elements.first?.attribute("lang") == locale.tag)
  }

  @Test func `no two letters have one subject`() throws {
    for locale in Made.locales {
      let subjects = try Self.letters.filter { $0.name != "last-backup-code-used" }
        .map { try write($0.letter, in: locale).subject }
      #expect(Set(subjects).count == subjects.count)
    }
  }

  @Test(arguments: Made.locales)
  func `an alert says when by the clocks of the site, from where, and what to do`(
    locale: Locale
  ) throws {
    for (_, kind) in Self.alerts {
      let letter = AlertLetter(kind, name: "陈禾", at: Made.instant, from: Self.origin)
      let text = try write(letter, in: locale).text
      #expect(text.contains(locale == .chinese ? "2026年11月21日 01:30（UTC+8）" : "(UTC+8)"))
      #expect(text.contains("Edge，Windows") && text.contains("203.0.113.7"))
      let isLost = [.accountClosed, .contactChanged(to: "chen.he@example.com")].contains(kind)
      #expect(text.contains("\(Made.origin)/\(locale)/\(isLost ? "help" : "reset")\n"))
    }
    let bare = AlertLetter(.newDevice, name: "陈禾", at: Made.instant)
    let page = bare.said(in: try Made.edition(locale))
    #expect(page.facts.count == 1)
  }

  @Test func `a contact is shown with a gap`() throws {
    let letter = AlertLetter(
      .contactChanged(to: "chen.he@example.com"), name: "", at: Made.instant)
    let text = try write(letter, in: .english).text
    #expect(text.contains("ch····@example.com") && !text.contains("chen.he"))
  }

  @Test(arguments: Made.locales)
  func `who invites can write neither headers nor paragraphs`(locale: Locale) throws {
    let name = "Bcc: all@example.com"
    let hostile = "林\r\n\(name)\u{2028}\u{0}\u{202E}" + String(repeating: "长", count: 500)
    let written = try write(Self.invitation(hostile, to: hostile), in: locale)
    #expect(written.subject.isOneLine)
    #expect(written.subject.contains("林 \(name) 长") && written.subject.count < 120)
    #expect(!written.text.contains("\n\(name)") && !written.text.contains("\u{202E}"))
    #expect(written.text.utf8.count < 2_000)
    #expect(written.text.contains("\(Made.origin)/zh-CN/invitations/7k2m?code=x4t8\n"))
  }

  @Test func `what somebody wrote stays words in a letter`() throws {
    let edition = try Made.edition(.english)
    let printer = Printer(try DefaultThemeTests.theme.get(), [edition])
    func parsed(_ text: String) -> ParsedHTML {
      ParsedHTML(
        printer.print(
          edition.letter(
            text, opening: [text], code: text, facts: [LetterFact(label: text, text: text)],
            links: [NamedLink(name: Said(text), link: Link(ours: "/"))], closing: [text]),
          in: edition))
    }
    #expect(edition.letter("a\r\nBcc: b", opening: [], closing: []).subject == "a Bcc: b")
    let model = parsed("harmless").skeleton
    for vector in XSSCorpus.all { #expect(parsed(vector).skeleton == model, "\(vector)") }
  }

  static let names: [(String, String)] = [
    ("a\r\nb", "a b"), ("\u{1F469}\u{200D}\u{1F680} 禾", "\u{1F469}\u{200D}\u{1F680} 禾"),
    ("\u{7}a\u{0}", "a"), ("  a \t b  ", "a b"), ("a\u{85}b\u{2029}c", "a b c"), ("\u{202E}x", "x"),
  ]

  @Test(arguments: names)
  func `what breaks lines becomes a space`(text: String, line: String) {
    #expect(Array(text.onOneLine.unicodeScalars) == Array(line.unicodeScalars))
  }

  @Test(arguments: CodePurpose.allCases)
  func `a code fits one message of a phone`(purpose: CodePurpose) throws {
    let chinese = ShortText.code(
      purpose, "418206", minutes: 10, in: try Made.edition(.chinese))
    #expect(chinese.hasPrefix("【集市】") && chinese.contains("418206"))
    #expect(chinese.utf16.count <= 70, "\(chinese)")
    let english = ShortText.code(
      purpose, "418206", minutes: 10, in: try Made.edition(.english))
    #expect(english.utf8.count <= 160 && english.allSatisfy(\.isASCII), "\(english)")
  }

  static let zones: [(Int, String)] = [
    (480, "UTC+8"), (0, "UTC"), (330, "UTC+5:30"), (-210, "UTC−3:30"), (5, "UTC+0:05"),
  ]

  @Test(arguments: zones)
  func `the clocks of the site are named`(minutes: Int, name: String) throws {
    let edition = try Edition(
      .english, of: SiteFacts(origin: try #require(SiteOrigin(Made.origin))),
      in: try DefaultThemeTests.theme.get(),
      MarketFacts(
        catalogue: Made.catalogue(), rules: .standard,
        calendar: try Calendar(minutesEast: minutes)), Made.library)
    #expect(edition.zone(at: Made.instant) == name)
    let moment = edition.moment(Made.instant)
    let minute = (17 * 60 + 30 + minutes + 1_440) % 1_440
    #expect(moment.hour * 60 + moment.minute == minute && moment.offsetMinutes == minutes)
  }
}

extension String {
  fileprivate var isOneLine: Bool { !contains { $0.isNewline } }
}
