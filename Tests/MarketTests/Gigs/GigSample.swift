import Market

/// Gigs, and whoever deals with them, as the tests of the rules need them.
extension GigContent {
  static let languages: [Locale] = [.chinese, .english]

  /// As little as may be published, in two languages.
  static let plain = GigContent(
    origin: .chinese,
    texts: [
      .chinese: GigText(title: "设计标志", summary: "三天完成", description: "一个好看的标志。"),
      .english: GigText(title: "A logo", summary: "In three days", description: "A fine logo."),
    ],
    packages: [.plain])

  /// Three packages, and one of everything else.
  static let full: GigContent = {
    var content = plain
    content.packages = [.plain, .plain, .plain]
    content.features = [GigFeature(label: both("源文件", "Source"), packages: .from(1, of: 3))]
    content.extras = [GigExtra(title: both("加急", "Express"), price: 500, deliveryDays: 0)]
    content.requirements = [GigRequirement(question: both("名称?", "Its name?"), isNeeded: true)]
    content.questions = [
      GigQuestion(question: both("多久?", "How long?"), answer: both("三天。", "Three days."))
    ]
    content.tags = [ID(1), ID(2)]
    content.attributes = ["style": "modern"]
    content.media = [GigMedia(file: "one", caption: [:])]
    return content
  }()

  static let styles = [
    CategoryAttribute(
      name: "style", label: both("风格", "Style"),
      choices: [
        .init(name: "modern", label: both("现代", "Modern")),
        .init(name: "classic", label: both("古典", "Classic")),
      ])
  ]

  func with(_ change: (inout GigContent) -> Void) -> GigContent {
    var content = self
    change(&content)
    return content
  }

  var faults: [GigFault] { faults(under: .standard, attributes: Self.styles, vertical: nil) }
}

extension GigPackage {
  static let plain = GigPackage(
    name: both("基础", "Basic"), summary: both("一稿", "One draft"), price: 10_000, deliveryDays: 3,
    revisions: 2)
}

func both(_ chinese: String, _ english: String) -> Localized {
  [.chinese: chinese, .english: english]
}

func same(_ text: String) -> Localized { both(text, text) }

extension Party {
  static func seller(_ number: Int64, _ state: State = .active) -> Party {
    Party(
      id: ID(number), kind: .person, name: "王芳", language: .chinese, state: state, openedAt: now)
  }
}

extension Category {
  static func design(isOpen: Bool = true) -> Category {
    Category(
      id: ID(2), group: ID(1), slug: "logo", position: 0, isOpen: isOpen,
      names: both("标志", "Logos"), summaries: [:])
  }
}

extension Actor {
  static func person(_ number: Int64, _ roles: Set<StaffRole> = []) -> Actor {
    .member(Standing(account: ID(number), party: ID(number), roles: roles))
  }
}
