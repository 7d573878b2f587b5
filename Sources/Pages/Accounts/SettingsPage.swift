package import Theme

/// The account at a glance, and the way to each of its pages.
package struct SettingsPage: View {
  package let around: FormFrame
  package let needs: [NeedLine]
  package let name: Said
  package let nameLink: Link
  package let seal: Seal
  package let since: Day
  package let contacts: [ContactLine]
  package let contactLink: Link
  package let passwordChanged: Moment?
  package let passwordLink: Link
  package let isFactorOn: Bool
  package let codesLeft: Int
  package let sessionCount: Int
  package let securityLink: Link
  package let language: String
  package let currency: String
  package let zone: String
  package let preferencesLink: Link
  package let organisations: [OrganisationLine]
  package let organisationsLink: Link
  package let signOut: FormAddress

  package init(
    around: FormFrame,
    needs: [NeedLine] = [],
    name: Said,
    nameLink: Link,
    seal: Seal,
    since: Day,
    contacts: [ContactLine],
    contactLink: Link,
    passwordChanged: Moment? = nil,
    passwordLink: Link,
    isFactorOn: Bool,
    codesLeft: Int = 0,
    sessionCount: Int,
    securityLink: Link,
    language: String,
    currency: String,
    zone: String,
    preferencesLink: Link,
    organisations: [OrganisationLine] = [],
    organisationsLink: Link,
    signOut: FormAddress
  ) {
    self.around = around
    self.needs = needs
    self.name = name
    self.nameLink = nameLink
    self.seal = seal
    self.since = since
    self.contacts = contacts
    self.contactLink = contactLink
    self.passwordChanged = passwordChanged
    self.passwordLink = passwordLink
    self.isFactorOn = isFactorOn
    self.codesLeft = codesLeft
    self.sessionCount = sessionCount
    self.securityLink = securityLink
    self.language = language
    self.currency = currency
    self.zone = zone
    self.preferencesLink = preferencesLink
    self.organisations = organisations
    self.organisationsLink = organisationsLink
    self.signOut = signOut
  }

  package static let isDynamic = true
  package static let about = "The page of an account, which leads to all that can be set about it."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("needs", \.needs, "What the member should do."),
    Field("name", \.name, "The name of the member."),
    Field("nameLink", \.nameLink, "Where the name is changed."),
    Field("seal", \.seal, "The characters that stand for the member."),
    Field("since", \.since, "When the account was opened."),
    Field("contacts", \.contacts, "Where the member can be reached."),
    Field("contactLink", \.contactLink, "Where that is changed."),
    Field("passwordChanged", \.passwordChanged, "When the password was changed, if it ever was."),
    Field("passwordLink", \.passwordLink, "Where the password is changed."),
    Field("isFactorOn", \.isFactorOn, "Signing in takes a second step."),
    Field("codesLeft", \.codesLeft, "How many of the kept codes are left."),
    Field("sessionCount", \.sessionCount, "On how many devices the member is signed in."),
    Field("securityLink", \.securityLink, "The page about how one signs in."),
    Field("language", \.language, "The language of letters."),
    Field("currency", \.currency, "The currency in which prices are shown."),
    Field("zone", \.zone, "The place whose clocks count."),
    Field("preferencesLink", \.preferencesLink, "Where these three are chosen."),
    Field("organisations", \.organisations, "Those that the member belongs to."),
    Field("organisationsLink", \.organisationsLink, "The page about them."),
    Field("signOut", \.signOut, "Where signing out is sent."))
}
