/// What a seller writes about himself.
package struct ProfileContent: Hashable, Sendable {
  package var texts: ByLocale<ProfileText>
  package var languages: [SpokenLanguage]
  package var skills: [SkillLevel]
  /// Where he learned and worked, and what he has on paper.
  package var proofs: [Qualification]
  /// By its name in the tz database, such as `Asia/Shanghai`.
  package var timeZone: String
  package var availability: Availability
  /// Minor units of the asset for an hour; nil for nothing said.
  package var hourlyRate: Money?

  package init(
    texts: ByLocale<ProfileText>, languages: [SpokenLanguage] = [], skills: [SkillLevel] = [],
    proofs: [Qualification] = [], timeZone: String = Preferences.standard.timeZone,
    availability: Availability = Availability(), hourlyRate: Money? = nil
  ) {
    self.texts = texts
    self.languages = languages
    self.skills = skills
    self.proofs = proofs
    self.timeZone = timeZone
    self.availability = availability
    self.hourlyRate = hourlyRate
  }
}

package struct ProfileText: Hashable, Sendable {
  /// As the name is written in this language.
  package var name: String
  package var headline: String
  /// Markdown.
  package var about: String
  package var place: String

  package init(name: String, headline: String, about: String, place: String) {
    self.name = name
    self.headline = headline
    self.about = about
    self.place = place
  }
}

package struct SpokenLanguage: Hashable, Sendable {
  package enum Fluency: String, CaseIterable, Sendable {
    case basic
    case conversational
    case fluent
    case native
  }

  package var language: Locale
  package var fluency: Fluency

  package init(_ language: Locale, _ fluency: Fluency) {
    self.language = language
    self.fluency = fluency
  }
}

package struct SkillLevel: Hashable, Sendable {
  package enum Grade: String, CaseIterable, Sendable {
    case learning
    case working
    case expert
  }

  package var skill: ID<Skill>
  package var grade: Grade

  package init(_ skill: ID<Skill>, _ grade: Grade) {
    self.skill = skill
    self.grade = grade
  }
}

/// Where somebody learned or worked, or what he has on paper.
package struct Qualification: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case education
    case certificate
    case experience
  }

  package var kind: Kind
  package var title: Localized
  /// The school, the employer, or who gave the certificate.
  package var issuer: Localized
  /// Of a certificate there is none.
  package var from: Int?
  /// When it ended, or was given. With a beginning and no end it goes on until now.
  package var to: Int?
  /// Where a certificate can be looked up.
  package var link: String?

  package init(
    _ kind: Kind, title: Localized, issuer: Localized = [:], from: Int? = nil, to: Int? = nil,
    link: String? = nil
  ) {
    self.kind = kind
    self.title = title
    self.issuer = issuer
    self.from = from
    self.to = to
    self.link = link
  }

  package var goesOn: Bool { from != nil && to == nil }
}
