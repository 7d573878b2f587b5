import Market
import Proving

/// Contents as nobody would write them, the same for the same seed.
struct OddContent {
  private var random: Seeded
  private let tags: [ID<Tag>]

  init(seed: UInt64, tags: [ID<Tag>]) {
    random = Seeded(seed)
    self.tags = tags
  }

  private static let texts = [
    "", " ", "标志", "A logo", "👨‍👩‍👧‍👦", "e\u{301}", "\u{E9}", "a\nb", "a\r\nb", "'; drop table gig; --",
    "\\ \" % _ $1", "\u{202E}x", "\u{FEFF}", "\u{10FFFF}", "ﷺ", "\u{1F}", "null", "0", "𠮷野家",
    String(repeating: "长", count: 3_000),
  ]
  private static let locales = ["zh-CN", "en", "fr", "zh-TW"].compactMap(Locale.init)
  private static let assets = [
    Asset.cny, Asset(code: "JPY", scale: 0), Asset(code: "USDT", scale: 6),
  ]

  /// A draft, which may say anything.
  mutating func content(in asset: Asset? = nil) -> GigContent {
    GigContent(
      origin: pick(Self.locales), texts: texts(), asset: asset ?? pick(Self.assets),
      packages: some(3) { $0.package() },
      features: some(4) {
        GigFeature(label: $0.localized(), packages: PackageSet(rawValue: $0.number(-1...7)))
      },
      extras: some(4) {
        GigExtra(title: $0.localized(), price: $0.price(), deliveryDays: $0.number(-1...91))
      },
      requirements: some(4) {
        GigRequirement(question: $0.localized(), isNeeded: $0.number(0...1) == 1)
      },
      questions: some(4) { GigQuestion(question: $0.localized(), answer: $0.localized()) },
      tags: Array(tags.shuffled(using: &random).prefix(number(0...5))),
      attributes: Dictionary(
        some(3) { ($0.pick(Self.texts), $0.pick(Self.texts)) },
        uniquingKeysWith: { first, _ in first }),
      media: some(4) { GigMedia(file: $0.pick(Self.texts), caption: $0.localized()) })
  }

  /// With one of everything, and nothing wrong.
  mutating func publishable() -> GigContent {
    func word(_ text: String) -> Localized { [.english: text, .chinese: "\(text)，好的"] }
    return GigContent(
      origin: .english,
      texts: [
        .english: GigText(title: "Odd", summary: "Odd", description: "a\nb"),
        .chinese: GigText(
          title: "怪", summary: "𠮷", description: "👨‍👩‍👧‍👦",
          source: .translated(from: nil, byMachine: true)),
      ],
      packages: (1...3).map {
        GigPackage(
          name: word("p\($0)"), summary: word("s\($0)"), price: 1_000 * $0,
          deliveryDays: Int(4 - $0), revisions: $0 == 3 ? nil : Int($0))
      },
      features: [GigFeature(label: word("f"), packages: .from(1, of: 3))],
      extras: [GigExtra(title: word("e"), price: 500, deliveryDays: 0)],
      requirements: [GigRequirement(question: word("r"), isNeeded: true)],
      questions: [GigQuestion(question: word("q"), answer: word("a"))], tags: [tags[2], tags[0]],
      attributes: ["style": "modern"],
      media: [GigMedia(file: MediaKey(using: &random).text, caption: word("m"))])
  }

  private mutating func texts() -> ByLocale<GigText> {
    var texts: ByLocale<GigText> = [:]
    for locale in Self.locales.prefix(number(0...4)) {
      let sources = [
        GigText.Source.written, .translated(from: nil, byMachine: false),
        .translated(from: ID(3), byMachine: true),
      ]
      texts[locale] = GigText(
        title: pick(Self.texts), summary: pick(Self.texts), description: pick(Self.texts),
        source: pick(sources))
    }
    return texts
  }

  private mutating func package() -> GigPackage {
    GigPackage(
      name: localized(), summary: localized(), price: price(), deliveryDays: number(-1...91),
      revisions: number(0...1) == 0 ? nil : number(0...9))
  }

  private mutating func localized() -> Localized {
    var text = Localized()
    for locale in Self.locales where number(0...1) == 1 { text[locale] = pick(Self.texts) }
    return text
  }

  private mutating func price() -> Int64 { pick([0, 1, -5, .max, .min, 500]) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[number(0...list.count - 1)]
  }

  private mutating func some<Element>(
    _ most: Int, _ make: (inout OddContent) -> Element
  ) -> [Element] {
    (0..<number(0...most)).map { _ in make(&self) }
  }
}
