import Market

@testable import Store

/// What the records of the street must say, written by hand.
extension Street {
  var tagRecords: [Market.Tag] {
    [
      Market.Tag(id: tags[0], slug: "seal", names: [.english: "seal", .chinese: "印章"]),
      Market.Tag(id: tags[1], slug: Slug.from("书法"), names: [.chinese: "书法"]),
    ]
  }

  var skillRecords: [Skill] {
    [
      Skill(id: skills[0], slug: "seals", names: [.english: "Seals", .chinese: "篆刻"]),
      Skill(id: skills[1], slug: "logos", names: [.english: "Logos"]),
    ]
  }

  var wangCard: SellerCardRecord {
    var figures = SellerFigures()
    figures.gigsShown = 1
    figures.orders = 1
    figures.reviews = 2
    figures.stars = 8
    figures.onTimeBasisPoints = 9_800
    figures.answersInMinutes = 90
    return SellerCardRecord(
      name: SellerNameRecord(
        party: wang, kind: .person, names: [.chinese: "王小明", .english: "Wang Xiaoming"],
        language: .chinese,
        slugs: [.chinese: Slug.from("王小明"), .english: "wang-xiaoming"], level: .two,
        isShown: true),
      headlines: [.chinese: "篆刻", .english: "Seals"],
      places: [.chinese: "杭州", .english: "Hangzhou"], figures: figures,
      hourlyRate: Money(minorUnits: 20_000, .cny), openedAt: now)
  }

  /// Of a party without a profile there is the name.
  var studioCard: SellerCardRecord {
    SellerCardRecord(
      name: SellerNameRecord(
        party: studio, kind: .organisation, names: [.chinese: "墨工作室"], language: .chinese,
        slugs: [:], level: .new, isShown: false),
      headlines: [:], places: [:], figures: SellerFigures(), openedAt: now)
  }

  /// Of a profile that is hidden there are the names, and the party's own where it has none.
  var adaCard: SellerCardRecord {
    var figures = SellerFigures()
    figures.gigsShown = 1
    return SellerCardRecord(
      name: SellerNameRecord(
        party: ada, kind: .person, names: [.chinese: "艾达", .english: "Ada"], language: .english,
        slugs: [.chinese: Slug.from("艾达")], level: .new, isShown: false),
      headlines: [:], places: [:], figures: figures, openedAt: now)
  }

  var sealCard: GigCardRecord {
    GigCardRecord(
      gig: seal, category: Street.logos,
      titles: [.chinese: "手工刻印章", .english: "A carved seal"], origin: .chinese,
      slugs: [.chinese: Slug.from("手工刻印章"), .english: "a-carved-seal"],
      picture: .sample(3),
      lowestPrice: Money(minorUnits: 15_000, .cny), deliveryDays: 3,
      figures: GigFigures(orders: 1, reviews: 2, stars: 8), seller: wangCard.name)
  }

  var posterCard: GigCardRecord {
    GigCardRecord(
      gig: poster, category: Street.logos, titles: [.chinese: "标志设计"], origin: .chinese,
      slugs: [.chinese: Slug.from("标志设计")], picture: nil,
      lowestPrice: Money(minorUnits: 10_000, .cny), deliveryDays: 3,
      figures: GigFigures(orders: 0, reviews: 0, stars: 0), seller: studioCard.name)
  }

  var logoCard: GigCardRecord {
    GigCardRecord(
      gig: logo, category: Street.logos, titles: [.english: "A logo"], origin: .english,
      slugs: [.english: "a-logo"], picture: nil, lowestPrice: Money(minorUnits: 10_000, .cny),
      deliveryDays: 3, figures: GigFigures(orders: 0, reviews: 0, stars: 0),
      seller: adaCard.name)
  }
}
