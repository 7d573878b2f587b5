import Market
import Testing

@Suite struct CompletenessTests {
  private static func text(_ about: Int, place: String = "杭州") -> ProfileText {
    ProfileText(
      name: "王", headline: "设计师", about: String(repeating: "字", count: about), place: place)
  }

  private static func items(_ count: Int) -> [PortfolioItem] {
    (0..<count).map {
      PortfolioItem(
        id: ID(Int64($0 + 1)), party: ID(1), category: nil, titles: [.english: "Work"], year: nil)
    }
  }

  private static let whole = {
    var content = ProfileContent(texts: [.chinese: text(80), .english: text(10)])
    content.languages = [SpokenLanguage(.chinese, .native)]
    content.skills = (1...3).map { SkillLevel(ID($0), .expert) }
    content.proofs = [Qualification(.education, title: [.chinese: "学士"])]
    content.hourlyRate = Money(minorUnits: 1, .cny)
    content.availability.hours = [Availability.Hours(.monday, from: 0, to: 60)]
    return content
  }()

  @Test func `all parts together are a hundred`() {
    #expect(Completeness.Part.allCases.reduce(0) { $0 + $1.weight } == 100)
    let whole = Completeness(of: Self.whole, portfolio: Self.items(3))
    #expect(whole.percent == 100 && whole.missing == [])
    let nothing = Completeness(of: ProfileContent(texts: [:]), portfolio: [])
    #expect(nothing.percent == 0 && nothing.missing.count == Completeness.Part.allCases.count)
  }

  @Test func `the heaviest is named first`() {
    let missing = Completeness(of: ProfileContent(texts: [:]), portfolio: []).missing
    #expect(missing.map(\.weight) == missing.map(\.weight).sorted(by: >))
    #expect(missing.prefix(3) == [.about, .portfolio, .skills])
  }

  private static func changed(_ change: (inout ProfileContent) -> Void) -> ProfileContent {
    var content = whole
    change(&content)
    return content
  }

  static let cases: [(Completeness.Part, ProfileContent)] = [
    (.about, changed { $0.texts = [.chinese: text(79), .english: text(199)] }),
    (.translation, changed { $0.texts = [.chinese: text(80)] }),
    (
      .place,
      changed { $0.texts = [.chinese: text(80, place: ""), .english: text(9, place: "")] }
    ),
    (.skills, changed { $0.skills.removeLast() }),
    (.languages, changed { $0.languages = [] }),
    (.background, changed { $0.proofs = [] }),
    (.rate, changed { $0.hourlyRate = nil }),
    (.hours, changed { $0.availability.hours = [] }),
  ]

  @Test(arguments: cases)
  func `each part counts by itself`(part: Completeness.Part, content: ProfileContent) {
    let completeness = Completeness(of: content, portfolio: Self.items(3))
    #expect(completeness.missing == [part])
    #expect(completeness.percent == 100 - part.weight)
  }

  @Test func `two works are too few, and letters need more than signs`() {
    #expect(Completeness(of: Self.whole, portfolio: Self.items(2)).missing == [.portfolio])
    var content = Self.whole
    content.texts = [.chinese: Self.text(1), .english: Self.text(200)]
    #expect(Completeness(of: content, portfolio: Self.items(3)).missing == [])
  }
}
