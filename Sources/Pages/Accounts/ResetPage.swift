package import Theme

/// Where somebody begins who forgot the password.
package struct ResetPage: View {
  package let around: FormFrame
  package let contact: TextField
  package let form: FormAddress
  package let signIn: Link

  package init(
    around: FormFrame,
    contact: TextField,
    form: FormAddress,
    signIn: Link
  ) {
    self.around = around
    self.contact = contact
    self.form = form
    self.signIn = signIn
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody begins who forgot the password."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("contact", \.contact, "Their e-mail address or phone number."),
    Field("form", \.form, "Where the form is sent."),
    Field("signIn", \.signIn, "Where they go who remember it after all."))
}

extension ResetPage {
  package init(_ form: ResetForm, in edition: Edition) {
    let fields = FormFields<GateField>(form.state, in: edition)
    let contact = fields.text(.contact, form.contact, kind: .contact)
    self.init(
      around: fields.around(
        .reset, at: .reset, edition.notice(form.state, waitSeconds: form.waitSeconds), [contact]),
      contact: contact, form: edition.form(.reset, form.state), signIn: edition.link(.signIn))
  }
}
