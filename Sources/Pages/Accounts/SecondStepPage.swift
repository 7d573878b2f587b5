package import Theme

/// Where somebody shows, after the password, that the authenticator app is theirs.
package struct SecondStepPage: View {
  package let around: FormFrame
  package let code: TextField?
  package let backupCode: TextField?
  package let isBackupCode: Bool
  package let next: String?
  package let form: FormAddress
  package let start: Link

  package init(
    around: FormFrame,
    code: TextField?,
    backupCode: TextField?,
    isBackupCode: Bool = false,
    next: String? = nil,
    form: FormAddress,
    start: Link
  ) {
    self.around = around
    self.code = code
    self.backupCode = backupCode
    self.isBackupCode = isBackupCode
    self.next = next
    self.form = form
    self.start = start
  }

  package static let isDynamic = true
  package static let about = "The page that takes the second step of signing in."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("code", \.code, "The six digits of the app; missing when none are taken any more."),
    Field("backupCode", \.backupCode, "The same field for one of the codes that were kept."),
    Field("isBackupCode", \.isBackupCode, "Such a code was sent, so that its field is open."),
    Field("next", \.next, "Where to go on to, for the hidden field `next`, if it is known."),
    Field("form", \.form, "Where the form is sent."),
    Field("start", \.start, "Where they begin anew, with the password."))
}

extension SecondStepPage {
  package init(_ form: SecondStepForm, in edition: Edition) {
    let fields = FormFields<GateField>(form.state, in: edition)
    // Both are sent as `code`, but only one was, and what is wrong is wrong with that.
    let other = FormFields<GateField>(FormState(token: form.state.token), in: edition)
    let isApp = !form.isBackupCode
    let code = (isApp ? fields : other).text(
      .appCode, isApp ? form.code : "", hint: edition.hint(.appCode), kind: .code)
    let backupCode = (isApp ? other : fields).text(
      .backupCode, isApp ? "" : form.code, anchor: "backup", hint: edition.hint(.backupCode),
      kind: .keptCode)
    let place = GatePlace.secondStep(form.challenge)
    self.init(
      around: fields.around(
        .secondStep, at: place, next: form.next,
        edition.notice(form.state, waitSeconds: form.waitSeconds, isSpent: form.isSpent),
        form.isSpent ? nil : [code, backupCode]),
      code: form.isSpent ? nil : code, backupCode: form.isSpent ? nil : backupCode,
      isBackupCode: form.isBackupCode, next: form.next, form: edition.form(place, form.state),
      start: edition.link(.signIn, next: form.next))
  }
}
