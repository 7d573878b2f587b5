import Theme

/// The fields of all forms about the own account.
enum SettingsField: Int, CaseIterable, Choice, FieldName {
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

  func label(in edition: Edition) -> String { edition.words(SettingsLabel(field: self)) }

  func hint(in edition: Edition) -> String { edition.words(SettingsHint(field: self)) }
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
