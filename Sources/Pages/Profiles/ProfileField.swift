import Market
package import Theme

/// What is asked of sellers, whichever row or language it is in.
enum ProfileField: Int, CaseIterable, Choice {
  case name, headline, about, place
  case skill, grade, language, fluency
  case rate, currency, timezone
  case state, until, from, to, offFrom, offTo
  case school, employer, issuer, degree, position, certificate, began, ended, given, link
  case work, summary, category, year
}

struct ProfileLabel: Sentence {
  static let key = "profile.label"
  let field: ProfileField
  static let about = "What stands above a field of a profile."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

struct ProfileHint: Sentence {
  static let key = "profile.hint"
  let field: ProfileField
  static let about = "How to fill in a field of a profile; may be empty."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

/// Told beside a field that somebody else has changed meanwhile.
struct ProfileKept: Sentence {
  static let key = "profile.kept"
  let text: String
  static let about = "What is kept by now of a field that two people have changed."
  static let fields = Fields<Self>(Field("text", \.text, "What it says; may be empty."))
}

/// A row of those that a form has several of.
struct ProfileRow: Sentence {
  static let key = "profile.row"
  let place: ProfilePlace
  let number: Int
  static let about = "The title of a row of a form."
  static let fields = Fields<Self>(
    Field("place", \.place, "What the form is about."), Field("number", \.number, "Which row."))
}

/// Whether a seller takes on work, as it is chosen.
package enum AvailabilityWord: String, CaseIterable, Choice {
  case open, limited, away

  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .open: 0
    case .limited: 1
    case .away: 2
    }
  }
}

struct AvailabilityName: Sentence {
  static let key = "profile.state"
  let state: AvailabilityWord
  static let about = "Whether a seller takes on work."
  static let fields = Fields<Self>(Field("state", \.state, "Whether he does."))
}

struct FluencyName: Sentence {
  static let key = "seller.fluency"
  let fluency: SpokenLanguage.Fluency
  static let about = "How well a language is spoken, where it is chosen."
  static let fields = Fields<Self>(Field("fluency", \.fluency, "How well."))
}

struct GradeName: Sentence {
  static let key = "seller.grade"
  let grade: SkillLevel.Grade
  static let about = "How well something is known, where it is chosen."
  static let fields = Fields<Self>(Field("grade", \.grade, "How well."))
}
