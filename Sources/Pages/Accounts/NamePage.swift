import Market
package import Theme

/// Somebody who wants to be called otherwise.
package struct NameForm: Sendable {
  package var state: FormState
  /// As it is, or as it was typed.
  package var name: String

  package init(state: FormState, name: String) {
    self.state = state
    self.name = name
  }
}

/// Where a member changes the name that others see.
package struct NamePage: View {
  package let frame: Frame
  package let menu: SettingsMenu
  package let notice: Notice?
  package let faults: FaultList
  package let form: FormAddress
  package let name: TextField
  package let back: Link

  package init(
    frame: Frame,
    menu: SettingsMenu,
    notice: Notice? = nil,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    name: TextField,
    back: Link
  ) {
    self.frame = frame
    self.menu = menu
    self.notice = notice
    self.faults = faults
    self.form = form
    self.name = name
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members change their name."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("menu", \.menu, "The way to the other pages."),
    Field("notice", \.notice, "What came of what was sent last."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("name", \.name, "The name."),
    Field("back", \.back, "The account at a glance."))
}

extension NamePage {
  package init(_ form: NameForm, in edition: Edition) {
    let fields = SettingsFields(form.state, in: edition)
    let name = fields.text(
      .name, form.name, kind: .name, charactersMax: Party.nameCharactersMax)
    self.init(
      frame: edition.frame(.name, at: .name), menu: edition.menu(at: .name),
      notice: Notice(about: form.state, in: edition), faults: fields.list(of: [name]),
      form: edition.form(.name, form.state), name: name, back: edition.link(.overview))
  }
}
