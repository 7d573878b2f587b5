import Market
import Pages
import Store

// What a profile is made of, out of a form or out of JSON.

/// A skill by what somebody calls it.
struct SkillAsked {
  /// The field that it came from.
  let field: String
  let name: String
  let grade: SkillLevel.Grade
}

extension [SkillAsked] {
  /// As the catalogue has them.
  func levels(_ rows: borrowing some Reading & ~Copyable) throws -> [SkillLevel] {
    var levels: [SkillLevel] = []
    for asked in self {
      guard let id = try rows.skill(called: asked.name) else {
        throw Trouble(asked.field, .notFound)
      }
      levels.append(SkillLevel(id, asked.grade))
    }
    return levels
  }
}

extension Fields {
  /// A row of which the first field is empty is none.
  mutating func skills() -> [SkillAsked] {
    let all = list(
      "skill", "What the seller can do; an empty one is none.", atMost: ProfileContent.skillsMax
    ) { fields in
      let name = fields.text(
        "skill", "Its name in addresses, or in some language.",
        characters: 0...Self.skillCharactersMax)
      let grade = fields.choice(
        "grade", "How well it is known.", of: SkillLevel.Grade.self, isRequired: false)
      return SkillAsked(field: fields.whole("skill"), name: name, grade: grade ?? .working)
    }.filter { !$0.name.isEmpty }
    refuseRepeated(all.map { ($0.field, $0.name) })
    return all
  }

  private static let skillCharactersMax = 80

  mutating func spokenLanguages() -> [SpokenLanguage] {
    let all = list(
      "language", "The languages that the seller speaks; an empty one is none.",
      atMost: ProfileContent.languagesMax
    ) { fields in
      let language = fields.language("language", "By its tag.")
      let fluency = fields.choice(
        "fluency", "How well it is spoken.", of: SpokenLanguage.Fluency.self, isRequired: false)
      let spoken = language.map { SpokenLanguage($0, fluency ?? .conversational) }
      return (field: fields.whole("language"), spoken: spoken)
    }
    refuseRepeated(
      all.compactMap { each in each.spoken.map { (each.field, $0.language.tag) } })
    return all.compactMap(\.spoken)
  }

  private mutating func refuseRepeated(_ values: [(field: String, value: String)]) {
    var seen: Set<String> = []
    for (field, value) in values where !seen.insert(value).inserted {
      refuse(field, .repeated)
    }
  }

  mutating func availabilityState() -> Availability.State {
    let word = choice("state", "Whether he takes on work.", of: AvailabilityWord.self)
    let until = day("until", "The last day of an absence, as 2026-12-31.")
    switch word {
    case .away?:
      if let until { return .away(until: until) }
      missing("until")
      return .open
    case .limited?: return .limited
    case .open?, nil: return .open
    }
  }

  mutating func daysOff() -> [Availability.DaysOff] {
    list(
      "dayOff", many: "daysOff", "Days on which nothing is done.",
      atMost: Availability.daysOffMax
    ) { fields -> Availability.DaysOff? in
      let first = fields.day("first", "The first of them, as 2026-12-31.")
      let last = fields.day("last", "The last of them; without it it is one day.")
      guard let first else {
        // In a form it may be an empty row.
        if last != nil || !fields.isForm { fields.missing("first") }
        return nil
      }
      return Availability.DaysOff(first: first, last: last ?? first)
    }.compactMap(\.self)
  }

  /// From one time of a day to another; nil when nothing is written.
  mutating func span() -> (from: Int, to: Int)? {
    let from = clockTime("from", "From when, as 09:00.")
    let to = clockTime("to", "Until when, as 18:00; 24:00 is the end of the day.")
    if let from, let to { return (from.minutes, to.minutes) }
    if from == nil, to != nil || !isForm { missing("from") }
    if to == nil, from != nil || !isForm { missing("to") }
    return nil
  }

  mutating func qualification(_ kind: Qualification.Kind) -> Qualification {
    let most = ProfileContent.lineCharactersMax
    return Qualification(
      kind,
      title: localized("title", "The degree, the post or the certificate.", charactersMax: most),
      issuer: localized(
        "issuer", "The school, the employer, or who gave it.", charactersMax: most),
      from: year("from", "The year when it began."),
      to: year("to", "The year when it ended or was given; empty when it goes on."),
      link: link("Where a certificate can be looked up; https alone."))
  }

  private mutating func day(_ name: String, _ about: String) -> CivilDay? {
    let text = text(name, about, characters: 0...10)
    guard !text.isEmpty else { return nil }
    guard let day = CivilDay(text) else { return wrong(name, .unfit, nil) }
    return day
  }

  private mutating func clockTime(_ name: String, _ about: String) -> ClockTime? {
    let text = text(name, about, characters: 0...5)
    guard !text.isEmpty else { return nil }
    guard let time = ClockTime(text) else { return wrong(name, .unfit, nil) }
    return time
  }

  /// Which years there may be is for the profile to say.
  fileprivate mutating func year(_ name: String, _ about: String) -> Int? {
    optionalNumber(name, about, 0...9_999).map(Int.init)
  }

  fileprivate mutating func link(_ about: String) -> String? {
    let link = text("link", about, characters: 0...WebLink.charactersMax)
    return link.isEmpty ? nil : link
  }
}

/// A work of a portfolio. Its pictures are kept as they are.
struct WorkAsked {
  private let category: String
  private let work: PortfolioWork
  /// Its pictures; nil where they stay as they are.
  let media: [MediaKey]?

  /// A form has a page of its own for its pictures.
  init(_ fields: inout Fields, withMedia hasMedia: Bool = false) {
    media = hasMedia ? fields.workMedia() : nil
    category = fields.text(
      "category", "Its name in addresses.", characters: 0...Self.slugCharactersMax)
    work = PortfolioWork(
      titles: fields.localized(
        "title", "What it is called.", charactersMax: ProfileContent.lineCharactersMax),
      summaries: fields.localized(
        "summary", "What it was for.", charactersMax: ProfileContent.aboutCharactersMax,
        isLong: true), year: fields.year("year", "The year when it was made."),
      link: fields.link("Where it can be seen; https alone."))
  }

  func work(in edition: Edition) throws(Trouble) -> PortfolioWork {
    var work = work
    work.media = media ?? []
    guard !category.isEmpty else { return work }
    guard let entry = edition.catalogue.lists.first(where: { $0.category.slug == category })
    else { throw Trouble("category", .notAChoice) }
    work.category = entry.category.id
    return work
  }

  private static let slugCharactersMax = 100
}

extension Fields {
  fileprivate mutating func workMedia() -> [MediaKey]? {
    let isGiven = given("media") != nil
    let keys = values(
      "media", "The keys of its pictures; without them those that are there stay.",
      atMost: PortfolioItem.mediaMax
    ) { $0.text.flatMap { MediaKey($0) } }
    return isGiven ? keys : nil
  }
}
