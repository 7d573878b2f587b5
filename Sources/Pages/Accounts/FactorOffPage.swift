package import Theme

/// Where a member gives up the second step.
package struct FactorOffPage: View {
  package let around: FormFrame
  package let isStaff: Bool
  package let form: FormAddress
  package let current: TextField
  package let code: TextField
  package let back: Link

  package init(
    around: FormFrame,
    isStaff: Bool = false,
    form: FormAddress,
    current: TextField,
    code: TextField,
    back: Link
  ) {
    self.around = around
    self.isStaff = isStaff
    self.form = form
    self.current = current
    self.code = code
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members give up the second step."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("isStaff", \.isStaff, "The member is staff, and may do nothing as such without it."),
    Field("form", \.form, "Where the form is sent."),
    Field("current", \.current, "The password."),
    Field("code", \.code, "A code of the app, or one that was kept."),
    Field("back", \.back, "The page about how one signs in."))
}

extension FactorOffPage {
  package init(_ form: BothFactorsForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let current = fields.text(.current, kind: .password)
    let code = fields.text(.code)
    self.init(
      around: fields.around(.factorOff, at: .settings(.factorOff), [current, code]),
      isStaff: form.isStaff, form: edition.form(.factorOff, form.state), current: current,
      code: code, back: edition.link(.security))
  }
}
