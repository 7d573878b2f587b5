import Market
import Pages

/// A part of a profile as its form sends it.
protocol ProfilePart: Input {
  /// The one that the writer worked from.
  var revision: Int { get }
}

struct AboutAsked: ProfilePart {
  let revision: Int
  private(set) var texts: [(Locale, ProfileText)] = []
  /// The languages in which nothing is said.
  private(set) var left: [Locale] = []

  init(_ fields: inout Fields) {
    fields.locale()
    revision = fields.revision()
    let names = fields.named(
      "name", "As it is written in this language.", charactersMax: Party.nameCharactersMax)
    let headlines = fields.localized(
      "headline", "What the seller does, in a line.",
      charactersMax: ProfileContent.headlineCharactersMax)
    let abouts = fields.localized(
      "about", "Markdown.", charactersMax: ProfileContent.aboutCharactersMax, isLong: true)
    let places = fields.localized(
      "place", "Where the seller is.", charactersMax: ProfileContent.placeCharactersMax)
    for (tag, name) in names {
      guard let locale = Locale(tag) else {
        fields.refuse("name-\(tag)", .unknown)
        continue
      }
      let text = ProfileText(
        name: name, headline: headlines[locale] ?? "", about: abouts[locale] ?? "",
        place: places[locale] ?? "")
      // A name alone says nothing of what he does.
      if text.headline.isEmpty, text.about.isEmpty {
        left.append(locale)
      } else {
        texts.append((locale, text))
      }
    }
  }
}

struct SkillsAsked: ProfilePart {
  let revision: Int
  let skills: [SkillAsked]

  init(_ fields: inout Fields) {
    fields.locale()
    revision = fields.revision()
    skills = fields.skills()
  }
}

struct SpokenAsked: ProfilePart {
  let revision: Int
  let languages: [SpokenLanguage]

  init(_ fields: inout Fields) {
    fields.locale()
    revision = fields.revision()
    languages = fields.spokenLanguages()
  }
}

struct TermsAsked: ProfilePart {
  let revision: Int
  let rate: Money?
  let timeZone: String

  init(_ fields: inout Fields) {
    fields.locale()
    revision = fields.revision()
    let currency = fields.currency("currency", "By its code of ISO 4217.", isRequired: true) ?? .cny
    rate = fields.amount(
      "rate", "What an hour costs, such as 120.50; empty for nothing said.", of: currency
    ).map { Money(minorUnits: $0, currency) }
    timeZone = fields.timeZone()
  }
}

struct HoursAsked: ProfilePart {
  let revision: Int
  let availability: Availability

  init(_ fields: inout Fields) {
    fields.locale()
    revision = fields.revision()
    var availability = Availability(state: fields.availabilityState())
    for weekday in Weekday.allCases {
      let spans = fields.list(
        weekday.rawValue, "When he works on this day.", atMost: Availability.spansInDayMax
      ) { $0.span() }
      availability.hours += spans.compactMap(\.self).map {
        Availability.Hours(weekday, from: $0.from, to: $0.to)
      }
    }
    availability.daysOff = fields.daysOff()
    self.availability = availability
  }
}

extension Fields {
  mutating func timeZone() -> String {
    text(
      "timezone", "By its name in the tz database.",
      characters: 1...Preferences.zoneCharactersMax)
  }

  /// From which the writer worked; nothing was kept before the first.
  mutating func revision() -> Int {
    Int(number("revision", "The revision that was read; 0 for a new one.", 0...Int64(Int32.max)))
  }
}
