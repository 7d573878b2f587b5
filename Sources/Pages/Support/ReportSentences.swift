import Market
package import Theme

enum ReportField: Int, CaseIterable, Choice, FieldName {
  case subject, reason, detail, contact

  var name: Token {
    switch self {
    case .subject: "subject"
    case .reason: "reason"
    case .detail: "detail"
    case .contact: "contact"
    }
  }

  func label(in edition: Edition) -> String { edition.words(ReportLabel(field: self)) }

  func hint(in edition: Edition) -> String { edition.words(ReportHint(field: self)) }
}

struct ReportLabel: Sentence {
  static let key = "report.label"
  let field: ReportField
  static let about = "What stands above a field of the form that reports a page."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

struct ReportHint: Sentence {
  static let key = "report.hint"
  let field: ReportField
  static let about = "How to fill in a field of the form that reports a page."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

struct ReportReasonName: Sentence {
  static let key = "report.reason"
  let reason: ReportReason
  static let about = "Why something is reported."
  static let fields = Fields<Self>(Field("reason", \.reason, "Which reason."))
}

extension ReportReason: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .scam: 0
    case .illegal: 1
    case .copyright: 2
    case .contact: 3
    case .offensive: 4
    case .other: 5
    }
  }
}

struct ReportArrived: Sentence {
  static let key = "report.arrived"
  static let about = "That a report has arrived."
  static let fields = Fields<Self>()
}
