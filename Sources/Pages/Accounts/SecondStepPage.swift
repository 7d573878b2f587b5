package import Theme

/// Where somebody shows, after the password, that the authenticator app is theirs.
package struct SecondStepPage: View {
  package let frame: Frame
  package let code: TextField?
  package let backupCode: TextField?
  package let isBackupCode: Bool
  package let next: String?
  package let faults: FaultList
  package let form: FormAddress
  package let notice: Notice?
  package let start: Link

  package init(
    frame: Frame,
    code: TextField?,
    backupCode: TextField?,
    isBackupCode: Bool = false,
    next: String? = nil,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    notice: Notice? = nil,
    start: Link
  ) {
    self.frame = frame
    self.code = code
    self.backupCode = backupCode
    self.isBackupCode = isBackupCode
    self.next = next
    self.faults = faults
    self.form = form
    self.notice = notice
    self.start = start
  }

  package static let isDynamic = true
  package static let about = "The page that takes the second step of signing in."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("code", \.code, "The six digits of the app; missing when none are taken any more."),
    Field("backupCode", \.backupCode, "The same field for one of the codes that were kept."),
    Field("isBackupCode", \.isBackupCode, "Such a code was sent, so that its field is open."),
    Field("next", \.next, "Where to go on to, for the hidden field `next`, if it is known."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("notice", \.notice, "Why they are not in."),
    Field("start", \.start, "Where they begin anew, with the password."))
}

extension SecondStepPage {
  package init(_ form: SecondStepForm, in edition: Edition) {
    let faults = FormFaults(faults: form.faults, edition: edition)
    let fault = faults.sentence("code")
    let code = TextField(
      name: "code", label: edition.label(.appCode), value: form.isBackupCode ? "" : form.code,
      hint: edition.hint(.appCode), fault: form.isBackupCode ? nil : fault, kind: .code)
    let backupCode = TextField(
      name: "code", anchor: "backup", label: edition.label(.backupCode),
      value: form.isBackupCode ? form.code : "", hint: edition.hint(.backupCode),
      fault: form.isBackupCode ? fault : nil, kind: .keptCode)
    let place = GatePlace.secondStep(form.challenge)
    self.init(
      frame: edition.gateFrame(.secondStep, at: place, next: form.next),
      code: form.isSpent ? nil : code, backupCode: form.isSpent ? nil : backupCode,
      isBackupCode: form.isBackupCode, next: form.next,
      faults: form.isSpent ? FaultList([]) : faults.list(of: [code, backupCode]),
      form: edition.form(place, token: form.token),
      notice: edition.notice(
        isStale: form.isStale, waitSeconds: form.waitSeconds, isSpent: form.isSpent),
      start: edition.link(.signIn, next: form.next))
  }
}
