import Market
import Testing
import Theme

@testable import Pages

@Suite struct AccountComposingTests {
  typealias Forms = AccountForms

  @Test func `who has something to do is told so, and where`() throws {
    let edition = try Made.edition(.english)
    let staff = SettingsPage(Forms.bare(.english), in: edition)
    #expect(staff.needs.map(\.need) == [.factor])
    #expect(staff.needs.map(\.link.text) == ["/en/settings/factor"])
    let both = SecurityPage(Forms.bareSecurity, in: edition)
    #expect(both.needs.map(\.need) == [.factor, .proof])
    #expect(SecurityPage(Forms.security, in: edition).needs.isEmpty)
  }

  @Test func `what was chosen elsewhere stays chosen`() throws {
    let page = PreferencesPage(Forms.faultyPreferences, in: try Made.edition(.english))
    #expect(page.currency.options.first?.value == "CNY")
    #expect(page.timezone.options.first?.value == "Asia/Shanghai")
    #expect(page.currency.options.filter(\.isChosen).map(\.value) == ["KWD"])
    #expect(page.timezone.options.filter(\.isChosen).map(\.value) == ["Mars/<Olympus>"])
    #expect(page.language.options.filter(\.isChosen).isEmpty)
    #expect(page.language.fault == (try Made.edition(.english)).sentence(for: .notAChoice))
    let places = page.around.faults.faults.map { $0.link?.text }
    #expect(places == ["#field-language-1", "#field-timezone", "#field-sms", nil])
    #expect(page.around.faults.faults.last?.label == "colour")
  }

  @Test(arguments: Made.locales)
  func `what is offered has a name, and is there`(locale: Made.Locale) throws {
    let edition = try Made.edition(locale)
    for zone in SettingsAddress.timezones {
      #expect(Clocks(zone: zone) != nil, "\(zone)")
      #expect(edition.zoneName(zone) != zone || zone == "UTC")
    }
    for code in SettingsAddress.currencies {
      #expect(Asset.currency(code) != nil, "\(code)")
      #expect(edition.currencyName(code) != code)
    }
    let names = SettingsAddress.timezones.map(edition.zoneName)
    #expect(Set(names).count == names.count)
    let page = PreferencesPage(Forms.preferences(locale), in: edition)
    #expect(page.language.options.map(\.value) == ["zh-CN", "en"])
    #expect(page.language.options.filter(\.isChosen).map(\.value) == [locale.tag])
    let boxes = (page.mails + [page.sms]).map(\.name.text)
    #expect(boxes == ["mail-orders", "mail-messages", "mail-news", "sms"])
    #expect((page.mails + [page.sms]).map(\.isChecked) == [true, true, false, true])
  }

  @Test func `a contact that is not proven is typed already`() throws {
    let edition = try Made.edition(.english)
    #expect(ContactPage(Forms.contact, in: edition).contact.value == Forms.phone.text)
    #expect(ContactPage(Forms.faultyContact, in: edition).contact.value == "\"><b>me")
    let proven = ContactForm(state: Forms.state(), contacts: [Forms.email])
    let page = ContactPage(proven, in: edition)
    #expect(page.contact.value.isEmpty && !page.isUnproven)
  }

  @Test(arguments: [(0, true), (3, true), (4, false), (10, false)])
  func `it is told in time that codes run out`(left: Int, isShort: Bool) throws {
    var facts = Forms.fewCodes
    facts.codesLeft = left
    #expect(SecurityPage(facts, in: try Made.edition(.english)).isShortOfCodes == isShort)
    facts.isFactorOn = false
    #expect(!SecurityPage(facts, in: try Made.edition(.english)).isShortOfCodes)
  }

  @Test func `other devices can be signed out on, this one not`() throws {
    let edition = try Made.edition(.english)
    let page = SecurityPage(Forms.security, in: edition)
    let devices = ["Edge · Windows", "WeChat · Android", "Unknown device"]
    #expect(page.sessions.map(\.device) == devices)
    #expect(page.sessions.map(\.isMobile) == [false, true, false])
    #expect(page.endOthers?.action.text == "/en/settings/sessions/end")
    let text = try rendered(page, in: .english)
    #expect(!text.contains("/en/settings/sessions/7f3a/end"))
    #expect(text.contains("/en/settings/sessions/7f3b/end"))
    let alone = SecurityPage(Forms.bareSecurity, in: edition)
    #expect(alone.endOthers == nil && alone.events.isEmpty)
  }

  @Test(arguments: SecurityEventChoice.allCases, Made.locales)
  func `everything that can happen has words of its own`(
    kind: SecurityEventChoice, locale: Made.Locale
  ) throws {
    let facts = SecurityFacts(
      state: Forms.state(), sessions: [], events: [SecurityEventFact(kind, at: Made.instant)],
      timezone: Forms.zone)
    let text = try rendered(SecurityPage(facts, in: try Made.edition(locale)), in: locale)
    #expect(text.contains("class=\"log-list\""))
    #expect(text.contains("<b class=\"red\">") == (kind.weight == .grave))
  }

  @Test(arguments: [("", ""), ("ABCD", "ABCD"), ("ABCDE", "ABCD E"), ("ABCDEFGH", "ABCD EFGH")])
  func `a secret comes in groups of four`(secret: String, grouped: String) {
    #expect(FactorPage.grouped(secret) == grouped)
  }

  @Test func `what is no outline is not drawn`() throws {
    let edition = try Made.edition(.english)
    let page = try rendered(FactorPage(Forms.factor, in: edition), in: .english)
    #expect(page.contains("viewBox=\"0 0 25 25\"") && page.contains("<path d=\"M0 0h7v7h-7z"))
    let faulty = FactorPage(Forms.faultyFactor, in: edition)
    #expect(faulty.qrPath == nil)
    #expect(try !rendered(faulty, in: .english).contains("class=\"qr\""))
  }

  @Test func `codes are shown to be kept, and lead on`() throws {
    let page = CodesPage(Forms.codes, in: try Made.edition(.english))
    let text = try rendered(page, in: .english)
    for code in Forms.codes.codes { #expect(text.contains("<li><code>\(code)</code></li>")) }
    let links = page.around.frame.languages.map(\.link.text)
    #expect(links == ["/zh-CN/settings/codes", "/en/settings/codes"])
    #expect(page.done.text == "/en/settings/security")
  }

  @Test func `an account cannot be closed while an organisation needs it`() throws {
    let edition = try Made.edition(.english)
    let owned = try rendered(ClosePage(Forms.owned, in: edition), in: .english)
    #expect(owned.contains("href=\"/en/organisations/71\""))
    #expect(!owned.contains("action=\"/en/settings/close\""))
    #expect(ClosePage(Forms.close, in: edition).code != nil)
    #expect(ClosePage(Forms.faultyClose, in: edition).code == nil)
  }

  @Test func `only who governs changes others, and everybody may leave`() throws {
    let edition = try Made.edition(.english)
    let mine = OrganisationPage(Forms.organisation, in: edition)
    #expect(mine.members.map { $0.change?.action.text }[1] == "/en/organisations/71/members/6")
    #expect(mine.members[2].roles.filter(\.isChosen).map(\.value) == ["member"])
    #expect(
      mine.invitations.map { $0.withdrawal?.action.text }
        == ["/en/organisations/71/invitations/9k2n/withdraw"])
    #expect(mine.form.action.text == "/en/organisations/71/invitations")
    let other = OrganisationPage(Forms.otherOrganisation, in: edition)
    #expect(other.members.map { $0.change == nil } == [true, true])
    #expect(
      other.members.map { $0.removal?.action.text }
        == [nil, "/en/organisations/72/members/5/remove"])
    #expect(try !rendered(other, in: .english).contains("name=\"contact\""))
  }

  @Test func `in whose name one acts is sent as a plain number`() throws {
    var form = Forms.organisations
    form.party = ID(12_345)
    let text = try rendered(
      OrganisationsPage(form, in: try Made.edition(.english)), in: .english)
    #expect(text.contains("name=\"party\" value=\"12345\""))
    #expect(text.contains("name=\"party\" value=\"72\""))
  }

  @Test func `an invitation keeps its code through languages`() throws {
    let edition = try Made.edition(.english)
    let page = InvitationPage(Forms.invited, in: edition)
    #expect(
      page.around.frame.languages.map(\.link.text)
        == ["/zh-CN/invitations/9k2m?code=q9%26x", "/en/invitations/9k2m?code=q9%26x"])
    let text = try rendered(page, in: .english)
    #expect(text.contains("name=\"code\" value=\"q9&amp;x\""))
    #expect(text.contains("value=\"accept\"") && text.contains("value=\"decline\""))
    let late = try rendered(InvitationPage(Forms.lateInvited, in: edition), in: .english)
    #expect(!late.contains("name=\"answer\""))
  }
}
