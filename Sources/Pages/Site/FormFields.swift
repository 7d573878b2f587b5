import Theme

/// The fields of one kind of form: what each is called, by people and where it is sent.
protocol FieldName: CaseIterable {
  var name: Token { get }
  func label(in edition: Edition) -> String
  /// How to fill it in; empty where nothing need be said.
  func hint(in edition: Edition) -> String
}

/// Makes the fields of a form, each with the first of its faults.
struct FormFields<Name: FieldName> {
  let state: FormState
  let edition: Edition

  init(_ state: FormState, in edition: Edition) {
    self.state = state
    self.edition = edition
  }

  /// `hint` and `fault` take the place of those that it has by itself.
  func text(
    _ field: Name, _ value: String = "", anchor: Token? = nil, hint: String? = nil,
    fault: String? = nil, isRequired: Bool = true, isLong: Bool = false,
    kind: TextField.Kind = .text, charactersMax: Int? = nil
  ) -> TextField {
    TextField(
      name: field.name, anchor: anchor, label: field.label(in: edition), value: value,
      hint: hint ?? self.hint(field), fault: fault ?? self.fault(field), isRequired: isRequired,
      isLong: isLong, kind: kind, charactersMax: charactersMax)
  }

  func box(
    _ field: Name, isChecked: Bool, links: [NamedLink] = [], isRequired: Bool = false
  ) -> BoxField {
    BoxField(
      name: field.name, label: field.label(in: edition), isChecked: isChecked, hint: hint(field),
      links: links, fault: fault(field, missing: .notTicked), isRequired: isRequired)
  }

  func choice(
    _ field: Name, among options: [ChoiceOption], isList: Bool = false
  ) -> ChoiceField {
    ChoiceField(
      name: field.name, label: field.label(in: edition), hint: hint(field),
      fault: fault(field, missing: .notAChoice), isList: isList, options: options)
  }

  /// With those of fields that are not among them, by their labels if they have any.
  func list(of fields: [any FormField]) -> FaultList {
    let lines = fields.compactMap { field in
      field.fault.map { FaultLine(label: field.label, fault: $0, link: field.place) }
    }
    let names = fields.map(\.name.text)
    let others = state.faults.filter { !names.contains($0.field) }.map { name, fault in
      let field = Name.allCases.first { $0.name.text == name }
      return FaultLine(
        label: field?.label(in: edition) ?? name, fault: edition.sentence(for: fault))
    }
    return FaultList(lines + others)
  }

  private func hint(_ field: Name) -> String? {
    let hint = field.hint(in: edition)
    return hint.isEmpty ? nil : hint
  }

  /// Nobody fills in a box, or what is to be chosen: `missing` says it in other words.
  private func fault(_ field: Name, missing: FieldFault = .missing) -> String? {
    state.faults.first { $0.field == field.name.text }
      .map { edition.sentence(for: $0.fault == .missing ? missing : $0.fault) }
  }
}
