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
  package let around: FormFrame
  package let form: FormAddress
  package let name: TextField
  package let back: Link

  package init(
    around: FormFrame,
    form: FormAddress,
    name: TextField,
    back: Link
  ) {
    self.around = around
    self.form = form
    self.name = name
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members change their name."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("form", \.form, "Where the form is sent."),
    Field("name", \.name, "The name."),
    Field("back", \.back, "The account at a glance."))
}

extension NamePage {
  package init(_ form: NameForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let name = fields.text(
      .name, form.name, kind: .name, charactersMax: Party.nameCharactersMax)
    self.init(
      around: fields.around(.name, at: .settings(.name), [name]),
      form: edition.form(.name, form.state), name: name, back: edition.link(.overview))
  }
}
