import Market
import Store

/// A profile with everything that stands in it, for whose it is.
struct ProfileExport: Sendable {
  private let profile: Profile
  private let skills: [(skill: Skill, level: SkillLevel)]
  private let portfolio: [PortfolioItem]

  /// Nil when the party has none.
  init?(of party: ID<Party>, in snapshot: borrowing Snapshot) throws {
    guard let profile = try snapshot.profile(party) else { return nil }
    self.profile = profile
    var skills: [(skill: Skill, level: SkillLevel)] = []
    for level in profile.content.skills {
      if let skill = try snapshot.skill(level.skill) { skills.append((skill, level)) }
    }
    self.skills = skills
    portfolio = try snapshot.portfolio(of: party)
  }

  var fact: Report.Fact {
    let content = profile.content
    let texts = content.texts.sorted { $0.key < $1.key }.map { locale, text in
      (
        locale.tag,
        Self.fact([
          ("name", text.name), ("headline", text.headline), ("about", text.about),
          ("place", text.place),
        ])
      )
    }
    return .table(
      profile.facts + [
        ("texts", .table(texts)), ("timeZone", .text(content.timeZone)),
        (
          "languages",
          .list(
            content.languages.map {
              Self.fact([("language", $0.language.tag), ("fluency", $0.fluency.rawValue)])
            })
        ),
        (
          "skills",
          .list(
            skills.map {
              Self.fact([("skill", $0.skill.slug), ("grade", $0.level.grade.rawValue)])
            })
        ),
        ("qualifications", .list(content.proofs.map(Self.fact))),
        ("availability", Self.fact(content.availability)),
        ("portfolio", .list(portfolio.map(Self.fact))),
      ])
  }

  private static func fact(_ proof: Qualification) -> Report.Fact {
    .table(
      [
        ("kind", .text(proof.kind.rawValue)), ("title", fact(proof.title)),
        ("issuer", fact(proof.issuer)),
      ] + years(from: proof.from, to: proof.to) + link(proof.link))
  }

  private static func fact(_ availability: Availability) -> Report.Fact {
    var facts: [(String, Report.Fact)] = []
    switch availability.state {
    case .open: facts.append(("state", .text("open")))
    case .limited: facts.append(("state", .text("limited")))
    case .away(let day): facts += [("state", .text("away")), ("until", .text("\(day)"))]
    }
    let hours = availability.hours.map { span in
      Report.Fact.table([
        ("day", .text(span.weekday.rawValue)), ("fromMinute", .number(Int64(span.from))),
        ("toMinute", .number(Int64(span.to))),
      ])
    }
    let daysOff = availability.daysOff.map { days in
      fact([("first", "\(days.first)"), ("last", "\(days.last)")])
    }
    return .table(facts + [("hours", .list(hours)), ("daysOff", .list(daysOff))])
  }

  private static func fact(_ item: PortfolioItem) -> Report.Fact {
    let work = item.work
    return .table(
      [
        ("item", .number(item.id.number)), ("title", fact(work.titles)),
        ("summary", fact(work.summaries)), ("media", .list(work.media.map { .text($0.text) })),
      ] + years(from: nil, to: work.year) + link(work.link))
  }

  private static func fact(_ texts: Localized) -> Report.Fact {
    fact(texts.inOrder.map { ($0.locale.tag, $0.text) })
  }

  private static func fact(_ texts: [(String, String)]) -> Report.Fact {
    .table(texts.map { ($0.0, .text($0.1)) })
  }

  private static func years(from: Int?, to: Int?) -> [(String, Report.Fact)] {
    [("from", from), ("to", to)].compactMap { name, year in
      year.map { (name, .number(Int64($0))) }
    }
  }

  private static func link(_ link: String?) -> [(String, Report.Fact)] {
    link.map { [("link", .text($0))] } ?? []
  }
}
