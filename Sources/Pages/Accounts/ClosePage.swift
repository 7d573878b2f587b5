package import Theme

/// Somebody who wants to close the account.
package struct CloseForm: Sendable {
  package var state: FormState
  package var isFactorOn: Bool
  /// The box was ticked.
  package var isSure: Bool
  /// The organisations that would be left without an owner.
  package var owned: [OrganisationFact]

  package init(
    state: FormState, isFactorOn: Bool = false, isSure: Bool = false,
    owned: [OrganisationFact] = []
  ) {
    self.state = state
    self.isFactorOn = isFactorOn
    self.isSure = isSure
    self.owned = owned
  }
}

/// Where a member closes the account, and reads before what that means.
package struct ClosePage: View {
  package let around: FormFrame
  package let owned: [NamedLink]
  package let form: FormAddress
  package let current: TextField
  package let code: TextField?
  package let sure: BoxField
  package let back: Link

  package init(
    around: FormFrame,
    owned: [NamedLink] = [],
    form: FormAddress,
    current: TextField,
    code: TextField? = nil,
    sure: BoxField,
    back: Link
  ) {
    self.around = around
    self.owned = owned
    self.form = form
    self.current = current
    self.code = code
    self.sure = sure
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members close their account."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field(
      "owned", \.owned,
      "Organisations that need another owner first; there is no form as long as there are any."),
    Field("form", \.form, "Where the form is sent."),
    Field("current", \.current, "The password."),
    Field("code", \.code, "A code, when signing in takes a second step."),
    Field("sure", \.sure, "A box to tick."),
    Field("back", \.back, "The page about how one signs in."))
}

extension ClosePage {
  package init(_ form: CloseForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let current = fields.text(.current, kind: .password)
    let code = form.isFactorOn ? fields.text(.code) : nil
    let sure = fields.box(.sure, isChecked: form.isSure, isRequired: true)
    let shown: [(any FormField)?] = [current, code, sure]
    self.init(
      around: fields.around(.close, at: .settings(.close), shown.compactMap { $0 }),
      owned: form.owned.map {
        NamedLink(
          name: edition.said($0.name, in: $0.language),
          link: edition.link(.organisation($0.party, .page)))
      },
      form: edition.form(.close, form.state), current: current, code: code, sure: sure,
      back: edition.link(.security))
  }
}
