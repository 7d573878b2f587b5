import Theme

/// The fields of all forms about the own account.
enum SettingsField: Int, CaseIterable, Choice {
  case name, language, currency, timezone, mailOrders, mailMessages, mailNews, sms
  case contact, current, password
  /// The first code of an app, by which it is seen that it has the secret.
  case firstCode
  /// A code of the app, or one that was kept.
  case code
  case sure
  case organisation, invited, role

  var name: Token {
    switch self {
    case .language: "language"
    case .currency: "currency"
    case .timezone: "timezone"
    case .mailOrders: "mail-orders"
    case .mailMessages: "mail-messages"
    case .mailNews: "mail-news"
    case .sms: "sms"
    case .contact, .invited: "contact"
    case .current: "current"
    case .password: "password"
    case .firstCode, .code: "code"
    case .sure: "sure"
    case .name, .organisation: "name"
    case .role: "role"
    }
  }
}

struct SettingsLabel: Sentence {
  static let key = "settings.label"
  let field: SettingsField
  static let about = "What stands above a field of a form about the own account."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

struct SettingsHint: Sentence {
  static let key = "settings.hint"
  let field: SettingsField
  static let about = "How to fill in a field of a form about the own account; may be empty."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

/// Makes the fields of a form, each with the first of its faults.
struct SettingsFields {
  let faults: [(field: String, fault: FieldFault)]
  let edition: Edition

  init(_ state: FormState, in edition: Edition) {
    faults = state.faults
    self.edition = edition
  }

  func text(
    _ field: SettingsField, _ value: String = "", kind: TextField.Kind,
    charactersMax: Int? = nil
  ) -> TextField {
    TextField(
      name: field.name, label: label(field), value: value, hint: hint(field),
      fault: fault(field), kind: kind, charactersMax: charactersMax)
  }

  func box(_ field: SettingsField, isChecked: Bool, isRequired: Bool = false) -> BoxField {
    BoxField(
      name: field.name, label: label(field), isChecked: isChecked, hint: hint(field),
      fault: fault(field), isRequired: isRequired)
  }

  func choice(_ field: SettingsField, among options: [ChoiceOption]) -> ChoiceField {
    ChoiceField(
      name: field.name, label: label(field), hint: hint(field), fault: choiceFault(field),
      options: options)
  }

  func select(_ field: SettingsField, among options: [ChoiceOption]) -> SelectField {
    SelectField(
      name: field.name, label: label(field), hint: hint(field), fault: choiceFault(field),
      options: options)
  }

  /// With those of fields that are not among them, by the names they were sent under.
  func list(of fields: [any FormField]) -> FaultList {
    let names = fields.map(\.name.text)
    let others = faults.filter { !names.contains($0.field) }
    return FaultList(
      of: fields,
      and: others.map { FaultLine(label: $0.field, fault: edition.sentence(for: $0.fault)) })
  }

  private func label(_ field: SettingsField) -> String {
    edition.words(SettingsLabel(field: field))
  }

  private func hint(_ field: SettingsField) -> String? {
    let hint = edition.words(SettingsHint(field: field))
    return hint.isEmpty ? nil : hint
  }

  private func fault(_ field: SettingsField) -> String? {
    faults.first { $0.field == field.name.text }.map { edition.sentence(for: $0.fault) }
  }

  /// Nobody fills in what is to be chosen.
  private func choiceFault(_ field: SettingsField) -> String? {
    faults.first { $0.field == field.name.text }
      .map { edition.sentence(for: $0.fault == .missing ? .notAChoice : $0.fault) }
  }
}
