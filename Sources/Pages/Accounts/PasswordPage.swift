package import Theme

/// Somebody who is signed in and wants another password. Neither of the two is ever shown again.
package struct PasswordForm: Sendable {
  package var state: FormState
  /// For the programs that keep passwords.
  package var contact: String
  package var passwordCharactersMin: Int

  package init(state: FormState, contact: String, passwordCharactersMin: Int = 8) {
    self.state = state
    self.contact = contact
    self.passwordCharactersMin = passwordCharactersMin
  }
}

/// Where a member changes the password.
package struct PasswordPage: View {
  package let around: FormFrame
  package let form: FormAddress
  package let contact: String
  package let current: TextField
  package let password: TextField
  package let charactersMin: Int
  package let back: Link

  package init(
    around: FormFrame,
    form: FormAddress,
    contact: String,
    current: TextField,
    password: TextField,
    charactersMin: Int,
    back: Link
  ) {
    self.around = around
    self.form = form
    self.contact = contact
    self.current = current
    self.password = password
    self.charactersMin = charactersMin
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members change their password."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("form", \.form, "Where the form is sent."),
    Field("contact", \.contact, "By what the member signs in, for programs that keep passwords."),
    Field("current", \.current, "The password of now."),
    Field("password", \.password, "The new one."),
    Field("charactersMin", \.charactersMin, "How long a password is at least."),
    Field("back", \.back, "The page about how one signs in."))
}

extension PasswordPage {
  package init(_ form: PasswordForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let current = fields.text(.current, kind: .password)
    let password = fields.text(.password, kind: .newPassword)
    self.init(
      around: fields.around(.password, at: .settings(.password), [current, password]),
      form: edition.form(.password, form.state), contact: form.contact, current: current,
      password: password, charactersMin: form.passwordCharactersMin,
      back: edition.link(.security))
  }
}
