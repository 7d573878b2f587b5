import Market
import Pages

// What a gig says, part by part, out of a form or out of JSON. A draft may be as unfinished as it likes, so
// nothing is required; what is far too long for any draft is refused.
extension Fields {
  private static let lineCharactersMax = 400
  private static let proseCharactersMax = 20_000

  mutating func gigTexts() -> ByLocale<GigText> {
    let titles = line("title", "What is offered.")
    let summaries = line("summary", "The same in a sentence or two.")
    let descriptions = prose("description", "All about it, in Markdown.")
    let locales = Set(titles.texts.keys + summaries.texts.keys + descriptions.texts.keys)
    return ByLocale(
      locales.sorted().map { locale in
        (
          locale,
          GigText(
            title: titles[locale] ?? "", summary: summaries[locale] ?? "",
            description: descriptions[locale] ?? "")
        )
      })
  }

  mutating func language(_ name: String, _ about: String) -> Locale? {
    let tag = text(name, about, characters: 0...Locale.bytesMax)
    if tag.isEmpty { return nil }
    guard let locale = Locale(tag) else { return wrong(name, .notAChoice, nil) }
    return locale
  }

  mutating func gigPackages(in asset: Asset) -> [GigPackage] {
    list("package", "One to three packages, the smallest first.", atMost: Self.packagesMax) {
      fields in
      let name = fields.line("name", "What it is called.")
      let summary = fields.line("summary", "What it contains.")
      let price = fields.amount("price", "What it costs.", of: asset)
      let days = fields.optionalNumber("days", "Days until delivery.", 0...Self.daysMax)
      let revisions = fields.revisions()
      let isBlank = name.texts.isEmpty && summary.texts.isEmpty && price == nil && days == nil
      return isBlank
        ? nil
        : GigPackage(
          name: name, summary: summary, price: price ?? 0, deliveryDays: Int(days ?? 0),
          revisions: revisions)
    }.compactMap(\.self)
  }

  /// How often the buyer may ask for changes; nil is as often as it takes.
  private mutating func revisions() -> Int? {
    guard isForm else {
      return optionalNumber("revisions", "Null is as many as it takes.", 0...Self.revisionsMax)
        .map(Int.init)
    }
    let typed = text("revisions", "How often the buyer may ask for changes.", characters: 0...20)
    if typed == StudioValues.unlimited { return nil }
    if typed.isEmpty { return 0 }
    guard let revisions = Int(typed), (0...Int(Self.revisionsMax)).contains(revisions) else {
      return wrong("revisions", .notAChoice, 0)
    }
    return revisions
  }

  mutating func gigFeatures() -> [GigFeature] {
    list("feature", "Lines that compare the packages.", atMost: StudioValues.rowsMax) { fields in
      let label = fields.line("label", "What the packages have or have not.")
      let packages = fields.packageSet()
      return label.texts.isEmpty ? nil : GigFeature(label: label, packages: packages)
    }.compactMap(\.self)
  }

  /// A form has a box for each package; JSON says their places.
  private mutating func packageSet() -> PackageSet {
    let places =
      isForm
      ? (0..<Self.packagesMax).filter { flag("in-\($0)", "Whether this package has it, from 0.") }
      : values("packages", "Their places, from 0.", atMost: Self.packagesMax) { json in
        json.integer.flatMap(Int.init(exactly:)).flatMap {
          (0..<Self.packagesMax).contains($0) ? $0 : nil
        }
      }
    return PackageSet(places.map { PackageSet(rawValue: 1 << $0) })
  }

  /// Words with commas between in a form, a list in JSON.
  mutating func tags() -> [String] {
    let about = "Words by which it is found."
    guard isForm else {
      let most = Tag.nameCharactersMax
      return values("tags", about, atMost: StudioValues.rowsMax) { json in
        json.text.map(\.typed).flatMap { $0.isLine(atMost: most) && !$0.isEmpty ? $0 : nil }
      }
    }
    let typed = text(
      "tags", about + " Commas stand between.", characters: 0...Self.tagsCharactersMax)
    let tags = typed.split { ",，、;；".contains($0) }.map { String($0).typed }.filter { !$0.isEmpty }
    if tags.contains(where: { !$0.isLine(atMost: Tag.nameCharactersMax) }) {
      refuse("tags", .tooLong(max: Tag.nameCharactersMax))
    }
    return tags
  }

  private static let tagsCharactersMax = 600

  mutating func gigExtras(in asset: Asset) -> [GigExtra] {
    list("extra", "What can be added to a package.", atMost: StudioValues.rowsMax) { fields in
      let title = fields.line("title", "What it is.")
      let price = fields.amount("price", "What it costs.", of: asset)
      let days = fields.optionalNumber("days", "Days that it adds.", 0...Self.daysMax)
      return title.texts.isEmpty && price == nil
        ? nil : GigExtra(title: title, price: price ?? 0, deliveryDays: Int(days ?? 0))
    }.compactMap(\.self)
  }

  mutating func gigRequirements() -> [GigRequirement] {
    list("requirement", "What the buyer is asked.", atMost: StudioValues.rowsMax) { fields in
      let question = fields.prose("question", "What must be known.")
      let isNeeded = fields.flag("needed", "Whether it must be answered.")
      return question.texts.isEmpty ? nil : GigRequirement(question: question, isNeeded: isNeeded)
    }.compactMap(\.self)
  }

  mutating func gigQuestions() -> [GigQuestion] {
    list("faq", "What buyers often ask.", atMost: StudioValues.rowsMax) { fields in
      let question = fields.prose("question", "What is asked.")
      let answer = fields.prose("answer", "What the seller answers.")
      return question.texts.isEmpty && answer.texts.isEmpty
        ? nil : GigQuestion(question: question, answer: answer)
    }.compactMap(\.self)
  }

  /// The keys of files that were sent, with what they show.
  mutating func gigFiles() -> [GigMedia] {
    list("file", "Pictures, videos and documents, the cover first.", atMost: StudioValues.rowsMax) {
      fields in
      let key = fields.text("key", "The key of the file.", characters: 0...64)
      let caption = fields.line("caption", "What it shows.")
      return key.isEmpty ? nil : GigMedia(file: key, caption: caption)
    }.compactMap(\.self)
  }

  /// Names with one of their choices each.
  mutating func gigAttributes() -> [String: String] {
    var chosen: [String: String] = [:]
    let texts = named(
      "attribute", "One of the choices of each of the category's fields.", charactersMax: 60)
    for (name, choice) in texts where !choice.isEmpty { chosen[name] = choice }
    return chosen
  }

  /// The names of those that are ticked, or listed.
  mutating func promises() -> Set<String> {
    let about = "What the seller promises, as the category's way of working has it."
    let all =
      isForm
      ? named("promise", about, charactersMax: 10).map(\.name)
      : values("promises", about, atMost: StudioValues.rowsMax, \.text)
    return Set(all)
  }

  private mutating func line(_ name: String, _ about: String) -> Localized {
    localized(name, about, charactersMax: Self.lineCharactersMax)
  }

  private mutating func prose(_ name: String, _ about: String) -> Localized {
    localized(name, about, charactersMax: Self.proseCharactersMax, isLong: true)
  }

  private static let packagesMax = 10
  private static let daysMax: Int64 = 999
  private static let revisionsMax: Int64 = 99
}
