import Market
import Theme

@testable import Pages

/// A page of each kind about an account, made of what Web tells.
enum AccountPage: String, CaseIterable {
  case settings, name, preferences, password, contact, security, factor, codes
  case bareSettings = "settings-bare"
  case faultyName = "name-faulty"
  case faultyPreferences = "preferences-faulty"
  case faultyPassword = "password-faulty"
  case faultyContact = "contact-faulty"
  case bareSecurity = "security-bare"
  case fewCodes = "security-few-codes"
  case faultyFactor = "factor-faulty"
  case renewal = "codes-renew"
  case faultyRenewal = "codes-renew-faulty"
  case factorOff = "factor-off"
  case faultyFactorOff = "factor-off-faulty"
  case close
  case faultyClose = "close-faulty"
  case ownedClose = "close-owned"
  case organisations
  case bareOrganisations = "organisations-bare"
  case organisation
  case faultyOrganisation = "organisation-faulty"
  case otherOrganisation = "organisation-other"
  case invitation
  case lateInvitation = "invitation-late"
  case profile, profileAbout, profileLate, profileSkills, profileLanguages, profileTerms
  case profileHours, profileBackground, profileEntry, profilePortfolio, profileWork, profileNew
  case profileOther

  func text(in locale: Market.Locale) throws -> String {
    let edition = try Made.edition(locale)
    func text<Page: View>(_ page: Page) throws -> String { try rendered(page, in: locale) }
    typealias Forms = AccountForms
    switch self {
    case .settings: return try text(SettingsPage(Forms.overview(locale), in: edition))
    case .bareSettings: return try text(SettingsPage(Forms.bare(locale), in: edition))
    case .name: return try text(NamePage(Forms.name, in: edition))
    case .faultyName: return try text(NamePage(Forms.faultyName, in: edition))
    case .preferences: return try text(PreferencesPage(Forms.preferences(locale), in: edition))
    case .faultyPreferences:
      return try text(PreferencesPage(Forms.faultyPreferences, in: edition))
    case .password: return try text(PasswordPage(Forms.password, in: edition))
    case .faultyPassword: return try text(PasswordPage(Forms.faultyPassword, in: edition))
    case .contact: return try text(ContactPage(Forms.contact, in: edition))
    case .faultyContact: return try text(ContactPage(Forms.faultyContact, in: edition))
    case .security: return try text(SecurityPage(Forms.security, in: edition))
    case .bareSecurity: return try text(SecurityPage(Forms.bareSecurity, in: edition))
    case .fewCodes: return try text(SecurityPage(Forms.fewCodes, in: edition))
    case .factor: return try text(FactorPage(Forms.factor, in: edition))
    case .faultyFactor: return try text(FactorPage(Forms.faultyFactor, in: edition))
    case .codes: return try text(CodesPage(Forms.codes, in: edition))
    case .renewal: return try text(CodesRenewPage(Forms.secondStep, in: edition))
    case .faultyRenewal: return try text(CodesRenewPage(Forms.faultySecondStep, in: edition))
    case .factorOff: return try text(FactorOffPage(Forms.secondStep, in: edition))
    case .faultyFactorOff: return try text(FactorOffPage(Forms.faultySecondStep, in: edition))
    case .close: return try text(ClosePage(Forms.close, in: edition))
    case .faultyClose: return try text(ClosePage(Forms.faultyClose, in: edition))
    case .ownedClose: return try text(ClosePage(Forms.owned, in: edition))
    case .organisations: return try text(OrganisationsPage(Forms.organisations, in: edition))
    case .bareOrganisations:
      return try text(OrganisationsPage(Forms.bareOrganisations, in: edition))
    case .organisation: return try text(OrganisationPage(Forms.organisation, in: edition))
    case .faultyOrganisation:
      return try text(OrganisationPage(Forms.faultyOrganisation, in: edition))
    case .otherOrganisation:
      return try text(OrganisationPage(Forms.otherOrganisation, in: edition))
    case .invitation: return try text(InvitationPage(Forms.invited, in: edition))
    case .lateInvitation: return try text(InvitationPage(Forms.lateInvited, in: edition))
    default: return try profileText(in: locale)
    }
  }

  private func profileText(in locale: Market.Locale) throws -> String {
    let edition = try Made.edition(locale)
    func text<Page: View>(_ page: Page) throws -> String { try rendered(page, in: locale) }
    func form(_ form: ProfileForm) throws -> String {
      try text(ProfileFormPage(form, in: edition))
    }
    typealias Forms = ProfileForms
    switch self {
    case .profileAbout: return try form(Forms.form(.about, faults: [("about-zh-CN", .missing)]))
    case .profileLate: return try form(Forms.late)
    case .profileSkills:
      return try form(Forms.form(.skills, faults: [("skill-0-skill", .notFound)]))
    case .profileLanguages: return try form(Forms.form(.languages))
    case .profileTerms: return try form(Forms.form(.terms, faults: [("rate", .notANumber)]))
    case .profileHours: return try form(Forms.form(.hours, faults: [("monday-1-to", .unfit)]))
    case .profileEntry: return try form(Forms.entry)
    case .profileWork: return try form(Forms.work(in: edition))
    case .profileBackground: return try text(EntriesPage(Forms.entries(.background), in: edition))
    case .profilePortfolio: return try text(EntriesPage(Forms.entries(.portfolio), in: edition))
    case .profileNew: return try text(ProfilePage(Forms.overview(nil), in: edition))
    case .profileOther: return try text(ProfilePage(Forms.overview(mayEdit: false), in: edition))
    default: return try text(ProfilePage(Forms.overview(), in: edition))
    }
  }
}
