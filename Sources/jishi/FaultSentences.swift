import Market

/// What is wrong with a gig or a profile, in words that say where to look.
extension GigFault {
  /// Prices are told in the gig's currency when that is known.
  func sentence(in asset: Asset? = nil) -> String {
    switch self {
    case .missing(.languages): "there is no text in the language it was first written in"
    case .missing(.packages): "it has too few packages"
    case .missing(.requirements): "it asks the buyer fewer questions than the category wants"
    case .missing(.promise(let name)): "the seller has not promised “\(name)”"
    case .missing(let field): "\(field.words) is missing"
    case .tooLong(let field, let max): "\(field.words) has more than \(max) characters"
    case .tooMany(let field, let max): "there are more than \(max) \(field.words)"
    case .outOfRange(let field, let range):
      "\(field.words) is not \(field.span(range, in: asset))"
    case .doubled(let field): "one of the \(field.words) stands there twice"
    case .unknown(.currency): "nothing is sold for this currency here"
    case .unknown(.promise(let name)): "the category knows no promise “\(name)”"
    case .unknown(let field): "the category has no such field or choice: \(field.words)"
    case .unfit(.features): "a feature must belong to at least one package that is there"
    case .unfit(.tags): "a tag is not fit to be shown"
    case .unfit(let field): "\(field.words) has signs that cannot be shown in its place"
    case .notFilled(let field): "\(field.words) says still what the template left to the seller"
    case .notReady: "one of the files is still being looked at, or was refused"
    }
  }
}

extension [GigFault] {
  /// All of them, under one heading.
  func sentences(in asset: Asset? = nil) -> String {
    (["The gig is not fit to be published:"] + map { "- \($0.sentence(in: asset))" })
      .joined(separator: "\n")
  }
}

extension GigFault.Field {
  fileprivate func span(_ range: ClosedRange<Int64>, in asset: Asset?) -> String {
    let plain = "between \(range.lowerBound) and \(range.upperBound)"
    switch self {
    case .packagePrice, .extraPrice:
      guard let asset else { return "\(plain) in the currency's smallest unit" }
      let ends = [range.lowerBound, range.upperBound].map { Money(minorUnits: $0, asset) }
      return "between \(ends[0].decimal) and \(ends[1].shown)"
    case .packageDelivery, .extraDelivery: return "\(plain) days"
    default: return plain
    }
  }

  fileprivate var words: String {
    func part(_ what: String, _ number: Int, _ thing: String, _ locale: Locale? = nil) -> String {
      "\(what) of \(thing) \(number + 1)" + (locale.map { " in \($0)" } ?? "")
    }
    return switch self {
    case .title(let locale): "the title in \(locale)"
    case .summary(let locale): "the summary in \(locale)"
    case .description(let locale): "the description in \(locale)"
    case .packages: "packages"
    case .packageName(let number, let locale): part("the name", number, "package", locale)
    case .packageSummary(let number, let locale): part("the summary", number, "package", locale)
    case .packagePrice(let number): part("the price", number, "package")
    case .packageDelivery(let number): part("the delivery", number, "package")
    case .packageRevisions(let number): part("the count of revisions", number, "package")
    case .features: "features"
    case .featureLabel(let number, let locale): part("the label", number, "feature", locale)
    case .extras: "extras"
    case .extraTitle(let number, let locale): part("the title", number, "extra", locale)
    case .extraPrice(let number): part("the price", number, "extra")
    case .extraDelivery(let number): part("the delivery", number, "extra")
    case .requirements: "requirements"
    case .requirement(let number, let locale): part("the question", number, "requirement", locale)
    case .questions: "questions"
    case .question(let number, let locale): part("the question", number, "faq", locale)
    case .answer(let number, let locale): part("the answer", number, "faq", locale)
    case .tags: "tags"
    case .attribute(let name): name
    case .promise(let name): "the promise “\(name)”"
    case .media: "pictures"
    case .caption(let number, let locale): part("the caption", number, "picture", locale)
    case .languages: "languages"
    case .currency: "the currency"
    }
  }
}

extension ProfileFault {
  var sentence: String {
    switch self {
    case .missing(let field): "\(field.words) is missing"
    case .unfit(let field, let max):
      "\(field.words) is empty, has more than \(max) characters, or signs that cannot be shown"
    case .tooMany(let field, let max): "there are more than \(max) of \(field.words)"
    case .doubled(let field): "\(field.words): something stands there twice"
    case .outOfRange(let field): "\(field.words) is out of range"
    case .unknown(let field): "\(field.words): something is named that is not there"
    }
  }
}

extension ProfileFault.Field {
  fileprivate var words: String {
    switch self {
    case .name(let locale): "the name in \(locale)"
    case .headline(let locale): "the headline in \(locale)"
    case .about(let locale): "the text about the seller in \(locale)"
    case .place(let locale): "the place in \(locale)"
    case .texts: "a text in some language"
    case .languages: "the spoken languages"
    case .skills: "the skills"
    case .qualifications: "the qualifications"
    case .qualification(let number): "qualification \(number + 1)"
    case .qualificationIssuer(let number): "the issuer of qualification \(number + 1)"
    case .qualificationYears(let number): "the years of qualification \(number + 1)"
    case .qualificationLink(let number): "the link of qualification \(number + 1)"
    case .timeZone: "the time zone"
    case .hours(let weekday): "the hours of \(weekday.rawValue)"
    case .daysOff: "the days off"
    case .awayUntil: "the last day of absence"
    case .hourlyRate: "the hourly rate"
    case .itemTitle: "the title of the portfolio item"
    case .itemSummary: "the summary of the portfolio item"
    case .itemYear: "the year of the portfolio item"
    case .itemLink: "the link of the portfolio item"
    case .itemMedia: "the pictures of the portfolio item"
    case .items: "the portfolio items"
    }
  }
}
