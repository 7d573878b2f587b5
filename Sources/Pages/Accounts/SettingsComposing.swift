package import Market
import Theme

/// What somebody sees first of the own account.
package struct SettingsFacts: Sendable {
  package var state: FormState
  package var name: String
  /// The language in which the name is written.
  package var nameLanguage: Locale
  package var openedAt: Instant
  package var contacts: [ContactFact]
  package var passwordChangedAt: Instant?
  package var isFactorOn: Bool
  package var codesLeft: Int
  /// Staff who have no second step, and must.
  package var mustTurnFactorOn: Bool
  package var sessionCount: Int
  package var language: Locale
  /// Its code.
  package var currency: String
  /// Of the IANA database.
  package var timezone: String
  package var organisations: [OrganisationFact]

  package init(
    state: FormState, name: String, nameLanguage: Locale, openedAt: Instant,
    contacts: [ContactFact], passwordChangedAt: Instant? = nil, isFactorOn: Bool = false,
    codesLeft: Int = 0, mustTurnFactorOn: Bool = false, sessionCount: Int = 1, language: Locale,
    currency: String, timezone: String, organisations: [OrganisationFact] = []
  ) {
    self.state = state
    self.name = name
    self.nameLanguage = nameLanguage
    self.openedAt = openedAt
    self.contacts = contacts
    self.passwordChangedAt = passwordChangedAt
    self.isFactorOn = isFactorOn
    self.codesLeft = codesLeft
    self.mustTurnFactorOn = mustTurnFactorOn
    self.sessionCount = sessionCount
    self.language = language
    self.currency = currency
    self.timezone = timezone
    self.organisations = organisations
  }
}

extension SettingsPage {
  package init(_ facts: SettingsFacts, in edition: Edition) {
    let zone = facts.timezone
    self.init(
      around: FormFields<SettingsField>(facts.state, in: edition)
        .around(.overview, at: .settings(.overview)),
      needs: edition.needs(facts.contacts, mustTurnFactorOn: facts.mustTurnFactorOn),
      name: edition.said(facts.name, in: facts.nameLanguage),
      nameLink: edition.link(SettingsAddress.name), seal: Seal(of: facts.name),
      since: edition.moment(facts.openedAt, in: zone).day,
      contacts: facts.contacts.map(ContactLine.init),
      contactLink: edition.link(.contact),
      passwordChanged: facts.passwordChangedAt.map { edition.moment($0, in: zone) },
      passwordLink: edition.link(.password), isFactorOn: facts.isFactorOn,
      codesLeft: facts.codesLeft, sessionCount: facts.sessionCount,
      securityLink: edition.link(.security),
      language: edition.languageName(facts.language),
      currency: edition.currencyName(facts.currency), zone: edition.zoneName(zone),
      preferencesLink: edition.link(.preferences),
      organisations: facts.organisations.map { OrganisationLine($0, facts.state, in: edition) },
      organisationsLink: edition.link(.organisations),
      signOut: edition.form(.signOut, facts.state))
  }
}
