import Market

/// Who somebody in the demo market is, in words.
struct DemoPerson: Sendable {
  let name: Said
  /// The name under which he sells; the same unless it is a studio's.
  let shop: Said
  let locale: Locale
  let profile: ProfileContent
  let portfolio: [(title: Localized, book: Int, year: Int)]
}

/// Puts sellers and buyers into words.
struct PersonMaker {
  let words: DemoWords
  let seed: UInt64

  func buyer(_ number: Int) -> (name: String, locale: Locale) {
    var dice = Dice(seed, .buyer, number)
    switch dice.number(0...9) {
    case 0...3: return (dice.pick(words.people.said("buyer")).chinese, .chinese)
    case 4...8: return (person(&dice).chinese, .chinese)
    default: return (foreigner(&dice).english, .english)
    }
  }

  /// One's first name and another's last: so there are enough for all.
  private func foreigner(_ dice: inout Dice) -> Said {
    let first = dice.pick(words.people.foreigners).prefix { $0 != " " }
    let last = dice.pick(words.people.foreigners).drop { $0 != " " }
    return Said(chinese: "\(first)\(last)", english: "\(first)\(last)")
  }

  private func person(_ dice: inout Dice) -> Said {
    let surname = dice.pick(words.people.said("surname"))
    let given = dice.pick(words.people.said("given"))
    return Said(
      chinese: surname.chinese + given.chinese, english: "\(surname.english) \(given.english)")
  }

  /// `books` are those of his gigs, the main one first.
  func seller(
    _ number: Int, _ seller: DemoPlan.Seller, books: [Int], skills: [Said: ID<Skill>]
  ) -> DemoPerson {
    var dice = Dice(seed ^ 0x5EED, .seller, number)
    let group = words.groups[seller.group]
    var name = person(&dice)
    if seller.isForeign {
      name = foreigner(&dice)
    }
    var shop = name
    if seller.isStudio {
      let studio = dice.pick(words.people.said("studio"))
      let kind = dice.pick(group.kinds)
      shop = Said(
        chinese: studio.chinese + kind.chinese, english: "\(studio.english) \(kind.english)")
    }
    let locales: [Locale] =
      dice.chance(seller.isForeign ? 60 : 85)
      ? [.english, .chinese] : seller.isForeign ? [.english] : [.chinese]
    let book = words.books[books.first ?? group.books[0]]
    let city = words.people.cities[seller.city]
    var slots = book.slots
    slots["city"] = [city.name]
    var filling = Filling(slots, isStudio: seller.isStudio, habits: seller.habits)
    return DemoPerson(
      name: name, shop: shop, locale: seller.isForeign ? .english : .chinese,
      profile: ProfileContent(
        texts: texts(seller, shop, city.name, locales, book, &filling, &dice),
        languages: languages(seller, &dice),
        skills: levels(books, group, skills, &dice),
        proofs: proofs(seller, group, locales, &dice), timeZone: city.zone,
        availability: availability(number),
        hourlyRate: dice.chance(60)
          ? Money(minorUnits: Int64(dice.number(8...60)) * 1_000, .cny) : nil),
      portfolio: portfolio(books, locales, &filling, &dice))
  }

  private func texts(
    _ seller: DemoPlan.Seller, _ name: Said, _ city: Said, _ locales: [Locale],
    _ book: PhraseBook, _ filling: inout Filling, _ dice: inout Dice
  ) -> ByLocale<ProfileText> {
    var headline = filling.fill(dice.pick(book["headline"]), &dice)
    // Some fillings make a line too long for its place.
    for _ in 0..<20 where headline.english.count > ProfileContent.headlineCharactersMax {
      headline = filling.fill(dice.pick(book["headline"]), &dice)
    }
    let about = words.people.phrases(seller.isStudio ? "studio about" : "about")
    let paragraphs = [
      dice.pick(dice.number(2...3), of: book["bio"]), dice.pick(dice.number(2...3), of: about),
    ].map { $0.map { filling.fill($0, &dice) }.joined(chinese: "", english: " ") }
    let whole = paragraphs.joined(chinese: "\n\n", english: "\n\n")
    return ByLocale(
      locales.map { locale in
        (
          locale,
          ProfileText(
            name: name[locale],
            headline: String(headline[locale].prefix(ProfileContent.headlineCharactersMax)),
            about: whole[locale], place: city[locale])
        )
      })
  }

  private func languages(
    _ seller: DemoPlan.Seller, _ dice: inout Dice
  ) -> [SpokenLanguage] {
    if seller.isForeign {
      let chinese = SpokenLanguage(.chinese, dice.pick([.basic, .conversational, .fluent]))
      return [SpokenLanguage(.english, dice.pick([.fluent, .native]))]
        + (dice.chance(40) ? [chinese] : [])
    }
    let english = SpokenLanguage(.english, dice.pick([.basic, .conversational, .fluent]))
    return [SpokenLanguage(.chinese, .native)] + (dice.chance(80) ? [english] : [])
  }

  private func levels(
    _ books: [Int], _ group: DemoWords.Group, _ skills: [Said: ID<Skill>], _ dice: inout Dice
  ) -> [SkillLevel] {
    let own = (books.isEmpty ? [group.books[0]] : books).flatMap { words.books[$0].skills }
    var known: [ID<Skill>] = []
    for skill in dice.pick(dice.number(3...8), of: own) {
      if let id = skills[skill], !known.contains(id) { known.append(id) }
    }
    return known.enumerated().map { place, skill in
      SkillLevel(skill, place < 2 ? .expert : dice.pick([.working, .expert, .working, .learning]))
    }
  }

  private func proofs(
    _ seller: DemoPlan.Seller, _ group: DemoWords.Group, _ locales: [Locale], _ dice: inout Dice
  ) -> [Qualification] {
    // What the list has is passed in China.
    guard !seller.isStudio, !seller.isForeign else { return [] }
    var proofs: [Qualification] = []
    let graduation = dice.number(2005...2022)
    if dice.chance(70), let title = words.people.education[group.slug].map({ dice.pick($0) }) {
      proofs.append(
        Qualification(
          .education, title: title.localized(locales), from: graduation - 4, to: graduation))
    }
    if dice.chance(45), let titles = words.people.certificates[group.slug] {
      for title in dice.pick(dice.number(1...2), of: titles) {
        proofs.append(
          Qualification(
            .certificate, title: title.localized(locales),
            to: min(2025, graduation + dice.number(-1...4))))
      }
    }
    return proofs
  }

  /// Drawn from dice of its own, so that all else stays as it was before people told their hours.
  private func availability(_ number: Int) -> Availability {
    var dice = Dice(seed ^ 0x40A5, .seller, number)
    var availability = Availability()
    guard dice.chance(70) else { return availability }
    let days = Weekday.allCases.prefix(dice.pick([5, 5, 5, 6, 7]))
    let begin = dice.number(8...10) * 60
    let hasPause = dice.chance(60)
    for day in days {
      if hasPause {
        availability.hours += [
          Availability.Hours(day, from: begin, to: 12 * 60),
          Availability.Hours(day, from: 14 * 60, to: begin + 9 * 60),
        ]
      } else {
        availability.hours.append(Availability.Hours(day, from: begin, to: begin + 9 * 60))
      }
    }
    if dice.chance(15) { availability.state = .limited }
    return availability
  }

  private func portfolio(
    _ books: [Int], _ locales: [Locale], _ filling: inout Filling, _ dice: inout Dice
  ) -> [(title: Localized, book: Int, year: Int)] {
    guard let main = books.first, dice.chance(75) else { return [] }
    return dice.pick(dice.number(2...6), of: words.books[main]["portfolio"]).map {
      (
        filling.fill($0, &dice).localized(locales), main,
        dice.number(2021...2026)
      )
    }
  }
}
