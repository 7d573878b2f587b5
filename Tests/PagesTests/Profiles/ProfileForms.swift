import Market

@testable import Pages

/// What Web tells the pages on which sellers write about themselves.
enum ProfileForms {
  static let party = Party(
    id: ID(7), kind: .person, name: "陈禾", language: .chinese, openedAt: Made.instant)

  static let profile = Profile(
    party: ID(7), content: content, isPublished: true, revision: 4, isShown: true,
    slugs: [.chinese: "chen-he"])

  static let content = ProfileContent(
    texts: [
      .chinese: ProfileText(
        name: "陈禾", headline: "包装 <设计>", about: "十年经验。\n杭州。", place: "杭州")
    ],
    languages: [SpokenLanguage(.chinese, .native)],
    skills: [SkillLevel(ID(1), .expert)],
    proofs: [
      Qualification(
        .experience, title: [.chinese: "设计总监"], issuer: [.chinese: "禾木设计"], from: 2018),
      Qualification(
        .education, title: [.chinese: "视觉传达"], issuer: [.chinese: "中国美术学院"], from: 2011,
        to: 2015),
      Qualification(
        .certificate, title: [.english: "Adobe Certified"], to: 2020,
        link: "https://example.com/c/1"),
    ],
    timeZone: "Asia/Shanghai", availability: availability,
    hourlyRate: Money(minorUnits: 36_000, .cny))

  static let availability = Availability(
    state: .away(until: CivilDay(number: 20_800)),
    hours: [
      .init(.monday, from: 540, to: 720), .init(.monday, from: 840, to: 1_080),
      .init(.saturday, from: 600, to: 900),
    ],
    daysOff: [.init(first: CivilDay(number: 20_860), last: CivilDay(number: 20_867))])

  static let portfolio = [
    PortfolioItem(
      id: ID(3), party: ID(7),
      PortfolioWork(
        titles: [.chinese: "山门茶礼盒"], summaries: [.chinese: "一年的茶"], year: 2024,
        link: "https://example.com/tea")),
    PortfolioItem(id: ID(4), party: ID(7), PortfolioWork(titles: [.english: "Seal"])),
  ]

  static func overview(
    _ profile: Profile? = profile, mayEdit: Bool = true
  ) -> ProfileFacts {
    ProfileFacts(
      state: AccountForms.state(done: .profileSaved), party: party, profile: profile,
      portfolio: profile == nil ? [] : portfolio, mayEdit: mayEdit)
  }

  static func form(
    _ section: ProfileSection, faults: [(field: String, fault: FieldFault)] = []
  ) -> ProfileForm {
    let skill = Skill(id: ID(1), slug: "baozhuang", names: [.chinese: "包装设计"])
    return ProfileForm(
      state: AccountForms.state(faults), address: .section(section),
      values: content.draft(of: section, skills: [skill], in: .chinese), revision: 4,
      skills: section == .skills ? ["包装设计", "标志设计"] : [])
  }

  /// Somebody else has saved another headline.
  static var late: ProfileForm {
    var form = form(.about)
    form.state.refusal = .changedMeanwhile
    form.kept = form.values
    form.kept["headline-zh-CN"] = "礼盒设计"
    return form
  }

  static let entry = ProfileForm(
    state: AccountForms.state([("link", .unfit)]), address: .proof(3),
    values: content.proofs[2].draft, revision: 4, kind: .certificate)

  static func work(in edition: Edition) -> ProfileForm {
    ProfileForm(
      state: AccountForms.state(), address: .item(ID(3)),
      values: portfolio[0].work.draft(in: edition), revision: 1)
  }

  static func entries(_ section: ProfileSection) -> EntriesForm {
    EntriesForm(
      state: AccountForms.state(), profile: profile, portfolio: portfolio, section: section)
  }
}
