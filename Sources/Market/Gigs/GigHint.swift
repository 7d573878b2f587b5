/// What would make a gig better, though it may be published without.
package enum GigHint: Hashable, Sendable {
  /// Few words say little, to people and to search.
  case shortTitle(Locale)
  case shortDescription(Locale)
  /// It is written in one language of the site and not in this one.
  case untranslated(Locale)
  case fewPictures(count: Int)
  case onePackage
  case noFeatures
  case noRequirements
  case fewQuestions(count: Int)
  case fewTags(count: Int)

  package static let titleCharacters = 10
  package static let descriptionCharacters = 200
  package static let pictures = 3
  package static let questions = 3
  package static let tags = 3

  /// How much it matters, of all that can be said.
  fileprivate var weight: Int {
    switch self {
    case .shortTitle, .noFeatures: 8
    case .shortDescription, .untranslated: 12
    case .fewPictures(let count): 20 * (Self.pictures - count) / Self.pictures
    case .onePackage: 10
    case .noRequirements: 8
    case .fewQuestions(let count): 12 * (Self.questions - count) / Self.questions
    case .fewTags(let count): 9 * (Self.tags - count) / Self.tags
    }
  }
}

extension GigContent {
  /// What would make it better, the weightiest first. `languages` are those of the site.
  package func hints(in languages: [Locale]) -> [GigHint] {
    var hints: [GigHint] = []
    for locale in locales {
      guard let text = texts[locale] else { continue }
      if text.title.width < GigHint.titleCharacters { hints.append(.shortTitle(locale)) }
      if text.description.width < GigHint.descriptionCharacters {
        hints.append(.shortDescription(locale))
      }
    }
    for locale in languages where texts[locale] == nil { hints.append(.untranslated(locale)) }
    if media.count < GigHint.pictures { hints.append(.fewPictures(count: media.count)) }
    if packages.count < 2 { hints.append(.onePackage) }
    if features.isEmpty { hints.append(.noFeatures) }
    if requirements.isEmpty { hints.append(.noRequirements) }
    if questions.count < GigHint.questions { hints.append(.fewQuestions(count: questions.count)) }
    if tags.count < GigHint.tags { hints.append(.fewTags(count: tags.count)) }
    // Equal weights stay in the order in which a form asks.
    return hints.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
  }

  /// How much of what makes a good gig is there, from 0 to 100.
  package func quality(in languages: [Locale]) -> Int {
    max(0, 100 - hints(in: languages).map(\.weight).reduce(0, +))
  }
}

extension String {
  /// A Chinese character says about as much as three Latin letters.
  fileprivate var width: Int {
    unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 3 : 1) }
  }
}
