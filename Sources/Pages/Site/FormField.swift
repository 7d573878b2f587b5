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
  /// The first of its options: only what can be operated takes the focus.
  var place: Link { Link(ours: "#field-\(name.text)-1") }
}

extension BoxField: FormField {
  var place: Link { Link(ours: "#field-\(name.text)") }
}

/// What is wrong with what somebody sent, for the fields of the form in which it is shown again.
struct FormFaults {
  let faults: [(field: String, fault: FieldFault)]
  let edition: Edition

  /// Of several faults of one field the first is told.
  func sentence(_ field: String) -> String? {
    faults.first { $0.field == field }.map { edition.sentence(for: $0.fault) }
  }

  /// Nobody fills in a box.
  func sentence(ofBox field: String) -> String? {
    faults.first { $0.field == field }
      .map { edition.sentence(for: $0.fault == .missing ? .notTicked : $0.fault) }
  }

  /// With those of fields that are not among them, by the names they were sent under.
  func list(of fields: [any FormField]) -> FaultList {
    let names = fields.map(\.name.text)
    let others = faults.filter { !names.contains($0.field) }
    return FaultList(
      of: fields,
      and: others.map { FaultLine(label: $0.field, fault: edition.sentence(for: $0.fault)) })
  }
}

extension SelectField: FormField {
  var place: Link { Link(ours: "#field-\(name.text)") }
}

/// What is wrong with a form, told above it.
package struct FaultList: View {
  package let faults: [FaultLine]

  package init(_ faults: [FaultLine]) { self.faults = faults }

  /// In the order of the fields; `others` have no field that can be seen.
  init(of fields: [any FormField], and others: [FaultLine] = []) {
    let lines = fields.compactMap { field in
      field.fault.map { FaultLine(label: field.label, fault: $0, link: field.place) }
    }
    self.init(lines + others)
  }

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
