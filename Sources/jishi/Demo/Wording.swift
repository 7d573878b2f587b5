import Market

/// Puts gigs into words. It remembers every paragraph it has written, and draws again rather than
/// write one twice.
struct Wording {
  static let triesMax = 60

  private let words: DemoWords
  private let seed: UInt64
  private var written: Set<UInt64> = []

  init(_ words: DemoWords, seed: UInt64) {
    self.words = words
    self.seed = seed
  }

  mutating func gig(
    _ number: Int, _ offer: DemoPlan.Offer, by seller: DemoPlan.Seller, tags: [Said: ID<Tag>]
  ) -> GigContent {
    var dice = Dice(seed, .gig, number)
    let book = words.books[offer.book]
    let attributes = words.attributes[offer.book]
    let vertical = words.verticals[offer.book]
    let isStudio = seller.isStudio
    var filling = Filling(book.slots, isStudio: isStudio, habits: seller.habits)
    let title = fresh(offer.locales, &filling, book, isStudio, &dice) { filling, dice in
      filling.fill(dice.pick(book["title"]), &dice)
    }
    let summary = filling.fill(dice.pick(book["summary"]), &dice)
    let description = description(offer, &filling, book, isStudio, &dice)
    var texts: ByLocale<GigText> = [:]
    for locale in offer.locales {
      texts[locale] = GigText(
        title: title[locale], summary: summary[locale], description: description[locale],
        source: locale == offer.origin ? .written : .translated(from: nil, byMachine: false))
    }
    var chosen: [String: String] = [:]
    // What the title speaks of comes first; a field about which it says nothing may stay empty.
    let matter = title.chinese.pairs
    for attribute in attributes {
      let fit = attribute.choices.filter {
        !matter.isDisjoint(with: ($0.label[.chinese] ?? "").pairs)
      }
      let isChosen = attribute.isRequired || !fit.isEmpty || dice.chance(45)
      if let choice = fit.first ?? (isChosen ? dice.pick(attribute.choices) : nil) {
        chosen[attribute.name] = choice.name
      }
    }
    let near = book.tags.filter { !matter.isDisjoint(with: $0.chinese.pairs) }
    let words = near.prefix(3) + dice.pick(5, of: book.tags).filter { !near.contains($0) }
    let asked = vertical?.requirementsMin ?? 0
    var content = GigContent(
      origin: offer.origin, texts: texts, packages: packages(offer, &filling, book, &dice),
      features: features(offer, &filling, book, &dice),
      extras: extras(offer, &filling, book, &dice),
      requirements: dice.pick(max(asked, dice.number(2...3)), of: book.requirements).map {
        GigRequirement(
          question: filling.fill($0.question, &dice).localized(offer.locales),
          isNeeded: $0.isNeeded)
      },
      questions: dice.pick(dice.number(2...3), of: book.questions).map {
        GigQuestion(
          question: filling.fill($0.question, &dice).localized(offer.locales),
          answer: filling.fill($0.answer, &dice).localized(offer.locales))
      },
      tags: words.prefix(dice.number(3...4)).compactMap { tags[$0] }.once,
      attributes: chosen)
    content.promises = Set(vertical?.promises.map(\.name) ?? [])
    return content
  }

  // MARK: Packages

  private func packages(
    _ offer: DemoPlan.Offer, _ filling: inout Filling, _ book: PhraseBook, _ dice: inout Dice
  ) -> [GigPackage] {
    let lists = ["basic", "standard", "premium"]
    return offer.prices.indices.map { place in
      let words = filling.fill(dice.pick(book[lists[place]]), &dice)
      let chinese = words.chinese.split(separator: "：", maxSplits: 1).map(String.init)
      let english = words.english.split(separator: ": ", maxSplits: 1).map(String.init)
      let name = Said(chinese: chinese[0], english: english[0])
      let summary = Said(
        chinese: chinese.last ?? "", english: (english.last ?? "").startingLarge)
      let revisions = min(9, place + dice.number(1...3))
      return GigPackage(
        name: name.localized(offer.locales), summary: summary.localized(offer.locales),
        price: offer.prices[place], deliveryDays: offer.days[place],
        revisions: place == 2 && dice.chance(20) ? nil : revisions)
    }
  }

  private func features(
    _ offer: DemoPlan.Offer, _ filling: inout Filling, _ book: PhraseBook, _ dice: inout Dice
  ) -> [GigFeature] {
    let count = offer.prices.count
    let fit = book.features.filter { $0.from < count }
    let some = dice.pick(dice.number(3...5), of: fit).sorted { $0.from < $1.from }
    return some.map {
      GigFeature(
        label: filling.fill($0.label, &dice).localized(offer.locales),
        packages: .from($0.from, of: count))
    }
  }

  private func extras(
    _ offer: DemoPlan.Offer, _ filling: inout Filling, _ book: PhraseBook, _ dice: inout Dice
  ) -> [GigExtra] {
    dice.pick(dice.number(1...3), of: book.extras).map {
      let price = offer.prices[0] * Int64($0.percent) / 100
      return GigExtra(
        title: filling.fill($0.title, &dice).localized(offer.locales),
        price: max(500, price / 500 * 500), deliveryDays: $0.days)
    }
  }

  // MARK: The description

  private static let headings = [
    Said(chinese: "您会拿到", english: "What you get"),
    Said(chinese: "交付内容", english: "Deliverables"),
    Said(chinese: "包含这些", english: "Included"),
    Said(chinese: "交到您手上的", english: "What I hand over"),
  ]

  private mutating func description(
    _ offer: DemoPlan.Offer, _ filling: inout Filling, _ book: PhraseBook, _ isStudio: Bool,
    _ dice: inout Dice
  ) -> Said {
    let heading = dice.pick(Array(Self.headings.prefix(isStudio ? 3 : 4)))
    let opening = paragraph("opening", dice.number(2...3), offer, &filling, book, isStudio, &dice)
    let list = fresh(offer.locales, &filling, book, isStudio, &dice) { filling, dice in
      dice.pick(dice.number(3...4), of: book["deliverable"]).map { filling.fill($0, &dice) }
        .joined(chinese: "\n- ", english: "\n- ")
    }
    let method = paragraph("method", dice.number(2...3), offer, &filling, book, isStudio, &dice)
    let limit = paragraph("limit", 2, offer, &filling, book, isStudio, &dice)
    let parts = [
      opening,
      Said(
        chinese: "**\(heading.chinese)**\n\n- \(list.chinese)",
        english: "**\(heading.english)**\n\n- \(list.english)"),
      method, limit,
    ]
    // English is longer: what does not fit is left out in both languages.
    for count in stride(from: parts.count, to: 1, by: -1) {
      let whole = Array(parts.prefix(count)).joined(chinese: "\n\n", english: "\n\n")
      if max(whole.chinese.count, whole.english.count)
        <= Rules.standard.gig.descriptionCharactersMax
      {
        return whole
      }
    }
    return opening
  }

  private mutating func paragraph(
    _ list: String, _ count: Int, _ offer: DemoPlan.Offer, _ filling: inout Filling,
    _ book: PhraseBook, _ isStudio: Bool, _ dice: inout Dice
  ) -> Said {
    fresh(offer.locales, &filling, book, isStudio, &dice) { filling, dice in
      dice.pick(count, of: book[list]).map { filling.fill($0, &dice) }
        .joined(chinese: "", english: " ")
    }
  }

  /// Draws until it is something nobody has read here. When the words of a category are used up
  /// with this filling, it goes on with another.
  private mutating func fresh(
    _ locales: [Locale], _ filling: inout Filling, _ book: PhraseBook, _ isStudio: Bool,
    _ dice: inout Dice, _ draw: (inout Filling, inout Dice) -> Said
  ) -> Said {
    var said = draw(&filling, &dice)
    var attempt = 0
    while !isNew(said, locales), attempt < Self.triesMax {
      attempt += 1
      if attempt % 4 == 0 {
        var other = Filling(book.slots, isStudio: isStudio, habits: filling.habits)
        said = draw(&other, &dice)
      } else {
        said = draw(&filling, &dice)
      }
    }
    for locale in locales { written.insert(said[locale].fingerprint) }
    return said
  }

  private func isNew(_ said: Said, _ locales: [Locale]) -> Bool {
    locales.allSatisfy { !written.contains(said[$0].fingerprint) }
  }

  // MARK: Reviews

  /// A review of so many stars, in one language.
  mutating func review(
    _ stars: Int, of book: PhraseBook, in locale: Locale, _ dice: inout Dice
  ) -> String {
    let people = words.people
    let praise = people.sentences("praise \(stars) \(locale)")
    let endings = people.sentences("ending \(locale)")
    let language: KeyPath<Said, String> = locale == .chinese ? \.chinese : \.english
    var text = ""
    for attempt in 0..<Self.triesMax {
      var filling = Filling(book.slots, isStudio: false)
      var parts = [filling.fill(dice.pick(praise), language, &dice)]
      // Only who is content tells what was good about the work.
      if stars > 3, dice.chance(75), let details = book.details[locale] {
        parts.append(filling.fill(dice.pick(details), language, &dice).startingLarge)
      }
      // Where there is little to say, some say more of it.
      if attempt > 4 { parts.append(filling.fill(dice.pick(praise), language, &dice)) }
      if attempt > 4 || dice.chance(55) {
        let fit = stars > 3 ? endings : Array(endings.suffix(endings.count * 2 / 5))
        parts.append(filling.fill(dice.pick(fit), language, &dice))
      }
      text = parts.joined(separator: locale == .chinese ? "" : " ")
      if written.insert(text.fingerprint).inserted { return text }
    }
    return text
  }
}
