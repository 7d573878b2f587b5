import Market
import Pages
import Store

/// A profile as programs see it: the same for everybody, with more for whose it is.
enum ProfileJSON {
  static let shape = Shape.object(members)

  static let ownShape = Shape.object(
    members + [
      .init("revision", .integer, "To be named when it is changed; 0 while nothing is written."),
      .init("isPublished", .flag, "The seller wants it to be seen."),
      .init("isShown", .flag, "It can be seen."),
      .init("completeness", .integer, "Of a hundred."),
      .init(
        "missing", .list(.oneOf(Completeness.Part.allCases.map(\.rawValue))),
        "What buyers look for and is not there, the most important first."),
    ])

  private static let members: [Shape.Member] = [
    .init("party", .integer, "The number of the seller."),
    .init("links", .named(.text), "The page in each language; none while it cannot be seen."),
    .init(
      "texts",
      .named(
        .object([
          .init("name", .text, "As it is written in this language."),
          .init("headline", .text, "What the seller does, in a line."),
          .init("about", .text, "Markdown."),
          .init("place", .text, "Where the seller is; may be empty."),
        ])), "What is said in each language in which it was written."),
    .init(
      "languages",
      .list(
        .object([
          .init("language", .text, "By its tag."),
          .init(
            "fluency", .oneOf(SpokenLanguage.Fluency.allCases.map(\.rawValue)), "How well."),
        ])), "The languages that the seller speaks."),
    .init(
      "skills",
      .list(
        .object([
          .init("skill", .text, "Its name in addresses."),
          .init("grade", .oneOf(SkillLevel.Grade.allCases.map(\.rawValue)), "How well."),
        ])), "What the seller can do."),
    .init(
      "qualifications",
      .list(
        .object([
          .init("kind", .oneOf(Qualification.Kind.allCases.map(\.rawValue)), "What it is."),
          .init("title", .named(.text), "The degree, the post or the certificate."),
          .init("issuer", .named(.text), "The school, the employer, or who gave it."),
          .init("from", .optional(.integer), "The year when it began."),
          .init("to", .optional(.integer), "When it ended or was given; null: it goes on."),
          .init("link", .optional(.text), "Where a certificate can be looked up."),
        ])), "Education, work and certificates."),
    .init("timezone", .text, "By its name in the tz database."),
    .init(
      "hourlyRate",
      .optional(
        .object([
          .init("amount", .integer, "In minor units."),
          .init("currency", .text, "By its code."),
        ])), "What an hour costs."),
    .init(
      "availability",
      .object([
        .init("state", .oneOf(AvailabilityWord.allCases.map(\.rawValue)), "Whether he works."),
        .init("until", .optional(.text), "The last day of an absence, as 2026-12-31."),
        .init(
          "hours",
          .list(
            .object([
              .init("day", .oneOf(Weekday.allCases.map(\.rawValue)), "The day of the week."),
              .init("from", .text, "As 09:00, by the clocks of the time zone."),
              .init("to", .text, "As 18:00; 24:00 is the end of the day."),
            ])), "The hours of the week."),
        .init(
          "daysOff",
          .list(
            .object([
              .init("first", .text, "As 2026-12-31."), .init("last", .text, "Free as well."),
            ])), "Days on which nothing is done."),
      ]), "When the seller takes on work."),
    .init(
      "portfolio", .list(itemShape), "What the seller has made, in the order of the page."),
  ]

  static let itemShape = Shape.object([
    .init("item", .integer, "Its number."),
    .init("revision", .integer, "To be named when it is changed."),
    .init("category", .optional(.text), "The name of its category in addresses."),
    .init("title", .named(.text), "What it is called."),
    .init("summary", .named(.text), "What it was for."),
    .init("year", .optional(.integer), "The year when it was made."),
    .init("link", .optional(.text), "Where it can be seen."),
    .init("media", .list(.text), "The keys of its pictures."),
  ])

  static func json(_ profile: Profile, _ file: ProfileFile, _ edition: Edition) -> JSON {
    .object(members(profile, file, edition))
  }

  static func own(_ profile: Profile, _ file: ProfileFile, _ edition: Edition) -> JSON {
    let completeness = Completeness(of: profile.content, portfolio: file.portfolio)
    return .object(
      members(profile, file, edition) + [
        JSON.Member("revision", .integer(Int64(profile.revision))),
        JSON.Member("isPublished", .flag(profile.isPublished)),
        JSON.Member("isShown", .flag(profile.isShown)),
        JSON.Member("completeness", .integer(Int64(completeness.percent))),
        JSON.Member("missing", .list(completeness.missing.map { .text($0.rawValue) })),
      ])
  }

  private static func members(
    _ profile: Profile, _ file: ProfileFile, _ edition: Edition
  ) -> [JSON.Member] {
    let content = profile.content
    let texts = content.texts.map { locale, text in
      JSON.Member(
        locale.tag,
        [
          "name": .text(text.name), "headline": .text(text.headline),
          "about": .text(text.about), "place": .text(text.place),
        ])
    }
    let languages: [JSON] = content.languages.map {
      ["language": .text($0.language.tag), "fluency": .text($0.fluency.rawValue)]
    }
    let skills: [JSON] = zip(file.skills, content.skills).map { skill, level in
      ["skill": .text(skill.slug), "grade": .text(level.grade.rawValue)]
    }
    return [
      JSON.Member("party", .integer(profile.party.number)),
      JSON.Member(
        "links", profile.isShown ? .links(.seller(profile.party, profile.slugs), edition) : [:]),
      JSON.Member("texts", .object(texts)), JSON.Member("languages", .list(languages)),
      JSON.Member("skills", .list(skills)),
      JSON.Member("qualifications", .list(content.proofs.map(proof))),
      JSON.Member("timezone", .text(content.timeZone)),
      JSON.Member("hourlyRate", content.hourlyRate.map(rate) ?? .null),
      JSON.Member("availability", availability(content.availability)),
      JSON.Member("portfolio", .list(file.portfolio.map { item($0, edition) })),
    ]
  }

  private static func proof(_ proof: Qualification) -> JSON {
    [
      "kind": .text(proof.kind.rawValue), "title": .texts(proof.title.inOrder),
      "issuer": .texts(proof.issuer.inOrder), "from": .year(proof.from), "to": .year(proof.to),
      "link": proof.link.map { .text($0) } ?? .null,
    ]
  }

  private static func rate(_ rate: Money) -> JSON {
    ["amount": .integer(rate.minorUnits), "currency": .text(rate.asset.code)]
  }

  private static func availability(_ availability: Availability) -> JSON {
    var until = JSON.null
    if case .away(let day) = availability.state { until = .text("\(day)") }
    let hours: [JSON] = availability.hours.map {
      [
        "day": .text($0.weekday.rawValue), "from": .text(ClockTime(minutes: $0.from).text),
        "to": .text(ClockTime(minutes: $0.to).text),
      ]
    }
    let daysOff: [JSON] = availability.daysOff.map {
      ["first": .text("\($0.first)"), "last": .text("\($0.last)")]
    }
    return [
      "state": .text(availability.word.rawValue), "until": until, "hours": .list(hours),
      "daysOff": .list(daysOff),
    ]
  }

  static func item(_ item: PortfolioItem, _ edition: Edition) -> JSON {
    let work = item.work
    let category = work.category.flatMap { edition.catalogue[$0]?.category.slug }
    return [
      "item": .integer(item.id.number), "revision": .integer(Int64(item.revision)),
      "category": category.map { .text($0) } ?? .null, "title": .texts(work.titles.inOrder),
      "summary": .texts(work.summaries.inOrder), "year": .year(work.year),
      "link": work.link.map { .text($0) } ?? .null,
      "media": .list(work.media.map { .text($0.text) }),
    ]
  }
}

/// What belongs to a profile and is kept beside it.
struct ProfileFile {
  /// In the order of the profile.
  let skills: [Skill]
  let portfolio: [PortfolioItem]
}

extension Reading where Self: ~Copyable {
  func profileFile(of profile: Profile) throws -> ProfileFile {
    ProfileFile(
      skills: try profile.content.skills.compactMap { try skill($0.skill) },
      portfolio: try portfolio(of: profile.party))
  }
}

extension JSON {
  fileprivate static func year(_ year: Int?) -> JSON {
    year.map { .integer(Int64($0)) } ?? .null
  }
}
