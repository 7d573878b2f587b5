package import Theme

/// A field of a form that takes words.
package struct TextField: View {
  /// What is written in it, by which browsers know what to offer.
  package enum Kind: Sendable {
    case text, name, email, phone, address, number, code, password, newPassword
  }

  package let name: Token
  package let label: String
  package let value: String
  package let hint: String?
  package let fault: String?
  package let isRequired: Bool
  package let isLong: Bool
  package let type: Token
  package let autocomplete: Token?
  package let keyboard: Token?
  package let charactersMax: Int?
  package let isDescribed: Bool

  /// `value` is what was typed. A password is never shown again.
  package init(
    name: Token,
    label: String,
    value: String = "",
    hint: String? = nil,
    fault: String? = nil,
    isRequired: Bool = true,
    isLong: Bool = false,
    kind: Kind = .text,
    charactersMax: Int? = nil
  ) {
    self.name = name
    self.label = label
    self.value = kind.isSecret ? "" : value
    self.hint = hint
    self.fault = fault
    self.isRequired = isRequired
    self.isLong = isLong
    type = kind.type
    autocomplete = kind.autocomplete
    keyboard = kind.keyboard
    self.charactersMax = charactersMax
    isDescribed = hint != nil || fault != nil || charactersMax != nil
  }

  package static let about = "A field of a form that takes words."
  package static let fields = Fields<Self>(
    Field("name", \.name, "By what name it is sent; its id is `field-` and this."),
    Field("label", \.label, "What stands above it."),
    Field("value", \.value, "What is in it: what was typed, when there was a fault."),
    Field("hint", \.hint, "How to fill it in."),
    Field("fault", \.fault, "What is wrong with it, in a sentence."),
    Field("isRequired", \.isRequired, "It cannot be left empty."),
    Field("isLong", \.isLong, "It takes several lines."),
    Field("type", \.type, "The type of the input, such as text, email or password."),
    Field("autocomplete", \.autocomplete, "What browsers may offer to fill in."),
    Field("keyboard", \.keyboard, "The keys that a phone should show, for `inputmode`."),
    Field("charactersMax", \.charactersMax, "How many characters it takes, where that is told."),
    Field("isDescribed", \.isDescribed, "It has a hint, a limit or a fault."))
}

extension TextField.Kind {
  fileprivate var isSecret: Bool { self == .password || self == .newPassword }

  fileprivate var type: Token {
    switch self {
    case .text, .name, .address, .number, .code: "text"
    case .email: "email"
    case .phone: "tel"
    case .password, .newPassword: "password"
    }
  }

  fileprivate var autocomplete: Token? {
    switch self {
    case .text, .address, .number: nil
    case .name: "name"
    case .email: "email"
    case .phone: "tel"
    case .code: "one-time-code"
    case .password: "current-password"
    case .newPassword: "new-password"
    }
  }

  fileprivate var keyboard: Token? {
    switch self {
    case .address: "url"
    case .number: "decimal"
    case .code: "numeric"
    case .text, .name, .email, .phone, .password, .newPassword: nil
    }
  }
}
