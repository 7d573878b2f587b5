import Market

/// Records that have something for every part of their pages.
enum SiteRecords {
  static let skill = Counted(
    Made.skill(1, "logo", [.chinese: "标志", .english: "Logos"]), seen: 25)
  static let tag = Made.tag(1, "cha", [.chinese: "茶"])

  static let gig = Made.gig {
    $0.tags = [tag]
    $0.figures = GigFigures(orders: 12, reviews: 2, stars: 9)
    $0.stars = StarSums(counts: [0, 0, 0, 1, 1], quality: 9, communication: 8, timeliness: 6)
    $0.reviews = [
      Made.review(
        reply: Review.Reply(text: "多谢。", language: .chinese, at: Made.instant)),
      Made.review(2, stars: 4, text: ""),
    ]
    $0.related = [Made.card()]
    $0.content.attributes = ["style": "plain"]
    $0.content.extras = [
      GigExtra(title: [.chinese: "加急", .english: "Rush"], price: 30_000, deliveryDays: 0)
    ]
    $0.content.features = [
      GigFeature(label: [.chinese: "源文件", .english: "Sources"], packages: .from(1, of: 2))
    ]
    $0.content.texts[.english]?.source = .translated(from: ID(1), byMachine: true)
  }

  static let foreign = Made.gig(43) {
    $0.content.texts[.english] = nil
    $0.slugs[.english] = nil
    $0.seller = Made.bareProfile(in: .chinese).seller
  }

  static let profile = Made.profile {
    $0.skills = [skill.thing]
    $0.content.skills = [SkillLevel(ID(1), .expert)]
    $0.content.languages = [SpokenLanguage(.chinese, .native)]
    $0.seller.figures.answersInMinutes = 90
    $0.seller.figures.onTimeBasisPoints = 9_876
    $0.gigs = [Made.card()]
    $0.reviews = [Made.review()]
    $0.portfolio = [
      PortfolioItem(
        id: ID(1), party: ID(5), category: Made.logos.id, titles: [.chinese: "山门"], year: 2020)
    ]
  }
}
