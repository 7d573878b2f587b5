import Market
import Proving

/// Records as no test would think of them, the same for the same seed. They keep what the types
/// promise, and nothing more: languages that the site lacks, texts of nothing, categories that are
/// gone.
struct Invented {
  private var seeded: Seeded

  init(seed: UInt64) { seeded = Seeded(seed) }

  private static let texts = [
    "", " ", "a", "茶", "Tea & <b>cake</b>", "]]>-->", "\u{0}\u{7}\u{FFFF}", "\u{202E}evil",
    "'\"></title><script>", "# ", "---", "1. one", "a\nb\r\nc", "{{ x }} {% end %} {name}",
    "👩🏽‍🚀", "…。.", "مرحبا", String(repeating: "w", count: 300), String(repeating: "书", count: 300),
    "x\u{300}\u{301}\u{302}",
  ]
  static let locales: [Locale] = [.chinese, .english, Locale("fr"), Locale("zh-TW")]
    .compactMap { $0 }
  private static let assets = [
    Asset.cny, Asset(code: "JPY", scale: 0), Asset(code: "KWD", scale: 3),
  ]

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &seeded)]
  }
  private mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    .random(in: range, using: &seeded)
  }
  private mutating func chance() -> Bool { .random(using: &seeded) }
  private mutating func text() -> String {
    chance() ? one(of: Self.texts) : one(of: Self.texts) + one(of: Self.texts)
  }
  private mutating func locale() -> Locale { one(of: Self.locales) }

  private mutating func many<Value>(
    upTo most: Int64, _ make: (inout Invented) -> Value
  ) -> [Value] {
    (0..<number(0...most)).map { _ in make(&self) }
  }

  mutating func localized() -> Localized {
    Localized(ByLocale(many(upTo: 3) { ($0.locale(), $0.text()) }))
  }
  private mutating func slugs() -> Slugs {
    ByLocale(many(upTo: 3) { ($0.locale(), Slug.from($0.text())) })
  }
  private mutating func instant() -> Instant {
    Instant(milliseconds: number(-1_000_000_000_000...4_000_000_000_000))
  }
  private mutating func category() -> ID<Category> { ID(one(of: [1, 2, 11, 12, 99])) }
  private mutating func money() -> Money {
    Money(minorUnits: number(0...10_000_000_000), one(of: Self.assets))
  }

  mutating func sellerName() -> SellerNameRecord {
    SellerNameRecord(
      party: ID(number(1...99)), kind: one(of: Party.Kind.allCases), names: localized(),
      language: locale(), slugs: slugs(), level: one(of: Level.allCases), isShown: chance())
  }

  mutating func seller() -> SellerCardRecord {
    var figures = SellerFigures()
    figures.reviews = number(0...300)
    figures.stars = figures.reviews * number(1...5)
    figures.orders = number(0...5_000)
    figures.onTimeBasisPoints = chance() ? number(0...10_000) : nil
    figures.answersInMinutes = chance() ? number(0...10_000) : nil
    return SellerCardRecord(
      name: sellerName(), headlines: localized(), places: localized(), figures: figures,
      hourlyRate: chance() ? money() : nil, openedAt: instant())
  }

  mutating func card() -> GigCardRecord {
    let reviews = number(0...3)
    return GigCardRecord(
      gig: ID(number(1...99)), category: category(), titles: localized(), origin: locale(),
      slugs: slugs(), picture: nil, lowestPrice: money(), deliveryDays: Int(number(0...90)),
      figures: GigFigures(orders: 0, reviews: reviews, stars: reviews * number(1...5)),
      seller: sellerName())
  }

  mutating func review() -> ReviewRecord {
    var record = Made.review(
      number(1...9_999), stars: Int(number(1...5)), text: text(), in: locale(), at: instant(),
      reply: chance() ? Review.Reply(text: text(), language: locale(), at: instant()) : nil)
    record.author = text()
    record.authorLanguage = locale()
    return record
  }

  mutating func gig() -> GigRecord {
    let reviews = number(0...50)
    let counts = (1...5).map { _ in number(0...9) }
    let texts = many(upTo: 3) {
      (
        $0.locale(),
        GigText(
          title: $0.text(), summary: $0.text(), description: $0.text(),
          source: $0.chance() ? .written : .translated(from: nil, byMachine: $0.chance()))
      )
    }
    let packages = many(upTo: 4) {
      GigPackage(
        name: $0.localized(), summary: $0.localized(), price: $0.number(0...9_999_999_999),
        deliveryDays: Int($0.number(0...90)), revisions: $0.chance() ? 2 : nil)
    }
    var record = Made.gig(number(1...99))
    record.category = category()
    record.slugs = slugs()
    record.version = Made.version(
      7, madeAt: instant(), publishedAt: chance() ? instant() : nil)
    record.isCurrent = chance()
    record.content = GigContent(
      origin: locale(), texts: ByLocale(texts), asset: one(of: Self.assets),
      packages: packages,
      features: many(upTo: 2) { GigFeature(label: $0.localized(), packages: .from(0, of: 4)) },
      extras: many(upTo: 2) { GigExtra(title: $0.localized(), price: 5, deliveryDays: 1) },
      requirements: many(upTo: 2) {
        GigRequirement(question: $0.localized(), isNeeded: $0.chance())
      },
      questions: many(upTo: 2) { GigQuestion(question: $0.localized(), answer: $0.localized()) },
      attributes: ["style": one(of: ["plain", "gone"])])
    record.tags = many(upTo: 3) { Made.tag($0.number(1...9), "tag", $0.localized()) }
    record.figures = GigFigures(
      orders: number(0...9), reviews: reviews, stars: reviews * number(1...5))
    record.stars = StarSums(
      counts: counts, quality: counts.reduce(0, +) * 5, communication: 0, timeliness: 1)
    record.seller = seller()
    record.reviews = many(upTo: 3) { $0.review() }
    record.related = many(upTo: 3) { $0.card() }
    return record
  }

  mutating func profile() -> ProfileRecord {
    let texts = many(upTo: 3) {
      (
        $0.locale(),
        ProfileText(name: $0.text(), headline: $0.text(), about: $0.text(), place: $0.text())
      )
    }
    let skills = many(upTo: 3) { Made.skill($0.number(1...9), "skill", $0.localized()) }
    return ProfileRecord(
      seller: seller(),
      content: ProfileContent(
        texts: ByLocale(texts),
        languages: many(upTo: 2) { SpokenLanguage($0.locale(), .native) },
        skills: skills.map { SkillLevel($0.id, .working) },
        hourlyRate: chance() ? money() : nil),
      skills: skills,
      portfolio: many(upTo: 2) {
        PortfolioItem(
          id: ID(1), party: ID(5), category: $0.chance() ? $0.category() : nil,
          titles: $0.localized(), summaries: $0.localized(), year: 2020)
      }, gigs: many(upTo: 3) { $0.card() }, reviews: many(upTo: 2) { $0.review() })
  }

  mutating func tag() -> Tag { Made.tag(1, "tag", localized()) }
}
