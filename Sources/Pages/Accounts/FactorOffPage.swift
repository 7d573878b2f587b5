package import Theme

/// Where a member gives up the second step.
package struct FactorOffPage: View {
  package let frame: Frame
  package let menu: SettingsMenu
  package let notice: Notice?
  package let isStaff: Bool
  package let faults: FaultList
  package let form: FormAddress
  package let current: TextField
  package let code: TextField
  package let back: Link

  package init(
    frame: Frame,
    menu: SettingsMenu,
    notice: Notice? = nil,
    isStaff: Bool = false,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    current: TextField,
    code: TextField,
    back: Link
  ) {
    self.frame = frame
    self.menu = menu
    self.notice = notice
    self.isStaff = isStaff
    self.faults = faults
    self.form = form
    self.current = current
    self.code = code
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members give up the second step."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("menu", \.menu, "The way to the other pages."),
    Field("notice", \.notice, "What came of what was sent last."),
    Field("isStaff", \.isStaff, "The member is staff, and may do nothing as such without it."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("current", \.current, "The password."),
    Field("code", \.code, "A code of the app, or one that was kept."),
    Field("back", \.back, "The page about how one signs in."))
}

extension FactorOffPage {
  package init(_ form: BothFactorsForm, in edition: Edition) {
    let fields = SettingsFields(form.state, in: edition)
    let current = fields.text(.current, kind: .password)
    let code = fields.text(.code, kind: .text)
    self.init(
      frame: edition.frame(.factorOff, at: .factorOff), menu: edition.menu(at: .factorOff),
      notice: Notice(about: form.state, in: edition), isStaff: form.isStaff,
      faults: fields.list(of: [current, code]), form: edition.form(.factorOff, form.state),
      current: current, code: code, back: edition.link(.security))
  }
}
