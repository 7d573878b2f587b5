package import Market
import Theme

/// A gig as the fields of its forms have it: texts by the names under which they are sent.
package struct StudioValues: Sendable {
  package private(set) var all: [String: String] = [:]

  package subscript(name: String) -> String { all[name] ?? "" }

  package func has(_ name: String) -> Bool { all[name] != nil }

  /// What was sent, as it was.
  package init(_ sent: [String: String]) { all = sent }

  /// What a draft says.
  package init(_ draft: GigDraft, tags: String, chosenSlugs: Slugs) {
    let content = draft.content
    all["origin"] = content.origin.tag
    all["currency"] = content.asset.code
    for (locale, text) in content.texts {
      all["title-\(locale)"] = text.title
      all["summary-\(locale)"] = text.summary
      all["description-\(locale)"] = text.description
    }
    for (place, package) in content.packages.enumerated() {
      add(package, "package-\(place)", content.asset)
    }
    for (place, feature) in content.features.enumerated() {
      add(feature.label, "feature-\(place)-label")
      for number in content.packages.indices where feature.packages.holds(number) {
        all["feature-\(place)-in-\(number)"] = "on"
      }
    }
    for (place, extra) in content.extras.enumerated() {
      add(extra.title, "extra-\(place)-title")
      all["extra-\(place)-price"] = Self.amount(extra.price, content.asset)
      all["extra-\(place)-days"] = "\(extra.deliveryDays)"
    }
    for (place, requirement) in content.requirements.enumerated() {
      add(requirement.question, "requirement-\(place)-question")
      if requirement.isNeeded { all["requirement-\(place)-needed"] = "on" }
    }
    for (place, question) in content.questions.enumerated() {
      add(question.question, "faq-\(place)-question")
      add(question.answer, "faq-\(place)-answer")
    }
    for (place, media) in content.media.enumerated() {
      all["file-\(place)-key"] = media.file
      add(media.caption, "file-\(place)-caption")
    }
    all["category"] = "\(draft.gig.category.number)"
    all["tags"] = tags
    for (name, choice) in content.ownAttributes { all["attribute-\(name)"] = choice }
    for name in content.promises { all["promise-\(name)"] = "on" }
    for (locale, slug) in chosenSlugs { all["slug-\(locale)"] = slug }
  }

  private mutating func add(_ package: GigPackage, _ name: String, _ asset: Asset) {
    add(package.name, name + "-name")
    add(package.summary, name + "-summary")
    // What was left open is nothing, and not for nothing.
    all[name + "-price"] = package.price == 0 ? "" : Self.amount(package.price, asset)
    all[name + "-days"] = package.deliveryDays == 0 ? "" : "\(package.deliveryDays)"
    all[name + "-revisions"] = package.revisions.map { "\($0)" } ?? Self.unlimited
  }

  private mutating func add(_ text: Localized, _ name: String) {
    for (locale, text) in text.inOrder { all["\(name)-\(locale)"] = text }
  }

  private static func amount(_ price: Int64, _ asset: Asset) -> String {
    Money(minorUnits: price, asset).decimal
  }

  /// What is sent for as many revisions as it takes.
  package static let unlimited = "unlimited"

  /// As many of a kind as any rules allow; those of the day are told when it is published.
  package static let rowsMax = 50

  /// How many rows of a kind something is in. Whatever else was sent is in none.
  func rows(_ kind: String) -> Int {
    let places = all.keys.lazy.filter { $0.hasPrefix(kind + "-") }
      .compactMap { Int($0.dropFirst(kind.utf8.count + 1).prefix { $0 != "-" }) }
      .filter { (0..<Self.rowsMax).contains($0) }
    return places.max().map { $0 + 1 } ?? 0
  }
}

extension StudioForm {
  func values(in edition: Edition) -> StudioValues {
    if let typed { return StudioValues(typed) }
    let names = tags.compactMap { edition.said($0.names)?.text }
    return StudioValues(
      draft, tags: names.joined(separator: edition.listSeparator), chosenSlugs: chosenSlugs)
  }
}

extension Edition {
  /// Between things that people type one after the other.
  var listSeparator: String { locale.tag.hasPrefix("zh") ? "、" : ", " }
}

extension GigFault {
  /// As a fault of the field that it is about, for who sent it.
  package var told: (field: String, fault: FieldFault) {
    let fault: FieldFault =
      switch self {
      case .missing(.promise): .notTicked
      case .missing: .missing
      case .tooLong(_, let max): .tooLong(max: max)
      case .tooMany(_, let max): .tooMany(max: max)
      case .outOfRange(_, let range):
        .outOfRange(min: Int(range.lowerBound), max: Int(range.upperBound))
      case .doubled: .repeated
      case .unknown: .notAChoice
      case .unfit: .unfit
      case .notFilled: .notFilled
      case .notReady: .notReady
      }
    return (field.place.name, fault)
  }
}

extension GigFault.Field {
  /// The step in which it is put right, and the name of the field there.
  var place: (step: StudioStep, name: String) {
    switch self {
    case .title(let locale): (.words, "title-\(locale)")
    case .summary(let locale): (.words, "summary-\(locale)")
    case .description(let locale): (.words, "description-\(locale)")
    case .languages: (.words, "origin")
    case .packages: (.packages, "package-0-price")
    case .packageName(let number, let locale): (.packages, "package-\(number)-name-\(locale)")
    case .packageSummary(let number, let locale):
      (.packages, "package-\(number)-summary-\(locale)")
    case .packagePrice(let number): (.packages, "package-\(number)-price")
    case .packageDelivery(let number): (.packages, "package-\(number)-days")
    case .packageRevisions(let number): (.packages, "package-\(number)-revisions")
    case .features: (.packages, "feature-0-in-0")
    case .featureLabel(let number, let locale): (.packages, "feature-\(number)-label-\(locale)")
    case .extras: (.packages, "extra-0-price")
    case .extraTitle(let number, let locale): (.packages, "extra-\(number)-title-\(locale)")
    case .extraPrice(let number): (.packages, "extra-\(number)-price")
    case .extraDelivery(let number): (.packages, "extra-\(number)-days")
    case .currency: (.packages, "currency")
    case .requirements: (.asks, "requirement-0-needed")
    case .requirement(let number, let locale): (.asks, "requirement-\(number)-question-\(locale)")
    case .questions: (.asks, "faq-0-question-\(Locale.chinese)")
    case .question(let number, let locale): (.asks, "faq-\(number)-question-\(locale)")
    case .answer(let number, let locale): (.asks, "faq-\(number)-answer-\(locale)")
    case .tags: (.details, "tags")
    case .attribute(let name): (.details, "attribute-\(name)")
    case .promise(let name): (.details, "promise-\(name)")
    case .media: (.media, "upload")
    case .caption(let number, let locale): (.media, "file-\(number)-caption-\(locale)")
    }
  }
}
