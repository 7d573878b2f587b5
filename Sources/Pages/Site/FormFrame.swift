package import Theme

/// What stands around a form, and above it.
package struct FormFrame: View {
  package let frame: Frame
  package let menu: SettingsMenu?
  package let notice: Notice?
  package let faults: FaultList

  package init(
    frame: Frame,
    menu: SettingsMenu? = nil,
    notice: Notice? = nil,
    faults: FaultList = FaultList([])
  ) {
    self.frame = frame
    self.menu = menu
    self.notice = notice
    self.faults = faults
  }

  package static let about = "What stands around a form: the page, and what came of it last."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around every page."),
    Field("menu", \.menu, "The way to the other pages about the own account, on these."),
    Field("notice", \.notice, "What came of what was sent last, or why somebody is here."),
    Field("faults", \.faults, "What is wrong with what was sent."))
}
