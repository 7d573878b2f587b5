import Market
import Proving
import Store

/// A small market with one of each thing that a page may have to show or to leave out.
struct Fair: Sendable {
  let shop: Shop
  let site: BuiltSite
  let plan: Plan

  /// Built once; nobody changes it.
  static func made() async throws -> Fair { try await shared.value }

  private static let shared = Task {
    let shop = try await Shop(content: words)
    let plan = try await shop.change { tx in try tx.fair() }
    return Fair(shop: shop, site: try await shop.build(), plan: plan)
  }

  struct Plan: Sendable {
    /// In two languages, in its second version.
    let seal: ID<Gig>
    /// In Chinese only.
    let ink: ID<Gig>
    /// In English only, of somebody without a profile.
    let logo: ID<Gig>
    let paused: ID<Gig>
    let takenDown: ID<Gig>
    let postersOfPages: [ID<Gig>]
  }

  static let posters = 30
  /// The place of the one that is paused, from 1.
  static let missingPoster = 3

  static let catalogue = """
    [group design]
    name.en = Design
    name.zh-CN = 设计
    [category logo]
    name.en = Logos
    name.zh-CN = 标志
    [category poster]
    name.en = Posters
    name.zh-CN = 海报
    [category letter]
    name.en = Letters
    name.zh-CN = 字体
    [category seal]
    name.zh-CN = 篆刻
    """

  static let words = [
    "en/help/ordering.md": article("Ordering", "You order, the seller works."),
    "zh-CN/help/ordering.md": article("下单", "您下单，卖家工作。"),
  ]

  static func article(_ title: String, _ body: String, _ more: String...) -> String {
    """
    ---
    title = \(title)
    description = What is to be known about it.
    group = buyers
    place = 1
    updated = 2026-03-04\(more.map { "\n" + $0 }.joined())
    ---
    \(body)

    """
  }

  static func post(_ title: String, _ day: String, _ body: String = "So it is.") -> String {
    """
    ---
    title = \(title)
    description = What happened, and why.
    day = \(day)
    author = Ada
    ---
    \(body)

    """
  }
}

extension Transaction {
  func fair() throws -> Fair.Plan {
    let now = Shop.now
    try saveCatalogue(
      CataloguePlan([Sheet(Fair.catalogue, file: "catalogue")]), by: .operator, at: now)
    let lin = try party("lin", "林知远", .chinese)
    let ada = try party("ada", "Ada Byron", .english)
    try saveProfile(
      of: lin,
      ProfileContent(texts: [
        .chinese: ProfileText(name: "林知远", headline: "刻印十年", about: "只刻石头。", place: "杭州")
      ]), from: 0, by: .operator, at: now)
    let both = try tag([.english: "carving", .chinese: "雕刻"], by: .operator, at: now)
    let chinese = try tag([.chinese: "水墨"], by: .operator, at: now)
    let lonely = try tag([.english: "lonely"], by: .operator, at: now)
    let seal = try publish(
      GigContent(titled: [.chinese: "刻一方印章", .english: "A carved seal"], tags: [both]), of: lin,
      in: "logo")
    let second = GigContent(
      titled: [.chinese: "手工刻一方印章", .english: "A seal carved by hand"], tags: [both])
    try reviseGig(seal, second, from: gig(seal).revision, by: .operator, at: now)
    try publishGig(seal, by: .operator, at: now)
    let ink = try publish(
      GigContent(titled: [.chinese: "水墨标志"], tags: [chinese]), of: lin, in: "seal")
    let logo = try publish(GigContent(titled: [.english: "A plain logo"]), of: ada, in: "logo")
    let paused = try publish(
      GigContent(titled: [.english: "Resting logo", .chinese: "休息的标志"], tags: [lonely]), of: ada,
      in: "logo")
    try pauseGig(paused, by: .operator, at: now)
    let takenDown = try publish(
      GigContent(titled: [.english: "Stolen logo", .chinese: "抄来的标志"], tags: [both]), of: ada,
      in: "logo")
    try takeDownGig(takenDown, because: "抄袭", by: .operator, at: now)
    return Fair.Plan(
      seal: seal, ink: ink, logo: logo, paused: paused, takenDown: takenDown,
      postersOfPages: try posters())
  }

  private func posters() throws -> [ID<Gig>] {
    let sellers = try (0..<Fair.posters / 3).map { try party("p\($0)", "Printer \($0)", .english) }
    let posters = try (1...Fair.posters).map { number in
      try publish(
        GigContent(titled: [.english: "Poster no. \(number)", .chinese: "第\(number)张海报"]),
        of: sellers[number % sellers.count], in: "poster")
    }
    try pauseGig(posters[Fair.missingPoster - 1], by: .operator, at: Shop.now)
    return posters
  }

  func party(_ word: String, _ name: String, _ language: Locale) throws -> ID<Party> {
    try openAccount(
      name: name, contact: Contact(email: "\(word)@example.com"), locale: language, by: .visitor,
      at: Shop.now
    ).party
  }

  @discardableResult
  func publish(_ content: GigContent, of seller: ID<Party>, in slug: String) throws -> ID<Gig> {
    guard let category = try categories().first(where: { $0.slug == slug }) else {
      throw ProvingError.failed("there is no category \(slug)")
    }
    let gig = try openGig(of: seller, in: category.id, by: .operator, at: Shop.now)
    try reviseGig(gig.id, content, from: gig.revision, by: .operator, at: Shop.now)
    try publishGig(gig.id, by: .operator, at: Shop.now)
    return gig.id
  }
}

extension GigContent {
  /// As little as may be published, in the languages of the title.
  init(titled titles: ByLocale<String>, tags: [ID<Market.Tag>] = []) {
    let isChinese = titles[.chinese] != nil
    func said(_ chinese: String, _ english: String) -> Localized {
      let both: ByLocale<String> = [.chinese: chinese, .english: english]
      return Localized(both.filter { titles[$0.key] != nil })
    }
    let summaries = said("看了再买。", "Look first.")
    let texts = said("只用好纸。", "Good paper only.")
    self.init(
      origin: isChinese ? .chinese : .english,
      texts: ByLocale(
        titles.map { locale, title in
          (
            locale,
            GigText(
              title: title, summary: summaries[locale] ?? "", description: texts[locale] ?? "")
          )
        }),
      packages: [
        GigPackage(
          name: said("基础", "Basic"), summary: said("一件", "One piece"), price: 20_000,
          deliveryDays: 3, revisions: 1)
      ], tags: tags)
  }
}
