package import Theme

/// A field of a form in which one is chosen: of a few by buttons, of many from a list that opens.
package struct ChoiceField: View {
  package let name: Token
  package let label: String
  package let hint: String?
  package let fault: String?
  package let isRequired: Bool
  package let isList: Bool
  package let options: [ChoiceOption]
  package let isDescribed: Bool

  package init(
    name: Token,
    label: String,
    hint: String? = nil,
    fault: String? = nil,
    isRequired: Bool = true,
    isList: Bool = false,
    options: [ChoiceOption]
  ) {
    self.name = name
    self.label = label
    self.hint = hint
    self.fault = fault
    self.isRequired = isRequired
    self.isList = isList
    self.options = options
    isDescribed = hint != nil || fault != nil
  }

  package static let about = "A field of a form in which one of several is chosen."
  package static let fields = Fields<Self>(
    Field("name", \.name, "By what name it is sent; ids in it begin with `field-` and this."),
    Field("label", \.label, "What stands above it."),
    Field("hint", \.hint, "How to choose."),
    Field("fault", \.fault, "What is wrong with it, in a sentence."),
    Field("isRequired", \.isRequired, "One must be chosen."),
    Field("isList", \.isList, "They are many: a list that opens, in place of buttons."),
    Field("options", \.options, "What can be chosen."),
    Field("isDescribed", \.isDescribed, "It has a hint or a fault."))
}

/// What can be chosen in a field.
package struct ChoiceOption: View {
  package let value: String
  package let label: String
  package let isChosen: Bool

  package init(
    value: String,
    label: String,
    isChosen: Bool = false
  ) {
    self.value = value
    self.label = label
    self.isChosen = isChosen
  }

  package static let about = "What can be chosen in a field of a form."
  package static let fields = Fields<Self>(
    Field("value", \.value, "What is sent."),
    Field("label", \.label, "What people read."),
    Field("isChosen", \.isChosen, "It is chosen already."))
}
