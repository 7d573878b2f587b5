import Market
import Theme

/// What is asked in the studio.
enum StudioField: Int, CaseIterable, Choice {
  case title, summary, description, origin, currency, packageName, packageSummary, price, days
  case revisions, feature, inPackage, extraTitle, extraPrice, extraDays, requirement, needed
  case question, answer, category, tags, slug, caption
}

enum StudioPart: Int, CaseIterable, Choice {
  case words, language, currency, packages, features, extras, requirements, questions, place
  case tags, attributes, promises, slugs
}

struct StudioLabel: Sentence {
  static let key = "studio.label"
  let field: StudioField
  /// Of a row, from 1; 0 where there is but one.
  let number: Int
  static let about = "What stands above a field of the studio."
  static let fields = Fields<Self>(
    Field("field", \.field, "Which field."), Field("number", \.number, "Which one, from 1."))
}

struct StudioHintText: Sentence {
  static let key = "studio.hint"
  let field: StudioField
  static let about = "How to fill in a field of the studio; may be empty."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

struct StudioPartTitle: Sentence {
  static let key = "studio.part"
  let part: StudioPart
  static let about = "The heading of a part of a step of the studio."
  static let fields = Fields<Self>(Field("part", \.part, "Which part."))
}

struct StudioPartLead: Sentence {
  static let key = "studio.lead"
  let part: StudioPart
  let max: Int
  static let about = "What to know of a part of a step of the studio; may be empty."
  static let fields = Fields<Self>(
    Field("part", \.part, "Which part."), Field("max", \.max, "How many there may be."))
}

struct StudioRowLegend: Sentence {
  static let key = "studio.row"
  let part: StudioPart
  let number: Int
  static let about = "The heading of one package, extra or question in the studio."
  static let fields = Fields<Self>(
    Field("part", \.part, "Which part."), Field("number", \.number, "Which one, from 1."))
}

struct StudioTitle: Sentence {
  static let key = "studio.title"
  let place: StudioPlace
  static let about = "The title of a page of the studio."
  static let fields = Fields<Self>(Field("place", \.place, "Which page."))
}

package enum StudioPlace: Int, CaseIterable, Choice {
  case gigs, new, words, packages, media, asks, details, preview, history, changes, moderation
}

struct StudioSummary: Sentence {
  static let key = "studio.summary"
  static let about = "What search engines would be told of a page of the studio."
  static let fields = Fields<Self>()
}

/// What would make a gig better.
enum GigHintChoice: Int, CaseIterable, Choice {
  case shortTitle, shortDescription, untranslated, fewPictures, onePackage, noFeatures
  case noRequirements, fewQuestions, fewTags
}

struct GigHintText: Sentence {
  static let key = "studio.advice"
  let hint: GigHintChoice
  let language: String
  let count: Int
  static let about = "What would make a service better."
  static let fields = Fields<Self>(
    Field("hint", \.hint, "What it is."),
    Field("language", \.language, "The name of the language that is meant, where one is."),
    Field("count", \.count, "How many there are, where they are counted."))
}

struct PriceRange: Sentence {
  static let key = "studio.prices"
  let min: Amount
  let max: Amount
  static let about = "Between which prices something may be sold."
  static let fields = Fields<Self>(
    Field("min", \.min, "The lowest."), Field("max", \.max, "The highest."))
}

struct UnlimitedRevisions: Sentence {
  static let key = "studio.unlimited"
  static let about = "That a buyer may ask for changes as often as he likes, as a choice."
  static let fields = Fields<Self>()
}

struct NoChoice: Sentence {
  static let key = "studio.nothing"
  static let about = "That nothing of a list is chosen yet."
  static let fields = Fields<Self>()
}

extension Edition {
  func sentence(for hint: GigHint) -> String {
    func words(_ choice: GigHintChoice, in locale: Locale? = nil, count: Int = 0) -> String {
      let language = locale.flatMap { name(of: $0) } ?? locale?.tag ?? ""
      return self.words(GigHintText(hint: choice, language: language, count: count))
    }
    return switch hint {
    case .shortTitle(let locale): words(.shortTitle, in: locale)
    case .shortDescription(let locale): words(.shortDescription, in: locale)
    case .untranslated(let locale): words(.untranslated, in: locale)
    case .fewPictures(let count): words(.fewPictures, count: count)
    case .onePackage: words(.onePackage)
    case .noFeatures: words(.noFeatures)
    case .noRequirements: words(.noRequirements)
    case .fewQuestions(let count): words(.fewQuestions, count: count)
    case .fewTags(let count): words(.fewTags, count: count)
    }
  }
}
