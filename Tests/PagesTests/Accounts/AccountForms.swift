import Market

@testable import Pages

/// What Web tells the pages about an account.
enum AccountForms {
  static let zone = "Asia/Shanghai"
  static let edgeOnWindows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
  static let weChatOnAndroid =
    "Mozilla/5.0 (Linux; Android 14; PJA110) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 MicroMessenger/8.0.50.2701 NetType/WIFI Language/zh_CN"
  static let safariOnPhone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"

  static func state(
    _ faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false,
    done: SettingsDone? = nil, refusal: SettingsRefusal? = nil
  ) -> FormState {
    FormState(
      token: "made-here", faults: faults, isStale: isStale, done: done, refusal: refusal)
  }

  static let email = ContactFact(.email, "chenhe@example.com", isProven: true)
  static let phone = ContactFact(.phone, "+86 138 0000 2617", isProven: false)

  static let studio = OrganisationFact(
    party: ID(71), name: "禾木设计", language: .chinese, role: .owner, memberCount: 4,
    isActing: true)
  static let works = OrganisationFact(
    party: ID(72), name: "North Lane Works", language: .english, role: .member, memberCount: 12)

  static func overview(_ locale: Locale) -> SettingsFacts {
    SettingsFacts(
      state: state(done: .preferencesSaved), name: "陈禾", nameLanguage: .chinese,
      openedAt: Made.moment("2024-03-01T20:00:00Z"), contacts: [email, phone],
      passwordChangedAt: Made.moment("2026-10-02T04:05:00Z"), isFactorOn: true, codesLeft: 7,
      sessionCount: 3, language: locale, currency: "CNY", timezone: zone,
      organisations: [studio, works])
  }

  /// Staff on the first day.
  static func bare(_ locale: Locale) -> SettingsFacts {
    SettingsFacts(
      state: state(), name: "Maya <Lin>", nameLanguage: .english, openedAt: Made.instant,
      contacts: [email], mustTurnFactorOn: true, language: locale, currency: "AUD",
      timezone: "Pacific/Chatham")
  }

  static let name = NameForm(state: state(), name: "陈禾")
  static let faultyName = NameForm(state: state([("name", .missing)]), name: " <b> ")

  static func preferences(_ locale: Locale) -> PreferencesForm {
    PreferencesForm(state: state(), language: locale.tag, currency: "CNY", timezone: zone)
  }

  static let faultyPreferences = PreferencesForm(
    state: state([
      ("timezone", .notAChoice), ("language", .missing), ("sms", .unfit), ("colour", .unknown),
    ]), language: "", currency: "KWD", timezone: "Mars/<Olympus>", mailNews: true, sms: false)

  static let password = PasswordForm(state: state(), contact: "chenhe@example.com")
  static let faultyPassword = PasswordForm(
    state: state([("current", .unfit), ("password", .tooShort(min: 8))]),
    contact: "chenhe@example.com")

  static let contact = ContactForm(state: state(), contacts: [email, phone])
  static let faultyContact = ContactForm(
    state: state([("contact", .unfit), ("current", .missing)]), contacts: [email],
    contact: "\"><b>me")

  static let sessions = [
    SessionFact(
      id: "7f3a", agent: edgeOnWindows, address: "203.0.113.24",
      beganAt: Made.moment("2026-11-18T01:12:00Z"), seenAt: Made.instant, isThis: true),
    SessionFact(
      id: "7f3b", agent: weChatOnAndroid, address: "198.51.100.7",
      beganAt: Made.moment("2026-11-02T12:30:00Z"), seenAt: Made.moment("2026-11-20T09:00:00Z")),
    SessionFact(
      id: "7f3c", agent: "<curl>", address: "2001:db8::8:800:200c:417a",
      beganAt: Made.moment("2026-10-30T16:30:00Z"), seenAt: Made.moment("2026-10-31T16:00:00Z")),
  ]

  static let security = SecurityFacts(
    state: state(done: .sessionEnded), isFactorOn: true,
    factorSince: Made.moment("2026-01-05T03:00:00Z"), codesLeft: 7,
    passwordChangedAt: Made.moment("2026-10-02T04:05:00Z"), sessions: sessions,
    events: SecurityEventChoice.allCases.enumerated().map { place, kind in
      SecurityEventFact(
        kind, at: Made.instant + .hours(Int64(-place)),
        agent: place.isMultiple(of: 3) ? safariOnPhone : "",
        address: place.isMultiple(of: 2) ? "203.0.113.24" : "")
    }, contacts: [email], timezone: zone)

  static let bareSecurity = SecurityFacts(
    state: state(refusal: .gone), sessions: [sessions[0]], contacts: [phone],
    mustTurnFactorOn: true, timezone: zone)

  static let fewCodes = SecurityFacts(
    state: state(), isFactorOn: true, codesLeft: 2, sessions: [sessions[0]], timezone: zone)

  static let factor = FactorForm(
    state: state(), secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", qrPath: finder, qrSize: 25)
  static let faultyFactor = FactorForm(
    state: state([("code", .unfit), ("current", .missing)]), secret: "JBSWY3DPEHPK3PXP",
    qrPath: "M0 0\"/><script>", qrSize: 25)

  /// The three squares by which cameras find such a code, and a few modules.
  private static let finder =
    "M0 0h7v7h-7zM1 1v5h5v-5zM2 2h3v3h-3zM18 0h7v7h-7zM19 1v5h5v-5zM20 2h3v3h-3zM0 18h7v7h-7zM1 19v5h5v-5zM2 20h3v3h-3zM9 0h2v1h-2zM12 3h1v4h-1zM9 9h3v1h-3zM14 10h2v2h-2zM18 9h1v3h-1zM9 13h1v3h-1zM21 14h4v1h-4zM12 17h3v1h-3zM18 19h2v2h-2zM22 22h3v3h-3z"

  static let codes = CodesFacts(
    codes: (0...9).map { "7k3m\($0)-q9wx\($0)" }, contact: "chenhe@example.com",
    madeAt: Made.instant, timezone: zone)
  static let secondStep = BothFactorsForm(state: state(), codesLeft: 3)
  static let faultySecondStep = BothFactorsForm(
    state: state([("code", .unfit)], refusal: .tooManyTries), isStaff: true)

  static let close = CloseForm(state: state(), isFactorOn: true)
  static let faultyClose = CloseForm(state: state([("sure", .missing), ("current", .unfit)]))
  static let owned = CloseForm(state: state(), owned: [studio])

  static let invitation = ReceivedInvitation(
    id: "9k2m", organisation: "禾木设计", organisationLanguage: .chinese, role: .manager,
    inviter: "Ravi Menon", inviterLanguage: .english, endsAt: Made.moment("2026-11-27T04:00:00Z"))

  static let organisations = OrganisationsForm(
    state: state(done: .joined), organisations: [studio, works], invitations: [invitation],
    party: ID(5), timezone: zone)
  static let bareOrganisations = OrganisationsForm(
    state: state([("name", .missing)]), party: ID(5), timezone: zone)

  static let members = [
    MemberFact(
      party: ID(5), name: "陈禾", language: .chinese, role: .owner, isSelf: true, mayChange: true),
    MemberFact(
      party: ID(6), name: "Ravi <Menon>", language: .english, role: .manager, mayChange: true),
    MemberFact(party: ID(8), name: "小满", language: .chinese, role: .member, mayChange: true),
  ]

  static let organisation = OrganisationForm(
    state: state(refusal: .lastOwner), organisation: studio, members: members,
    invitations: [
      InvitationFact(
        id: "9k2n", contact: "su···@example.com", role: .member,
        invitedAt: Made.moment("2026-11-19T02:00:00Z"),
        endsAt: Made.moment("2026-11-26T02:00:00Z"))
    ], mayGovern: true, timezone: zone)
  static let faultyOrganisation = OrganisationForm(
    state: state([("contact", .unfit), ("role", .missing)]), organisation: studio,
    members: [members[0]], mayGovern: true, contact: "me@", role: "king", timezone: zone)
  /// As somebody sees it who decides nothing.
  static let otherOrganisation = OrganisationForm(
    state: state(), organisation: works,
    members: [
      MemberFact(party: ID(9), name: "North", language: .english, role: .owner),
      MemberFact(party: ID(5), name: "陈禾", language: .chinese, role: .member, isSelf: true),
    ], timezone: zone)

  static let invited = InvitationForm(
    state: state(), invitation: invitation, code: "q9&x", name: "陈禾", nameLanguage: .chinese,
    timezone: zone)
  static let lateInvited = InvitationForm(
    state: state(), invitation: invitation, name: "陈禾", nameLanguage: .chinese, isOver: true,
    timezone: zone)
}
