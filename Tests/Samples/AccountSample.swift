package import Market
package import Pages
import Theme

// Pages about an account, with any text in every place that has one.
extension Sample {
  private static let moment = Moment(
    Day(year: 2026, month: 11, day: 20), hour: 14, minute: 5, offsetMinutes: 480)

  package static func securityPage(_ locale: Locale, of texts: Texts) -> SecurityPage {
    SecurityPage(
      around: FormFrame(
        frame: frame(locale, path: "/settings/security", of: texts, isIndexed: false),
        menu: menu(of: texts), notice: Notice(.failed, texts("notice"))),
      needs: [NeedLine(need: .proof, link: texts.link("need"))], isFactorOn: true,
      factorSince: moment, factorLink: texts.link("factor"),
      factorOffLink: texts.link("factor off"), codesLeft: 2, isShortOfCodes: true,
      codesLink: texts.link("codes"), passwordChanged: moment,
      passwordLink: texts.link("password"),
      sessions: [
        SessionLine(
          device: texts("device"), isMobile: true, address: texts("address"), began: moment,
          seen: moment, isThis: false, end: form("end", of: texts))
      ], endOthers: form("end others", of: texts),
      events: [
        SecurityEventLine(
          kind: .refreshReused, weight: .grave, at: moment, device: texts("device"),
          address: texts("address")),
        SecurityEventLine(
          kind: .signedIn, weight: .usual, at: moment, address: texts("address")),
      ], closeLink: texts.link("close"))
  }

  /// `others` are more members.
  package static func organisationPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> OrganisationPage {
    OrganisationPage(
      around: FormFrame(
        frame: frame(locale, path: "/organisations/71", of: texts, isIndexed: false),
        menu: menu(of: texts), notice: Notice(.done, texts("notice")),
        faults: FaultList([FaultLine(label: texts("label"), fault: texts("fault"))])),
      organisation: OrganisationLine(
        name: texts.said("organisation"), seal: texts.seal("organisation"), role: .owner,
        members: 2, link: texts.link("organisation"), party: 71, isActing: true,
        acting: form("acting", of: texts)),
      members: ([texts] + others).map { each in
        MemberLine(
          name: each.said("member"), seal: each.seal("member"), role: .member, isSelf: false,
          roles: [ChoiceOption(value: each("value"), label: each("option"), isChosen: true)],
          change: form("change", of: each), removal: form("removal", of: each))
      }, mayGovern: true,
      invitations: [
        SentInvitation(
          contact: texts("contact"), role: .manager, invited: moment, ends: moment,
          withdrawal: form("withdrawal", of: texts))
      ],
      form: form("invitations", of: texts),
      contact: TextField(
        name: "contact", label: texts("label"), value: texts("typed"), hint: texts("hint"),
        fault: texts("fault")),
      role: ChoiceField(
        name: "role", label: texts("label"), hint: texts("hint"),
        options: [ChoiceOption(value: texts("value"), label: texts("option"))]),
      back: texts.link("back"))
  }

  private static func menu(of texts: Texts) -> SettingsMenu {
    SettingsMenu(lines: [
      SettingsMenuLine(place: .security, link: texts.link("menu"), isHere: true)
    ])
  }

  private static func form(_ place: String, of texts: Texts) -> FormAddress {
    FormAddress(action: texts.link(place), token: texts("form token"))
  }
}
