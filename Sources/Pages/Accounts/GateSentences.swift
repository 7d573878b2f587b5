import Theme

/// The pages on which somebody comes in.
enum GatePage: Int, CaseIterable, Choice {
  case signUp, signUpCode, signIn, secondStep, reset, newPassword, contactCode
}

struct GateTitle: Sentence {
  static let key = "gate.title"
  let page: GatePage
  static let about = "The title and the heading of a page on which somebody comes in."
  static let fields = Fields<Self>(Field("page", \.page, "Which page."))
}

struct GateSummary: Sentence {
  static let key = "gate.summary"
  let page: GatePage
  static let about = "What a page is for on which somebody comes in."
  static let fields = Fields<Self>(Field("page", \.page, "Which page."))
}

enum GateField: Int, CaseIterable, Choice, FieldName {
  case name, contact, password, newPassword, terms, marketing, code, appCode, backupCode, second

  var name: Token {
    switch self {
    case .name: "name"
    case .contact: "contact"
    case .password, .newPassword: "password"
    case .terms: "terms"
    case .marketing: "marketing"
    case .code, .appCode, .backupCode: "code"
    case .second: "second"
    }
  }

  func label(in edition: Edition) -> String { edition.words(GateLabel(field: self)) }

  /// One field may need a word on one page, and none on another.
  func hint(in edition: Edition) -> String { "" }
}

struct GateLabel: Sentence {
  static let key = "gate.label"
  let field: GateField
  static let about = "What stands above a field, or beside a box, where somebody comes in."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

/// The fields that need a word more.
enum GateHinted: Int, CaseIterable, Choice {
  case name, contact, newPassword, appCode, backupCode, second
}

struct GateHint: Sentence {
  static let key = "gate.hint"
  let field: GateHinted
  /// 0 where nothing is counted.
  let min: Int
  static let about = "How to fill in a field where somebody comes in."
  static let fields = Fields<Self>(
    Field("field", \.field, "Which field."),
    Field("min", \.min, "How many characters a password needs."))
}

/// Two sentences at most, above a form.
enum GateNews: Int, CaseIterable, Choice {
  case wrong, signedOut, passwordChanged, closed, signInFirst, spent, sent
}

struct GateNotice: Sentence {
  static let key = "gate.notice"
  let news: GateNews
  static let about = "What has just come of something where somebody comes in."
  static let fields = Fields<Self>(Field("news", \.news, "What it is."))
}

struct GateWait: Sentence {
  static let key = "gate.wait"
  let minutes: Int
  static let about = "That something was tried too often, and for how long one has to wait."
  static let fields = Fields<Self>(Field("minutes", \.minutes, "How many minutes are left."))
}

struct GateCheck: Sentence {
  static let key = "gate.check"
  static let about = "Beside each of two fields of which one is wrong, without saying which."
  static let fields = Fields<Self>()
}
