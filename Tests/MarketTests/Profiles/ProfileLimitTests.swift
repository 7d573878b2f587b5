import Market
import Testing

@Suite struct ProfileLimitTests {
  private static let fit = ProfileContent(
    texts: [
      .chinese: ProfileText(name: "王小明", headline: "设计师", about: "十年经验。\n杭州。", place: "")
    ])

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let faults: [ProfileFault]
    let content: ProfileContent

    init(_ name: String, _ faults: ProfileFault..., change: (inout ProfileContent) -> Void) {
      testDescription = name
      self.faults = faults
      var content = fit
      change(&content)
      self.content = content
    }
  }

  private static func long(_ count: Int) -> String { String(repeating: "字", count: count) }
  private static func locales(_ count: Int) -> [Locale] {
    (0..<count).compactMap { Locale("aa-x\($0)") }
  }
  private static func text(
    _ change: @escaping (inout ProfileText) -> Void
  ) -> (inout ProfileContent) -> Void {
    { content in
      guard var text = content.texts[.chinese] else { return }
      change(&text)
      content.texts[.chinese] = text
    }
  }
  private static func proofs(_ count: Int, _ title: Localized, _ year: Int?) -> [Qualification] {
    Array(repeating: Qualification(.certificate, title: title, to: year), count: count)
  }

  static let cases: [Case] = texts + lists + numbers

  private static let texts = [
    Case("as it is") { _ in },
    Case("no text", .missing(.texts)) { $0.texts = [:] },
    Case("12 languages") { content in
      for locale in locales(11) { content.texts[locale] = content.texts[.chinese] }
    },
    Case("13 languages", .tooMany(.texts, max: 12)) { content in
      for locale in locales(12) { content.texts[locale] = content.texts[.chinese] }
    },
    Case("a name of 40", change: text { $0.name = long(40) }),
    Case(
      "a name of 41", .unfit(.name(.chinese), charactersMax: 40),
      change: text { $0.name = long(41) }),
    Case("no name", .unfit(.name(.chinese), charactersMax: 40), change: text { $0.name = "" }),
    Case(
      "a name of nothing", .unfit(.name(.chinese), charactersMax: 40),
      change: text { $0.name = "\u{200B}" }),
    Case(
      "a name of lines", .unfit(.name(.chinese), charactersMax: 40),
      change: text { $0.name = "a\nb" }),
    Case("a headline of 80", change: text { $0.headline = long(80) }),
    Case(
      "a headline of 81", .unfit(.headline(.chinese), charactersMax: 80),
      change: text { $0.headline = long(81) }),
    Case(
      "no headline", .unfit(.headline(.chinese), charactersMax: 80),
      change: text { $0.headline = " " }),
    Case("a story of 2000", change: text { $0.about = long(2_000) }),
    Case(
      "a story of 2001", .unfit(.about(.chinese), charactersMax: 2_000),
      change: text { $0.about = long(2_001) }),
    Case(
      "no story", .unfit(.about(.chinese), charactersMax: 2_000), change: text { $0.about = "" }),
    Case(
      "a story with a bell", .unfit(.about(.chinese), charactersMax: 2_000),
      change: text { $0.about = "a\u{7}" }),
    Case(
      "a story backwards", .unfit(.about(.chinese), charactersMax: 2_000),
      change: text { $0.about = "\u{202E}a" }),
    Case("a place of 60", change: text { $0.place = long(60) }),
    Case(
      "a place of 61", .unfit(.place(.chinese), charactersMax: 60),
      change: text { $0.place = long(61) }),
    Case(
      "a place of spaces", .unfit(.place(.chinese), charactersMax: 60),
      change: text { $0.place = " " }),
    Case(
      "two faults", .unfit(.name(.chinese), charactersMax: 40),
      .unfit(.headline(.chinese), charactersMax: 80),
      change: text {
        $0.name = ""
        $0.headline = ""
      }),
  ]

  private static let lists = [
    Case("12 spoken") { $0.languages = locales(12).map { SpokenLanguage($0, .basic) } },
    Case("13 spoken", .tooMany(.languages, max: 12)) {
      $0.languages = locales(13).map { SpokenLanguage($0, .basic) }
    },
    Case("one spoken twice", .doubled(.languages)) {
      $0.languages = [SpokenLanguage(.english, .basic), SpokenLanguage(.english, .fluent)]
    },
    Case("30 skills") { $0.skills = (1...30).map { SkillLevel(ID($0), .expert) } },
    Case("31 skills", .tooMany(.skills, max: 30)) {
      $0.skills = (1...31).map { SkillLevel(ID($0), .expert) }
    },
    Case("one skill twice", .doubled(.skills)) {
      $0.skills = [SkillLevel(ID(1), .expert), SkillLevel(ID(1), .learning)]
    },
    Case("30 proofs") { $0.proofs = proofs(30, [.english: "BA"], 2_020) },
    Case("31 proofs", .tooMany(.qualifications, max: 30)) {
      $0.proofs = proofs(31, [.english: "BA"], nil)
    },
    Case("a proof of 120") { $0.proofs = proofs(1, [.english: long(120)], nil) },
    Case("a proof of 121", .unfit(.qualification(0), charactersMax: 120)) {
      $0.proofs = proofs(1, [.english: long(121)], nil)
    },
    Case("a proof of nothing", .unfit(.qualification(0), charactersMax: 120)) {
      $0.proofs = proofs(1, [:], nil)
    },
    Case("a proof in 13 languages", .unfit(.qualification(1), charactersMax: 120)) {
      let many = locales(13).map { ($0, "BA") }
      $0.proofs =
        proofs(1, [.english: "BA"], nil)
        + proofs(1, Localized(ByLocale(many)), nil)
    },
  ]

  private static let numbers = [
    Case("1940") { $0.proofs = proofs(1, [.english: "BA"], 1_940) },
    Case("1939", .outOfRange(.qualificationYears(0))) {
      $0.proofs = proofs(1, [.english: "BA"], 1_939)
    },
    Case("2100") { $0.proofs = proofs(1, [.english: "BA"], 2_100) },
    Case("2101", .outOfRange(.qualificationYears(0))) {
      $0.proofs = proofs(1, [.english: "BA"], 2_101)
    },
    Case("a zone of 40 letters") { $0.timeZone = String(repeating: "a", count: 40) },
    Case("a zone of 41 letters", .outOfRange(.timeZone)) {
      $0.timeZone = String(repeating: "a", count: 41)
    },
    Case("no zone", .outOfRange(.timeZone)) { $0.timeZone = "" },
    Case("a cent an hour") { $0.hourlyRate = Money(minorUnits: 1, .cny) },
    Case("nothing an hour", .outOfRange(.hourlyRate)) {
      $0.hourlyRate = Money(minorUnits: 0, .cny)
    },
    Case("less than nothing", .outOfRange(.hourlyRate)) {
      $0.hourlyRate = Money(minorUnits: .min, .cny)
    },
    Case("100,000 an hour") { $0.hourlyRate = Money(minorUnits: 10_000_000, .cny) },
    Case("a cent more", .outOfRange(.hourlyRate)) {
      $0.hourlyRate = Money(minorUnits: 10_000_001, .cny)
    },
  ]

  @Test(arguments: cases)
  func `a seller is told everything that is wrong, once`(example: Case) {
    #expect(example.content.faults == example.faults)
  }

  @Test(
    arguments: [
      (["en": "Work"], [:], nil, []),
      (["en": "Work"], ["en": "Long"], 1_940, []),
      ([:], [:], nil, [ProfileFault.unfit(.itemTitle, charactersMax: 120)]),
      (["en": "a\nb"], [:], nil, [.unfit(.itemTitle, charactersMax: 120)]),
      (["en": long(120)], ["en": long(2_000)], 2_100, []),
      (["en": long(121)], [:], nil, [.unfit(.itemTitle, charactersMax: 120)]),
      (["en": "Work"], ["en": long(2_001)], nil, [.unfit(.itemSummary, charactersMax: 2_000)]),
      (["en": "Work"], ["zh-CN": "作品"], nil, [.missing(.itemTitle)]),
      (["en": "Work"], [:], 1_939, [.outOfRange(.itemYear)]),
      (["en": "Work"], [:], 2_101, [.outOfRange(.itemYear)]),
    ] as [([String: String], [String: String], Int?, [ProfileFault])])
  func `a piece of work`(
    titles: [String: String], summaries: [String: String], year: Int?, faults: [ProfileFault]
  ) {
    func localized(_ texts: [String: String]) -> Localized {
      texts.reduce(into: Localized()) { all, text in
        if let locale = Locale(text.key) { all[locale] = text.value }
      }
    }
    let owner = Party(id: ID(1), kind: .person, name: "a", language: .english, openedAt: now)
    let item = PortfolioItem(
      id: ID(1), party: ID(1), category: nil, titles: localized(titles),
      summaries: localized(summaries), year: year)
    let found: [ProfileFault]
    do throws(ProfileError) {
      _ = try item.checked(of: owner, by: .operator, others: PortfolioItem.max - 1)
      found = []
    } catch {
      guard case .unfit(let faults) = error else { return #expect(Bool(false), "\(error)") }
      found = faults
    }
    #expect(found == faults)
  }
}
