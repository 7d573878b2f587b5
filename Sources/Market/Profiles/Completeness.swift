/// How much a profile says of what buyers look for, and what is missing.
package struct Completeness: Hashable, Sendable {
  package enum Part: String, CaseIterable, Sendable {
    case about
    case translation
    case place
    case skills
    case languages
    case background
    case portfolio
    case rate
    case hours

    /// Together they are a hundred.
    package var weight: Int {
      switch self {
      case .about: 20
      case .translation: 10
      case .place: 5
      case .skills: 15
      case .languages: 10
      case .background: 10
      case .portfolio: 20
      case .rate: 5
      case .hours: 5
      }
    }
  }

  /// Less says too little to choose somebody by. Chinese needs fewer signs than a language of letters.
  package static let aboutCharactersEnough = 200
  package static let aboutCharactersEnoughInChinese = 80
  package static let skillsEnough = 3
  package static let itemsEnough = 3

  /// The heaviest first.
  package let missing: [Part]

  package init(of content: ProfileContent, portfolio: [PortfolioItem]) {
    missing = Part.allCases
      .filter { !Self.has($0, content, portfolio.count) }
      .enumerated().sorted {
        ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
      }.map(\.element)
  }

  package var percent: Int { 100 - missing.reduce(0) { $0 + $1.weight } }

  private static func has(_ part: Part, _ content: ProfileContent, _ items: Int) -> Bool {
    switch part {
    case .about:
      content.texts.contains { locale, text in
        let enough = locale == .chinese ? aboutCharactersEnoughInChinese : aboutCharactersEnough
        return text.about.count >= enough
      }
    case .translation: content.texts.count > 1
    case .place: content.texts.contains { !$0.value.place.isEmpty }
    case .skills: content.skills.count >= skillsEnough
    case .languages: !content.languages.isEmpty
    case .background: !content.proofs.isEmpty
    case .portfolio: items >= itemsEnough
    case .rate: content.hourlyRate != nil
    case .hours: !content.availability.hours.isEmpty
    }
  }
}
