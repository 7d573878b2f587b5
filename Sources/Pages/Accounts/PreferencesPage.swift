import Market
package import Theme

/// How somebody likes the site, as it was chosen.
package struct PreferencesForm: Sendable {
  package var state: FormState
  /// The tag of a language, the code of a currency, a zone of the IANA database; or whatever was sent
  /// instead.
  package var language: String
  package var currency: String
  package var timezone: String
  package var mailOrders: Bool
  package var mailMessages: Bool
  package var mailNews: Bool
  package var sms: Bool

  package init(
    state: FormState, language: String, currency: String, timezone: String,
    mailOrders: Bool = true, mailMessages: Bool = true, mailNews: Bool = false, sms: Bool = true
  ) {
    self.state = state
    self.language = language
    self.currency = currency
    self.timezone = timezone
    self.mailOrders = mailOrders
    self.mailMessages = mailMessages
    self.mailNews = mailNews
    self.sms = sms
  }
}

/// Where people choose their language, currency, clocks and letters.
package struct PreferencesPage: View {
  package let around: FormFrame
  package let form: FormAddress
  package let language: ChoiceField
  package let currency: ChoiceField
  package let timezone: ChoiceField
  package let mails: [BoxField]
  package let sms: BoxField

  package init(
    around: FormFrame,
    form: FormAddress,
    language: ChoiceField,
    currency: ChoiceField,
    timezone: ChoiceField,
    mails: [BoxField],
    sms: BoxField
  ) {
    self.around = around
    self.form = form
    self.language = language
    self.currency = currency
    self.timezone = timezone
    self.mails = mails
    self.sms = sms
  }

  package static let isDynamic = true
  package static let about = "The page on which members say how they like the site."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("form", \.form, "Where the form is sent."),
    Field("language", \.language, "The language of letters and of the site."),
    Field("currency", \.currency, "The currency in which prices are shown."),
    Field("timezone", \.timezone, "The place whose clocks count."),
    Field("mails", \.mails, "What is told by e-mail."),
    Field("sms", \.sms, "Whether anything is told by text message."))
}

extension PreferencesPage {
  package init(_ form: PreferencesForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let language = fields.choice(
      .language, among: edition.languageOptions(chosen: form.language))
    let currency = fields.choice(
      .currency, among: edition.currencyOptions(chosen: form.currency), isList: true)
    let timezone = fields.choice(
      .timezone, among: edition.zoneOptions(chosen: form.timezone), isList: true)
    let mails = [
      fields.box(.mailOrders, isChecked: form.mailOrders),
      fields.box(.mailMessages, isChecked: form.mailMessages),
      fields.box(.mailNews, isChecked: form.mailNews),
    ]
    let sms = fields.box(.sms, isChecked: form.sms)
    self.init(
      around: fields.around(
        .preferences, at: .settings(.preferences),
        [language, currency, timezone] + mails + [sms]),
      form: edition.form(.preferences, form.state), language: language, currency: currency,
      timezone: timezone, mails: mails, sms: sms)
  }
}
