package import Theme

/// A field of a form that takes words.
package struct TextField: View {
  /// What is written in it, by which browsers know what to offer.
  package enum Kind: Sendable {
    case text, name, email, phone, address, number, code, password, newPassword
    /// An e-mail address or a phone number, by which somebody is known here.
    case contact
    /// A day, or a time of one.
    case date, time
    /// A code of digits and letters, which is not sent but kept.
    case keptCode
  }

  package let name: Token
  package let anchor: Token
  package let label: String
  package let language: Token?
  package let value: String
  package let hint: String?
  package let fault: String?
  package let isRequired: Bool
  package let isLong: Bool
  package let type: Token
  package let autocomplete: Token?
  package let keyboard: Token?
  package let isVerbatim: Bool
  package let isCode: Bool
  package let charactersMax: Int?
  package let isDescribed: Bool
  package let suggestions: Token?

  /// `value` is what was typed. A password is never shown again. `anchor` is for a field that shares
  /// its name with another of the page.
  package init(
    name: Token,
    anchor: Token? = nil,
    label: String,
    language: Token? = nil,
    value: String = "",
    hint: String? = nil,
    fault: String? = nil,
    isRequired: Bool = true,
    isLong: Bool = false,
    kind: Kind = .text,
    charactersMax: Int? = nil,
    suggestions: Token? = nil
  ) {
    self.suggestions = suggestions
    self.name = name
    self.anchor = anchor ?? name
    self.label = label
    self.language = language
    self.value = kind.isSecret ? "" : value
    self.hint = hint
    self.fault = fault
    self.isRequired = isRequired
    self.isLong = isLong
    type = kind.type
    autocomplete = kind.autocomplete
    keyboard = kind.keyboard
    isVerbatim = kind.isVerbatim
    isCode = kind == .code
    self.charactersMax = charactersMax
    isDescribed = hint != nil || fault != nil || charactersMax != nil
  }

  package static let about = "A field of a form that takes words."
  package static let fields = Fields<Self>(
    Field("name", \.name, "By what name it is sent."),
    Field("anchor", \.anchor, "Its id is `field-` and this, mostly its name."),
    Field("label", \.label, "What stands above it."),
    Field("language", \.language, "The tag of the language to be written in, if it matters."),
    Field("value", \.value, "What is in it: what was typed, when there was a fault."),
    Field("hint", \.hint, "How to fill it in."),
    Field("fault", \.fault, "What is wrong with it, in a sentence."),
    Field("isRequired", \.isRequired, "It cannot be left empty."),
    Field("isLong", \.isLong, "It takes several lines."),
    Field("type", \.type, "The type of the input, such as text, email or password."),
    Field("autocomplete", \.autocomplete, "What browsers may offer to fill in."),
    Field("keyboard", \.keyboard, "The keys that a phone should show, for `inputmode`."),
    Field(
      "isVerbatim", \.isVerbatim,
      "Each letter counts: no phone should put a capital there or mend the spelling."),
    Field("isCode", \.isCode, "It takes a code of a few digits."),
    Field("charactersMax", \.charactersMax, "How many characters it takes, where that is told."),
    Field("isDescribed", \.isDescribed, "It has a hint, a limit or a fault."),
    Field("suggestions", \.suggestions, "The list on the page of what may be meant."))
}

extension TextField.Kind {
  fileprivate var isSecret: Bool { self == .password || self == .newPassword }

  fileprivate var isVerbatim: Bool { self == .contact || self == .keptCode }

  fileprivate var type: Token {
    switch self {
    case .text, .name, .address, .number, .code, .contact, .keptCode: "text"
    case .email: "email"
    case .phone: "tel"
    case .date: "date"
    case .time: "time"
    case .password, .newPassword: "password"
    }
  }

  fileprivate var autocomplete: Token? {
    switch self {
    case .text, .address, .number, .date, .time: nil
    // Otherwise browsers would keep a code that can be used once.
    case .keptCode: "off"
    case .contact: "username"
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
    // The keys of an address have digits too.
    case .contact: "email"
    case .text, .name, .email, .phone, .password, .newPassword, .keptCode, .date, .time: nil
    }
  }
}
