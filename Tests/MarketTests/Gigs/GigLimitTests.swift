import Market
import Testing

@Suite struct GigLimitTests {
  private static let limits = Rules.standard.gig

  /// A text of the gig, and how it is put in.
  struct Place: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let max: Int
    let field: GigFault.Field
    let isProse: Bool
    let put: @Sendable (inout GigContent, String) -> Void

    init(
      _ name: String, _ max: Int, _ field: GigFault.Field, isProse: Bool = false,
      put: @escaping @Sendable (inout GigContent, String) -> Void
    ) {
      testDescription = name
      self.max = max
      self.field = field
      self.isProse = isProse
      self.put = put
    }

    func faults(_ text: String) -> [GigFault] {
      GigContent.full.with { put(&$0, text) }.faults
    }
  }

  static let places = [
    Place("title", limits.titleCharactersMax, .title(.english)) {
      $0.texts[.english]?.title = $1
    },
    Place("summary", limits.summaryCharactersMax, .summary(.chinese)) {
      $0.texts[.chinese]?.summary = $1
    },
    Place(
      "description", limits.descriptionCharactersMax, .description(.english), isProse: true
    ) { $0.texts[.english]?.description = $1 },
    Place("package name", limits.packageNameCharactersMax, .packageName(2, .english)) {
      $0.packages[2].name[.english] = $1
    },
    Place(
      "package summary", limits.packageDescriptionCharactersMax, .packageSummary(0, .chinese)
    ) { $0.packages[0].summary[.chinese] = $1 },
    Place("feature", limits.featureCharactersMax, .featureLabel(0, .english)) {
      $0.features[0].label[.english] = $1
    },
    Place("extra", limits.extraNameCharactersMax, .extraTitle(0, .chinese)) {
      $0.extras[0].title[.chinese] = $1
    },
    Place("requirement", limits.requirementCharactersMax, .requirement(0, .english)) {
      $0.requirements[0].question[.english] = $1
    },
    Place("question", limits.faqQuestionCharactersMax, .question(0, .english)) {
      $0.questions[0].question[.english] = $1
    },
    Place("answer", limits.faqAnswerCharactersMax, .answer(0, .chinese), isProse: true) {
      $0.questions[0].answer[.chinese] = $1
    },
  ]

  /// Each is one character to a reader: letters, Chinese, a family, a flag, an accent apart.
  static let characters = ["x", "集", "👨‍👩‍👧‍👦", "🇨🇳", "e\u{301}", "ก็"]

  @Test func `what is plain and what is full are both fine`() {
    #expect(GigContent.plain.faults == [])
    #expect(GigContent.full.faults == [])
  }

  @Test(arguments: places)
  func `a text may be as long as its limit in characters that a reader counts`(place: Place) {
    for character in Self.characters {
      let most = String(repeating: character, count: place.max)
      #expect(most.count == place.max)
      #expect(place.faults(most) == [], "\(character)")
      #expect(
        place.faults(most + character) == [.tooLong(place.field, charactersMax: place.max)],
        "\(character)")
    }
    let pile = "e" + String(repeating: "\u{301}", count: TextLimit.scalarsInCharacterMax)
    #expect(place.faults(pile) == [.tooLong(place.field, charactersMax: place.max)])
  }

  @Test(arguments: places)
  func `what says nothing is missing`(place: Place) {
    for nothing in [
      "", " ", "\n", "\t\u{3000}", "\u{A0}", "\u{200B}", "\u{200D}\u{FE0F}", "\u{3164}", "\u{2060}",
    ] {
      #expect(place.faults(nothing) == [.missing(place.field)], "\(nothing.unicodeScalars)")
    }
  }

  @Test(arguments: places)
  func `what reads otherwise than it is written is unfit`(place: Place) {
    let signs = [
      "\0", "\u{1B}", "\r", "\u{7F}", "\u{85}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
    ]
    for sign in signs {
      #expect(place.faults("a\(sign)b") == [.unfit(place.field)], "\(sign.unicodeScalars)")
    }
    #expect(place.faults("a\nb") == (place.isProse ? [] : [.unfit(place.field)]))
    #expect(place.faults("العربية, a\u{200E}b") == [], "other directions are languages too")
  }

  @Test func `a language in which the gig is not written is held to the limits too`() throws {
    let french = try #require(Locale("fr"))
    let long = String(repeating: "é", count: 1_201)
    let content = GigContent.full.with { content in
      content.packages[1].name[french] = long
      content.questions[0].answer[french] = "a\u{202E}b"
    }
    #expect(
      content.faults == [
        .tooLong(.packageName(1, french), charactersMax: Self.limits.packageNameCharactersMax),
        .unfit(.answer(0, french)),
      ])
  }

  /// A list of the gig, with what it takes to make it so long.
  static let lists: [(GigFault.Field, Int, @Sendable (inout GigContent, Int) -> Void)] = [
    (.packages, limits.packagesMax, { $0.packages = Array(repeating: .plain, count: $1) }),
    (
      .features, limits.featuresMax,
      {
        $0.features = Array(
          repeating: GigFeature(label: same("x"), packages: .from(0, of: 3)), count: $1)
      }
    ),
    (
      .extras, limits.extrasMax,
      {
        $0.extras = Array(
          repeating: GigExtra(title: same("x"), price: 500, deliveryDays: 1), count: $1)
      }
    ),
    (
      .requirements, limits.requirementsMax,
      {
        $0.requirements = Array(
          repeating: GigRequirement(question: same("x"), isNeeded: false), count: $1)
      }
    ),
    (
      .questions, limits.faqMax,
      {
        $0.questions = Array(
          repeating: GigQuestion(question: same("x"), answer: same("y")), count: $1)
      }
    ),
    (.tags, limits.tagsMax, { $0.tags = (0..<$1).map { ID(Int64($0)) } }),
    (
      .media, limits.mediaMax,
      { $0.media = (0..<$1).map { GigMedia(file: "\($0)", caption: [:]) } }
    ),
  ]

  @Test(arguments: lists.indices)
  func `a list may be as long as its limit`(list: Int) {
    let (field, max, fill) = Self.lists[list]
    #expect(GigContent.full.with { fill(&$0, max) }.faults == [])
    #expect(
      GigContent.full.with { fill(&$0, max + 1) }.faults == [.tooMany(field, max: max)])
  }

  @Test func `there is at least one package`() {
    let none = GigContent.plain.with { $0.packages = [] }
    #expect(none.faults == [.missing(.packages)])
    #expect(none.with { $0.packages = [.plain] }.faults == [])
  }

  @Test(arguments: [
    (GigFault.Field.packageDelivery(1), 1...90 as ClosedRange<Int64>),
    (.packagePrice(1), 500...100_000_000), (.extraPrice(0), 500...100_000_000),
    (.extraDelivery(0), 0...90), (.packageRevisions(1), 0...9),
  ])
  func `a number lies in its range, ends included`(
    field: GigFault.Field, range: ClosedRange<Int64>
  ) {
    func faults(_ number: Int64) -> [GigFault] {
      GigContent.full.with {
        switch field {
        case .packageDelivery: $0.packages[1].deliveryDays = Int(number)
        case .packagePrice: $0.packages[1].price = number
        case .packageRevisions: $0.packages[1].revisions = Int(number)
        case .extraPrice: $0.extras[0].price = number
        default: $0.extras[0].deliveryDays = Int(number)
        }
      }.faults
    }
    for fine in [range.lowerBound, range.upperBound] { #expect(faults(fine) == [], "\(fine)") }
    for wrong in [range.lowerBound - 1, range.upperBound + 1, .min, .max] {
      #expect(faults(wrong) == [.outOfRange(field, range)], "\(wrong)")
    }
  }

  @Test func `revisions without end are as the rules say`() throws {
    let endless = GigContent.full.with { $0.packages[0].revisions = nil }
    #expect(endless.faults == [])
    let strict = try Rules(
      text: Rules.standardText.replacing(
        "unlimited-revisions = yes", with: "unlimited-revisions = no"),
      file: "strict")
    #expect(
      endless.faults(under: strict, attributes: GigContent.styles, vertical: nil)
        == [.outOfRange(.packageRevisions(0), 0...9)])
  }

  @Test func `prices are in an asset in which the market deals, of the right scale`() {
    for asset in [Asset(code: "USD", scale: 2), Asset(code: "CNY", scale: 3)] {
      let content = GigContent.full.with {
        $0.asset = asset
        $0.packages[0].price = 1
      }
      #expect(content.faults == [.unknown(.currency)], "no price is right or wrong then")
    }
  }

  @Test func `a gig speaks the language it was thought in`() throws {
    let missing = GigContent.plain.with { $0.texts[.chinese] = nil }
    #expect(missing.faults == [.missing(.languages)])
    #expect(
      GigContent.plain.with { $0.texts = [:] }.faults == [.missing(.languages)],
      "and nothing else can be asked of it")
    let french = try #require(Locale("fr"))
    let third = GigContent.plain.with {
      $0.texts[french] = GigText(title: "Un logo", summary: "Vite", description: "Beau.")
    }
    #expect(
      third.faults == [.missing(.packageName(0, french)), .missing(.packageSummary(0, french))])
  }

  @Test(arguments: [
    ("style", "modern", true), ("style", "Modern", false), ("style", "", false),
    ("size", "modern", false), ("", "", false),
  ])
  func `an attribute and its choice are the category's`(
    name: String, choice: String, isKnown: Bool
  ) {
    let content = GigContent.plain.with { $0.attributes = [name: choice] }
    #expect(content.faults == (isKnown ? [] : [.unknown(.attribute(name))]))
  }

  @Test func `a tag stands once`() {
    #expect(GigContent.plain.with { $0.tags = [ID(1), ID(1)] }.faults == [.doubled(.tags)])
  }

  @Test(arguments: [
    (0b111, true), (0b001, true), (0b100, true), (0, false), (0b1000, false), (0b1001, false),
    (-1, false), (.min, false), (.max, false),
  ])
  func `a feature belongs to packages that are there`(packages: Int, isFit: Bool) {
    let content = GigContent.full.with {
      $0.features[0].packages = PackageSet(rawValue: packages)
    }
    #expect(content.faults == (isFit ? [] : [.unfit(.features)]))
  }

  @Test func `a picture may go without words, but not with unfit ones`() {
    func faults(_ caption: Localized) -> [GigFault] {
      GigContent.plain.with { $0.media = [GigMedia(file: "a", caption: caption)] }.faults
    }
    let max = Self.limits.extraNameCharactersMax
    #expect(faults([.english: String(repeating: "集", count: max)]) == [])
    #expect(
      faults([.english: String(repeating: "集", count: max + 1)])
        == [.tooLong(.caption(0, .english), charactersMax: max)])
    #expect(faults([.chinese: "a\nb"]) == [.unfit(.caption(0, .chinese))])
  }

  @Test func `a seller is told everything at once, in the order of the page`() {
    let content = GigContent.full.with {
      $0.asset = Asset(code: "GOLD", scale: 0)
      $0.origin = Locale("fr") ?? .chinese
      $0.texts[.english]?.title = ""
      $0.packages[0].deliveryDays = 0
      $0.features[0].packages = []
      $0.extras[0].title[.chinese] = "\u{202E}a"
      $0.requirements[0].question = [:]
      $0.questions[0].answer[.english] = nil
      $0.media[0].caption[.english] = " "
      $0.tags = [ID(1), ID(1), ID(2), ID(3), ID(4), ID(5)]
      $0.attributes = ["style": "wild", "age": "old"]
    }
    let all: [GigFault] = [
      .unknown(.currency), .missing(.languages), .missing(.title(.english)),
      .outOfRange(.packageDelivery(0), 1...90), .unfit(.features),
      .unfit(.extraTitle(0, .chinese)), .missing(.requirement(0, .english)),
      .missing(.requirement(0, .chinese)), .missing(.answer(0, .english)),
      .missing(.caption(0, .english)), .tooMany(.tags, max: 5), .doubled(.tags),
      .unknown(.attribute("age")), .unknown(.attribute("style")),
    ]
    #expect(content.faults == all)
  }
}
