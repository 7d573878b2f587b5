package import Theme

/// Where somebody chooses another password, with a code that was sent.
package struct NewPasswordPage: View {
  package let around: FormFrame
  package let way: ContactWay
  package let sentTo: String
  package let isSpent: Bool
  package let code: TextField
  package let password: TextField
  package let second: TextField
  package let form: FormAddress
  package let start: Link

  package init(
    around: FormFrame,
    way: ContactWay,
    sentTo: String,
    isSpent: Bool = false,
    code: TextField,
    password: TextField,
    second: TextField,
    form: FormAddress,
    start: Link
  ) {
    self.around = around
    self.way = way
    self.sentTo = sentTo
    self.isSpent = isSpent
    self.code = code
    self.password = password
    self.second = second
    self.form = form
    self.start = start
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody chooses another password."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("way", \.way, "How the code was sent, if there is such an account."),
    Field("sentTo", \.sentTo, "Where it was sent, with a gap in it."),
    Field("isSpent", \.isSpent, "No code is taken any more: there is no form then."),
    Field("code", \.code, "The code."),
    Field("password", \.password, "The password that they choose."),
    Field("second", \.second, "The second step, for those who have turned it on."),
    Field("form", \.form, "Where the form is sent."),
    Field("start", \.start, "Where they begin anew."))
}

extension NewPasswordPage {
  package init(_ form: NewPasswordForm, in edition: Edition) {
    let fields = FormFields<GateField>(form.state, in: edition)
    let code = fields.text(.code, form.code, kind: .code)
    let password = fields.text(
      .newPassword, hint: edition.hint(.newPassword, min: form.passwordCharactersMin),
      kind: .newPassword)
    let second = fields.text(
      .second, form.second, hint: edition.hint(.second), isRequired: false, kind: .keptCode)
    let place = GatePlace.newPassword(form.challenge)
    let to = MaskedContact(form.sentTo)
    self.init(
      around: fields.around(
        .newPassword, at: place, edition.notice(form.state, isSpent: form.isSpent),
        form.isSpent ? nil : [code, password, second]),
      way: to.isEmail ? .email : .phone, sentTo: to.text, isSpent: form.isSpent, code: code,
      password: password, second: second, form: edition.form(place, form.state),
      start: edition.link(.reset))
  }
}
