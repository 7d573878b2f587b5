/// One thing that keeps a gig from being published, for the seller to put right.
package enum GigFault: Hashable, Sendable {
  /// Which part of the gig is meant; the number is its place in its list.
  package enum Field: Hashable, Sendable {
    case title(Locale)
    case summary(Locale)
    case description(Locale)
    case packages
    case packageName(Int, Locale)
    case packageSummary(Int, Locale)
    case packagePrice(Int)
    case packageDelivery(Int)
    case packageRevisions(Int)
    case features
    case featureLabel(Int, Locale)
    case extras
    case extraTitle(Int, Locale)
    case extraPrice(Int)
    case extraDelivery(Int)
    case requirements
    case requirement(Int, Locale)
    case questions
    case question(Int, Locale)
    case answer(Int, Locale)
    case tags
    case attribute(String)
    /// What sellers of the category's vertical promise.
    case promise(String)
    case media
    case caption(Int, Locale)
    case languages
    case currency
  }

  case missing(Field)
  case tooLong(Field, charactersMax: Int)
  case tooMany(Field, max: Int)
  case outOfRange(Field, ClosedRange<Int64>)
  /// The same thing twice.
  case doubled(Field)
  /// A field or a choice that the category does not have.
  case unknown(Field)
  /// Control characters, or signs that turn the direction of the text around them.
  case unfit(Field)
  /// It says still what the template said that is for the seller to say.
  case notFilled(Field)
  /// Somebody has yet to look at it, or has and refused it.
  case notReady(Field)

  package var field: Field {
    switch self {
    case .missing(let field), .tooLong(let field, _), .tooMany(let field, _),
      .outOfRange(let field, _), .doubled(let field), .unknown(let field), .unfit(let field),
      .notFilled(let field), .notReady(let field):
      field
    }
  }
}

extension GigContent {
  /// Everything that is wrong with it, so that a seller is told once.
  package func faults(
    under rules: Rules, attributes known: [CategoryAttribute], vertical: Vertical?
  ) -> [GigFault] {
    var check = GigCheck(
      limits: rules.gig, prices: rules.fees.limits[asset]?.prices, locales: locales)
    if check.prices == nil { check.faults.append(.unknown(.currency)) }
    if texts[origin] == nil { check.faults.append(.missing(.languages)) }
    for locale in locales { texts[locale].map { check.text($0, locale) } }
    check.packages(packages)
    check.features(features, packages: packages.count)
    check.extras(extras)
    check.requirements(requirements, min: vertical?.requirementsMin ?? 0)
    check.questions(questions)
    check.media(media)
    check.tags(tags)
    check.attributes(attributes, known, vertical?.promises.map(\.name) ?? [])
    return check.faults
  }
}

private struct GigCheck {
  let limits: GigLimits
  /// Nil when nothing is sold for the asset.
  let prices: ClosedRange<Int64>?
  let locales: [Locale]
  var faults: [GigFault] = []

  mutating func text(_ text: GigText, _ locale: Locale) {
    line(text.title, .title(locale), limits.titleCharactersMax)
    line(text.summary, .summary(locale), limits.summaryCharactersMax)
    prose(text.description, .description(locale), limits.descriptionCharactersMax)
  }

  mutating func packages(_ packages: [GigPackage]) {
    if packages.count < limits.packagesMin { faults.append(.missing(.packages)) }
    many(packages.count, .packages, limits.packagesMax)
    for (place, package) in packages.enumerated() {
      lines(package.name, limits.packageNameCharactersMax) { .packageName(place, $0) }
      lines(package.summary, limits.packageDescriptionCharactersMax) { .packageSummary(place, $0) }
      price(package.price, .packagePrice(place))
      range(package.deliveryDays, limits.deliveryDays, .packageDelivery(place))
      if !limits.allows(revisions: package.revisions) {
        faults.append(.outOfRange(.packageRevisions(place), 0...Int64(limits.revisionsMax)))
      }
    }
  }

  mutating func features(_ features: [GigFeature], packages count: Int) {
    many(features.count, .features, limits.featuresMax)
    let all = PackageSet.from(0, of: count)
    for (place, feature) in features.enumerated() {
      lines(feature.label, limits.featureCharactersMax) { .featureLabel(place, $0) }
      // A feature of no package, or of one that is not there, says nothing.
      if feature.packages.isEmpty || !feature.packages.isSubset(of: all) {
        faults.append(.unfit(.features))
      }
    }
  }

  mutating func extras(_ extras: [GigExtra]) {
    many(extras.count, .extras, limits.extrasMax)
    for (place, extra) in extras.enumerated() {
      lines(extra.title, limits.extraNameCharactersMax) { .extraTitle(place, $0) }
      price(extra.price, .extraPrice(place))
      range(extra.deliveryDays, 0...limits.deliveryDaysMax, .extraDelivery(place))
    }
  }

  mutating func requirements(_ requirements: [GigRequirement], min: Int) {
    if requirements.count < min { faults.append(.missing(.requirements)) }
    many(requirements.count, .requirements, limits.requirementsMax)
    for (place, requirement) in requirements.enumerated() {
      lines(requirement.question, limits.requirementCharactersMax) { .requirement(place, $0) }
    }
  }

  mutating func questions(_ questions: [GigQuestion]) {
    many(questions.count, .questions, limits.faqMax)
    for (place, question) in questions.enumerated() {
      lines(question.question, limits.faqQuestionCharactersMax) { .question(place, $0) }
      for locale in spoken(question.answer) {
        prose(question.answer[locale], .answer(place, locale), limits.faqAnswerCharactersMax)
      }
    }
  }

  mutating func media(_ media: [GigMedia]) {
    many(media.count, .media, limits.mediaMax)
    for (place, picture) in media.enumerated() {
      // A picture may go without words; what is said about it must be fit.
      for (locale, caption) in picture.caption.inOrder {
        line(caption, .caption(place, locale), limits.extraNameCharactersMax)
      }
    }
  }

  mutating func tags(_ tags: [ID<Tag>]) {
    many(tags.count, .tags, limits.tagsMax)
    if Set(tags).count < tags.count { faults.append(.doubled(.tags)) }
  }

  mutating func attributes(
    _ chosen: [String: String], _ known: [CategoryAttribute], _ promises: [String]
  ) {
    for attribute in known where attribute.isRequired && chosen[attribute.name] == nil {
      faults.append(.missing(.attribute(attribute.name)))
    }
    for name in promises where chosen[Vertical.Promise.key(name)] == nil {
      faults.append(.missing(.promise(name)))
    }
    for (name, choice) in chosen.sorted(by: { $0.key < $1.key }) {
      if let promise = Vertical.Promise.name(ofKey: name) {
        if !promises.contains(promise) || choice != Vertical.Promise.kept {
          faults.append(.unknown(.promise(promise)))
        }
        continue
      }
      let attribute = known.first { $0.name == name }
      if attribute?.choices.contains(where: { $0.name == choice }) != true {
        faults.append(.unknown(.attribute(name)))
      }
    }
  }

  /// Every language the gig is written in must say it. What is said in another one is kept too,
  /// so it is held to the same limits.
  private func spoken(_ text: Localized) -> [Locale] {
    Set(locales).union(text.texts.keys).sorted()
  }

  private mutating func lines(
    _ text: Localized, _ limit: Int, _ field: (Locale) -> GigFault.Field
  ) {
    for locale in spoken(text) { line(text[locale], field(locale), limit) }
  }

  private mutating func line(_ text: String?, _ field: GigFault.Field, _ limit: Int) {
    written(text, field, limit) { $0.isLine(atMost: limit) }
  }

  private mutating func prose(_ text: String?, _ field: GigFault.Field, _ limit: Int) {
    written(text, field, limit) { $0.isText(atMost: limit) }
  }

  private mutating func written(
    _ text: String?, _ field: GigFault.Field, _ limit: Int, _ isFit: (String) -> Bool
  ) {
    guard let text, !text.isBlank else { return faults.append(.missing(field)) }
    if !TextLimit(charactersMax: limit).allows(text) {
      faults.append(.tooLong(field, charactersMax: limit))
    } else if !isFit(text) {
      faults.append(.unfit(field))
    }
  }

  private mutating func many(_ count: Int, _ field: GigFault.Field, _ limit: Int) {
    if count > limit { faults.append(.tooMany(field, max: limit)) }
  }

  private mutating func price(_ price: Int64, _ field: GigFault.Field) {
    if let prices, !prices.contains(price) { faults.append(.outOfRange(field, prices)) }
  }

  private mutating func range(_ number: Int, _ range: ClosedRange<Int>, _ field: GigFault.Field) {
    guard !range.contains(number) else { return }
    faults.append(.outOfRange(field, Int64(range.lowerBound)...Int64(range.upperBound)))
  }
}
