package import Theme

/// Somebody who has another e-mail address or phone number.
package struct ContactForm: Sendable {
  package var state: FormState
  package var contacts: [ContactFact]
  /// As it was typed.
  package var contact: String

  package init(state: FormState, contacts: [ContactFact], contact: String = "") {
    self.state = state
    self.contacts = contacts
    self.contact = contact
  }
}

/// Where a member can be reached, and changes it.
package struct ContactPage: View {
  package let around: FormFrame
  package let contacts: [ContactLine]
  package let isUnproven: Bool
  package let form: FormAddress
  package let contact: TextField
  package let current: TextField

  package init(
    around: FormFrame,
    contacts: [ContactLine],
    isUnproven: Bool = false,
    form: FormAddress,
    contact: TextField,
    current: TextField
  ) {
    self.around = around
    self.contacts = contacts
    self.isUnproven = isUnproven
    self.form = form
    self.contact = contact
    self.current = current
  }

  package static let isDynamic = true
  package static let about = "The page on which members change where they can be reached."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("contacts", \.contacts, "Where the member can be reached."),
    Field("isUnproven", \.isUnproven, "One of them is not proven."),
    Field("form", \.form, "Where the form is sent."),
    Field("contact", \.contact, "The new address or number."),
    Field("current", \.current, "The password."))
}

extension ContactPage {
  package init(_ form: ContactForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let unproven = form.contacts.first { !$0.isProven }
    // Who comes to prove what is known already need not type it.
    let typed = form.contact.isEmpty ? unproven?.text ?? "" : form.contact
    let contact = fields.text(.contact, typed)
    let current = fields.text(.current, kind: .password)
    self.init(
      around: fields.around(.contact, at: .settings(.contact), [contact, current]),
      contacts: form.contacts.map(ContactLine.init), isUnproven: unproven != nil,
      form: edition.form(.contact, form.state), contact: contact, current: current)
  }
}
