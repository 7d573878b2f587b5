import Market
import Theme

/// Which part of a gig a fault is about.
struct FaultPlace: Sentence {
  static let key = "studio.fault"
  let field: FaultedField
  let number: Int
  let language: String
  static let about = "The part of a service that is not ready to be published."
  static let fields = Fields<Self>(
    Field("field", \.field, "Which part."),
    Field("number", \.number, "Which one of several, from 1; 0 where there is but one."),
    Field("language", \.language, "The name of the language; empty where none is meant."))
}

enum FaultedField: Int, CaseIterable, Choice {
  case title, summary, description, packages, packageName, packageSummary, price, days, revisions
  case features, extras, extraTitle, extraPrice, extraDays, requirements, questions, answer, tags
  case attribute, promise, media, languages, currency
}

extension FaultPlace {
  init(_ field: GigFault.Field, in edition: Edition) {
    func at(
      _ field: FaultedField, _ number: Int = -1, _ locale: Locale? = nil
    ) -> FaultPlace {
      FaultPlace(
        field: field, number: number + 1, language: locale.flatMap { edition.name(of: $0) } ?? "")
    }
    self =
      switch field {
      case .title(let locale): at(.title, -1, locale)
      case .summary(let locale): at(.summary, -1, locale)
      case .description(let locale): at(.description, -1, locale)
      case .packages: at(.packages)
      case .packageName(let number, let locale): at(.packageName, number, locale)
      case .packageSummary(let number, let locale): at(.packageSummary, number, locale)
      case .packagePrice(let number): at(.price, number)
      case .packageDelivery(let number): at(.days, number)
      case .packageRevisions(let number): at(.revisions, number)
      case .features: at(.features)
      case .featureLabel(let number, let locale): at(.features, number, locale)
      case .extras: at(.extras)
      case .extraTitle(let number, let locale): at(.extraTitle, number, locale)
      case .extraPrice(let number): at(.extraPrice, number)
      case .extraDelivery(let number): at(.extraDays, number)
      case .requirements: at(.requirements)
      case .requirement(let number, let locale): at(.requirements, number, locale)
      case .questions: at(.questions)
      case .question(let number, let locale): at(.questions, number, locale)
      case .answer(let number, let locale): at(.answer, number, locale)
      case .tags: at(.tags)
      case .attribute: at(.attribute)
      case .promise: at(.promise)
      case .media: at(.media)
      case .caption(let number, let locale): at(.media, number, locale)
      case .languages: at(.languages)
      case .currency: at(.currency)
      }
  }
}
