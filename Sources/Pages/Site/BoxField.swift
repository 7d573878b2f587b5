package import Theme

/// A field of a form that is ticked or not.
package struct BoxField: View {
  package let name: Token
  package let label: String
  package let isChecked: Bool
  package let hint: String?
  package let links: [NamedLink]
  package let fault: String?
  package let isRequired: Bool
  package let isDescribed: Bool

  /// Unlike other fields, a box may mostly be left as it is.
  package init(
    name: Token,
    label: String,
    isChecked: Bool = false,
    hint: String? = nil,
    links: [NamedLink] = [],
    fault: String? = nil,
    isRequired: Bool = false
  ) {
    self.name = name
    self.label = label
    self.isChecked = isChecked
    self.hint = hint
    self.links = links
    self.fault = fault
    self.isRequired = isRequired
    isDescribed = hint != nil || fault != nil || !links.isEmpty
  }

  package static let about = "A field of a form that is ticked or not."
  package static let fields = Fields<Self>(
    Field("name", \.name, "By what name it is sent if ticked; its id is `field-` and this."),
    Field("label", \.label, "What stands beside it."),
    Field("isChecked", \.isChecked, "It is ticked already."),
    Field("hint", \.hint, "What it means to tick it."),
    Field("links", \.links, "What its label speaks of, to be read."),
    Field("fault", \.fault, "What is wrong with it, in a sentence."),
    Field("isRequired", \.isRequired, "It has to be ticked."),
    Field("isDescribed", \.isDescribed, "It has a hint, links or a fault."))
}
