package import Theme

/// A part of a form that a person fills in.
protocol FormField {
  /// By what name it is sent.
  var name: Token { get }
  var label: String { get }
  /// A whole sentence; nil when all is well.
  var fault: String? { get }
  /// Where it stands on its page.
  var place: Link { get }
}

extension TextField: FormField {
  var place: Link { Link(ours: "#field-\(anchor.text)") }
}

extension ChoiceField: FormField {
  /// The list, or the first button: only what can be operated takes the focus.
  var place: Link { Link(ours: isList ? "#field-\(name.text)" : "#field-\(name.text)-1") }
}

extension BoxField: FormField {
  var place: Link { Link(ours: "#field-\(name.text)") }
}

/// What is wrong with a form, told above it.
package struct FaultList: View {
  package let faults: [FaultLine]

  package init(_ faults: [FaultLine]) { self.faults = faults }

  package static let about = "What is wrong with a form, to be told above it."
  package static let fields = Fields<Self>(
    Field("faults", \.faults, "A line for each field with a fault; empty when all is well."))
}

/// A field, and what is wrong with it.
package struct FaultLine: View {
  package let label: String
  package let fault: String
  package let link: Link?

  package init(
    label: String,
    fault: String,
    link: Link? = nil
  ) {
    self.label = label
    self.fault = fault
    self.link = link
  }

  package static let about = "What is wrong with one field of a form."
  package static let fields = Fields<Self>(
    Field("label", \.label, "What the field is called."),
    Field("fault", \.fault, "What is wrong with it, in a sentence."),
    Field("link", \.link, "The field on this page; missing if it cannot be seen."))
}
