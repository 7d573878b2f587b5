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
  package let frame: Frame
  package let menu: SettingsMenu
  package let notice: Notice?
  package let faults: FaultList
  package let form: FormAddress
  package let contact: String
  package let current: TextField
  package let password: TextField
  package let charactersMin: Int
  package let back: Link

  package init(
    frame: Frame,
    menu: SettingsMenu,
    notice: Notice? = nil,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    contact: String,
    current: TextField,
    password: TextField,
    charactersMin: Int,
    back: Link
  ) {
    self.frame = frame
    self.menu = menu
    self.notice = notice
    self.faults = faults
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
    Field("frame", \.frame, "What stands around the page."),
    Field("menu", \.menu, "The way to the other pages."),
    Field("notice", \.notice, "What came of what was sent last."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("contact", \.contact, "By what the member signs in, for programs that keep passwords."),
    Field("current", \.current, "The password of now."),
    Field("password", \.password, "The new one."),
    Field("charactersMin", \.charactersMin, "How long a password is at least."),
    Field("back", \.back, "The page about how one signs in."))
}

extension PasswordPage {
  package init(_ form: PasswordForm, in edition: Edition) {
    let fields = SettingsFields(form.state, in: edition)
    let current = fields.text(.current, kind: .password)
    let password = fields.text(.password, kind: .newPassword)
    self.init(
      frame: edition.frame(.password, at: .password), menu: edition.menu(at: .password),
      notice: Notice(about: form.state, in: edition),
      faults: fields.list(of: [current, password]),
      form: edition.form(.password, form.state), contact: form.contact, current: current,
      password: password, charactersMin: form.passwordCharactersMin,
      back: edition.link(.security))
  }
}
