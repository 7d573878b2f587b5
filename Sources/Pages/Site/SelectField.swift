package import Theme

/// A field of a form in which one of many is chosen, from a list that opens.
package struct SelectField: View {
  package let name: Token
  package let label: String
  package let hint: String?
  package let fault: String?
  package let options: [ChoiceOption]
  package let isDescribed: Bool

  package init(
    name: Token,
    label: String,
    hint: String? = nil,
    fault: String? = nil,
    options: [ChoiceOption]
  ) {
    self.name = name
    self.label = label
    self.hint = hint
    self.fault = fault
    self.options = options
    isDescribed = hint != nil || fault != nil
  }

  package static let about = "A field of a form in which one of many is chosen."
  package static let fields = Fields<Self>(
    Field("name", \.name, "By what name it is sent; its id is `field-` and this."),
    Field("label", \.label, "What stands above it."),
    Field("hint", \.hint, "How to choose."),
    Field("fault", \.fault, "What is wrong with it, in a sentence."),
    Field("options", \.options, "What can be chosen."),
    Field("isDescribed", \.isDescribed, "It has a hint or a fault."))
}
