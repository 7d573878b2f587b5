import Market
import Testing

@testable import Store

/// A small market in which there is one of each thing that a page may have to show or to leave
/// out.
struct Street: Sendable {
  let wang: ID<Party>
  /// An organisation without a profile.
  let studio: ID<Party>
  /// Has hidden her profile.
  let ada: ID<Party>
  let buyer: ID<Party>
  /// Closed after writing a review.
  let former: ID<Party>

  /// Open, and of wang's in two languages, in the second version and with a third in the making.
  let seal: ID<Gig>
  /// The studio's, in Chinese only.
  let poster: ID<Gig>
  /// Ada's, in English only.
  let logo: ID<Gig>
  /// Wang's, paused.
  let away: ID<Gig>
  /// Wang's, in a category that was closed.
  let shut: ID<Gig>
  let tags: [ID<Market.Tag>]
  let skills: [ID<Skill>]
  /// Shown: of the buyer, then of the former one.
  let reviews: [ID<Review>]
  let items: [ID<PortfolioItem>]

  static let design = ID<Market.Category>(1)
  static let logos = ID<Market.Category>(2)
  static let cards = ID<Market.Category>(3)

  static let catalogue = """
    [group design]
    name.en = Design
    name.zh-CN = 设计
    summary.zh-CN = 看得见的
    [category logo]
    name.en = Logos
    name.zh-CN = 标志
    [attribute logo style]
    label.en = Style
    label.zh-CN = 风格
    choice modern.en = Modern
    choice modern.zh-CN = 现代
    choice classic.en = Classic
    """
  static let cardsToo = "\n[category card]\nname.en = Cards"

  /// Made once for each engine; nobody changes it.
  static func read<Value>(
    _ engine: Engine, _ body: (Street, borrowing Snapshot) throws -> Value
  ) throws -> Value {
    let (ground, street) = try made(engine)
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    return try connection.read { try body(street, $0) }
  }

  static func made(_ engine: Engine) throws -> (ground: Ground, street: Street) {
    try #require(built[engine]).get()
  }

  private static let built = Dictionary(
    uniqueKeysWithValues: Engine.all.map { engine in
      (
        engine,
        Result {
          let ground = try Ground(engine)
          return (ground: ground, street: try ground.write { try $0.street() })
        }
      )
    })
}

extension Transaction {
  fileprivate func street() throws -> Street {
    try saveCatalogue(
      GigFair.plan(Street.catalogue + Street.cardsToo), by: .operator, at: now)
    let wang = try party("wang", "老王", .chinese)
    let ada = try party("ada", "Ada", .english)
    let buyer = try party("buyer", "赵买家", .chinese)
    let former = try party("former", "Bob", .english)
    let studio = try found("墨工作室", in: .chinese, owner: wang, by: .operator, at: now).id
    let tags = [
      try tag([.english: "seal", .chinese: "印章"], by: .operator, at: now),
      try tag([.chinese: "书法"], by: .operator, at: now),
    ]
    let skills = [
      try addSkill([.english: "Seals", .chinese: "篆刻"], by: .operator, at: now),
      try addSkill([.english: "Logos"], by: .operator, at: now),
    ]
    let away = try publishNew(of: wang, in: Street.logos, .titled("Away"))
    let seal = try publishNew(of: wang, in: Street.logos, .seal(tags))
    let poster = try publishNew(of: studio, in: Street.logos, .sample)
    let logo = try publishNew(of: ada, in: Street.logos, .titled("A logo", tags: [tags[0]]))
    let shut = try publishNew(of: wang, in: Street.cards, .titled("Shut"))
    try pauseGig(away, by: .operator, at: now + .days(1))
    try pauseGig(shut, by: .operator, at: now + .days(1))
    let reviews = try reviews(of: seal, buyer, former)
    try publish(seal, GigContent.seal(tags).second, at: now + .days(2))
    try reviseGig(
      seal, .small, from: gig(seal).revision, by: .operator, at: now + .days(3))
    let items = try present(wang, skills)
    try present(ada)
    try closeParty(former, by: .operator, at: now + .days(3))
    try saveCatalogue(GigFair.plan(Street.catalogue), by: .operator, at: now + .days(3))
    try rankFront(of: .category(Street.logos), at: now + .days(4))
    return Street(
      wang: wang, studio: studio, ada: ada, buyer: buyer, former: former, seal: seal,
      poster: poster, logo: logo, away: away, shut: shut, tags: tags, skills: skills,
      reviews: reviews, items: items)
  }

  private func party(_ word: String, _ name: String, _ language: Locale) throws -> ID<Party> {
    try openAccount(
      name: name, contact: Contact(email: "\(word)@example.com"), locale: language, by: .visitor,
      at: now
    ).party
  }

  /// Two that are shown, one that was removed, and one that waits for the other side's.
  private func reviews(
    of gig: ID<Gig>, _ buyer: ID<Party>, _ former: ID<Party>
  ) throws -> [ID<Review>] {
    let whole = try [(Int64(1), buyer), (2, buyer), (3, former)].enumerated().map { place, order in
      let deal = try deal(order.0, of: gig, buyer: order.1)
      try review(deal, .seller)
      return try review(deal, .buyer, 5 - place)
    }
    try removeReview(whole[1], because: "rude", by: .operator, at: now)
    try review(deal(4, of: gig, buyer: buyer), .buyer)
    try countOrder(of: gig, at: now)
    try replyToReview(whole[0], "谢谢", in: .chinese, by: .operator, at: now)
    return [whole[0], whole[2]]
  }

  private func present(
    _ wang: ID<Party>, _ skills: [ID<Skill>]
  ) throws -> [ID<PortfolioItem>] {
    try saveProfile(of: wang, .wang(skills), from: 0, by: .operator, at: now)
    try setLevel(.two, of: wang, at: now)
    try setPace(onTime: 9_800, answersInMinutes: 90, of: wang, at: now)
    return [
      try addPortfolioItem(
        of: wang, in: Street.logos, titles: [.chinese: "作品", .english: "Work"],
        summaries: [.chinese: "一方印"], year: 2024, by: .operator, at: now),
      try addPortfolioItem(
        of: wang, in: nil, titles: [.english: "More"], year: nil, by: .operator, at: now),
    ]
  }

  private func present(_ ada: ID<Party>) throws {
    var content = ProfileContent(texts: [
      .chinese: ProfileText(name: "艾达", headline: "画标志", about: "很多。", place: "伦敦")
    ])
    content.hourlyRate = Money(minorUnits: 10_000, .cny)
    try saveProfile(of: ada, content, from: 0, by: .operator, at: now)
    try hideProfile(ada, by: .operator, at: now)
  }
}

extension GigContent {
  static func seal(_ tags: [ID<Market.Tag>]) -> GigContent {
    GigContent(
      origin: .chinese,
      texts: [
        .chinese: GigText(title: "刻印章", summary: "一方印", description: "手工。"),
        .english: GigText(
          title: "A carved seal", summary: "One seal", description: "By hand.",
          source: .translated(from: nil, byMachine: true)),
      ],
      packages: [
        GigPackage(
          name: [.chinese: "基础", .english: "Basic"], summary: [.chinese: "石头", .english: "Stone"],
          price: 20_000,
          deliveryDays: 7, revisions: 1),
        GigPackage(
          name: [.chinese: "加急", .english: "Fast"],
          summary: [.chinese: "也是石头", .english: "Stone too"], price: 30_000, deliveryDays: 3,
          revisions: nil),
      ],
      features: [
        GigFeature(label: [.chinese: "印泥", .english: "Ink"], packages: .from(1, of: 2)),
        GigFeature(label: [.chinese: "盒子", .english: "A box"], packages: .from(0, of: 2)),
      ],
      extras: [
        GigExtra(title: [.chinese: "边款", .english: "A side text"], price: 5_000, deliveryDays: 2)
      ],
      requirements: [
        GigRequirement(
          question: [.chinese: "刻什么字？", .english: "What does it say?"], isNeeded: true)
      ],
      questions: [
        GigQuestion(
          question: [.chinese: "什么石头？", .english: "Which stone?"],
          answer: [.chinese: "青田石。", .english: "Qingtian."])
      ],
      tags: tags, attributes: ["style": "classic"],
      media: [
        GigMedia(file: MediaKey.sample(1).text, caption: [.chinese: "一方印", .english: "A seal"]),
        GigMedia(file: MediaKey.sample(2).text, caption: [:]),
      ])
  }

  /// Another title, a lower price, other pictures, and the tags the other way round.
  var second: GigContent {
    with {
      $0.texts[.chinese]?.title = "手工刻印章"
      $0.packages[0].price = 15_000
      $0.tags = $0.tags.reversed()
      $0.media = [GigMedia(file: MediaKey.sample(3).text, caption: [.chinese: "另一方"])]
    }
  }
}

extension ProfileContent {
  static func wang(_ skills: [ID<Skill>]) -> ProfileContent {
    ProfileContent(
      texts: [
        .chinese: ProfileText(name: "王小明", headline: "篆刻", about: "十年经验。", place: "杭州"),
        .english: ProfileText(
          name: "Wang Xiaoming", headline: "Seals", about: "Ten years.", place: "Hangzhou"),
      ],
      languages: [SpokenLanguage(.chinese, .native), SpokenLanguage(.english, .basic)],
      skills: [SkillLevel(skills[1], .working), SkillLevel(skills[0], .expert)],
      proofs: [
        Qualification(.education, title: [.chinese: "美院"], to: 2010),
        Qualification(
          .experience, title: [.chinese: "刻工", .english: "Carver"],
          issuer: [.chinese: "西泠印社"], from: 2011),
      ],
      timeZone: "Asia/Urumqi",
      availability: Availability(
        state: .limited,
        hours: [.init(.tuesday, from: 600, to: 720), .init(.monday, from: 600, to: 720)],
        daysOff: [.init(first: CivilDay(number: 20_800), last: CivilDay(number: 20_807))]),
      hourlyRate: Money(minorUnits: 20_000, .cny))
  }
}
