import Market
import Pages
import Store

/// A whole profile as a program sends it.
struct ProfileAsked: Input {
  let party: ID<Party>
  let revision: Int
  private let content: ProfileContent
  private let skills: [SkillAsked]

  init(_ fields: inout Fields) {
    party = fields.id("party", "Whose it is.")
    revision = fields.revision()
    var content = ProfileContent(texts: fields.profileTexts())
    content.languages = fields.spokenLanguages()
    content.proofs = fields.list(
      "qualification", "Education, work and certificates.", atMost: ProfileContent.proofsMax
    ) { fields in
      let kind = fields.choice("kind", "What it is.", of: Qualification.Kind.self)
      return fields.qualification(kind ?? .education)
    }
    content.timeZone = fields.timeZone()
    content.hourlyRate = fields.object("hourlyRate", "What an hour costs; null: nothing said.") {
      Money(hourlyRate: &$0)
    }
    content.availability =
      fields.object("availability", "When the seller takes on work.") {
        Availability(asked: &$0)
      } ?? Availability()
    self.content = content
    skills = fields.skills()
  }

  /// With the skills of the catalogue.
  func content(_ rows: borrowing some Reading & ~Copyable) throws -> ProfileContent {
    var content = content
    content.skills = try skills.levels(rows)
    return content
  }
}

extension Fields {
  fileprivate mutating func profileTexts() -> ByLocale<ProfileText> {
    byLocale("texts", "What is said in each language.") { text in
      ProfileText(
        name: text.text(
          "name", "As it is written in this language.",
          characters: 1...Party.nameCharactersMax),
        headline: text.text(
          "headline", "What the seller does, in a line.",
          characters: 1...ProfileContent.headlineCharactersMax),
        about: text.text(
          "about", "Markdown.", characters: 1...ProfileContent.aboutCharactersMax,
          isLong: true),
        place: text.text(
          "place", "Where the seller is.", characters: 0...ProfileContent.placeCharactersMax))
    }
  }
}

extension Money {
  fileprivate init(hourlyRate fields: inout Fields) {
    let units = fields.number("amount", "In minor units.", 1...ProfileContent.hourlyRateMax)
    let currency = fields.currency("currency", "By its code of ISO 4217.", isRequired: true)
    self.init(minorUnits: units, currency ?? .cny)
  }
}

extension Availability {
  fileprivate init(asked fields: inout Fields) {
    self.init(state: fields.availabilityState())
    let most = Weekday.allCases.count * Self.spansInDayMax
    hours = fields.list("hour", "The hours of the week.", atMost: most) { fields -> Hours? in
      let weekday = fields.choice("day", "The day of the week.", of: Weekday.self)
      guard let span = fields.span() else { return nil }
      return Hours(weekday ?? .monday, from: span.from, to: span.to)
    }.compactMap(\.self)
    daysOff = fields.daysOff()
  }
}
