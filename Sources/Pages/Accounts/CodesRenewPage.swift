package import Theme

/// Somebody who wants other codes to keep, or no second step any more: both take the password and a
/// code.
package struct BothFactorsForm: Sendable {
  package var state: FormState
  package var codesLeft: Int
  /// It is staff, who must have the second step.
  package var isStaff: Bool

  package init(state: FormState, codesLeft: Int = 0, isStaff: Bool = false) {
    self.state = state
    self.codesLeft = codesLeft
    self.isStaff = isStaff
  }
}

/// Where a member gets other codes to keep.
package struct CodesRenewPage: View {
  package let around: FormFrame
  package let form: FormAddress
  package let codesLeft: Int
  package let current: TextField
  package let code: TextField
  package let back: Link

  package init(
    around: FormFrame,
    form: FormAddress,
    codesLeft: Int,
    current: TextField,
    code: TextField,
    back: Link
  ) {
    self.around = around
    self.form = form
    self.codesLeft = codesLeft
    self.current = current
    self.code = code
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members get other codes to keep."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("form", \.form, "Where the form is sent."),
    Field("codesLeft", \.codesLeft, "How many are left, which will be good no more."),
    Field("current", \.current, "The password."),
    Field("code", \.code, "A code of the app, or one that is left."),
    Field("back", \.back, "The page about how one signs in."))
}

extension CodesRenewPage {
  package init(_ form: BothFactorsForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let current = fields.text(.current, kind: .password)
    let code = fields.text(.code)
    self.init(
      around: fields.around(.codesRenewed, at: .settings(.codes), [current, code]),
      form: edition.form(.codes, form.state), codesLeft: form.codesLeft, current: current,
      code: code, back: edition.link(.security))
  }
}
