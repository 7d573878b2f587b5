import Market

// Gigs, and what stands beside them.
extension Made {
  static let texts: ByLocale<GigText> = [
    .chinese: GigText(
      title: "茶饮店标志设计", summary: "两稿起，交付全套源文件。", description: "我只画标志。\n\n# 过程\n\n先谈。"),
    .english: GigText(
      title: "A logo for your tea shop", summary: "Two drafts and all the sources.",
      description: "I draw *nothing* but logos.\n\n# How\n\nWe talk."),
  ]

  static func gig(
    _ number: Int64 = 42, change: (inout GigRecord) -> Void = { _ in }
  ) -> GigRecord {
    var record = GigRecord(
      gig: ID(number), category: logos.id,
      slugs: [.chinese: "cha-yin-dian", .english: "tea-shop-logo"],
      version: version(number * 10), isCurrent: true,
      content: GigContent(
        origin: .chinese, texts: texts,
        packages: [
          package("基础", "Basic", 128_000, days: 5, revisions: 1),
          package("标准", "Standard", 268_000, days: 3, revisions: nil),
        ]),
      files: [], tags: [], figures: GigFigures(orders: 0, reviews: 0, stars: 0), stars: .none,
      seller: seller(), reviews: [], related: [])
    change(&record)
    return record
  }

  static func version(
    _ id: Int64, number: Int = 2, madeAt: Instant = instant, publishedAt: Instant? = instant
  ) -> GigVersion {
    GigVersion(
      id: ID(id), gig: ID(id / 10), number: number, madeAt: madeAt, publishedAt: publishedAt,
      author: nil, rules: nil, digest: "")
  }

  static func package(
    _ chinese: String, _ english: String, _ price: Int64, days: Int = 3, revisions: Int? = 2
  ) -> GigPackage {
    GigPackage(
      name: [.chinese: chinese, .english: english], summary: [:], price: price,
      deliveryDays: days, revisions: revisions)
  }

  static func card(
    _ number: Int64 = 7, change: (inout GigCardRecord) -> Void = { _ in }
  ) -> GigCardRecord {
    var record = GigCardRecord(
      gig: ID(number), category: logos.id,
      titles: [.chinese: "字标\(number)", .english: "Wordmark \(number)"], origin: .chinese,
      slugs: [.chinese: "zi-biao", .english: "wordmark"], picture: nil,
      lowestPrice: Money(minorUnits: 88_050, .cny), deliveryDays: 1,
      figures: GigFigures(orders: 3, reviews: 1, stars: 5), seller: sellerName())
    change(&record)
    return record
  }

  static func sellerName(
    _ party: Int64 = 5, change: (inout SellerNameRecord) -> Void = { _ in }
  ) -> SellerNameRecord {
    var record = SellerNameRecord(
      party: ID(party), kind: .person, names: [.chinese: "林见山", .english: "Lin Jianshan"],
      language: .chinese, slugs: [.chinese: "lin-jian-shan", .english: "lin-jianshan"],
      level: .one, isShown: true)
    change(&record)
    return record
  }

  static func seller(
    _ party: Int64 = 5, change: (inout SellerCardRecord) -> Void = { _ in }
  ) -> SellerCardRecord {
    var record = SellerCardRecord(
      name: sellerName(party), headlines: [.chinese: "只做饮品店", .english: "Drinks only"],
      places: [.chinese: "杭州", .english: "Hangzhou"], figures: SellerFigures(),
      openedAt: moment("2022-03-01T00:00:00Z"))
    change(&record)
    return record
  }

  static func profile(change: (inout ProfileRecord) -> Void = { _ in }) -> ProfileRecord {
    var record = ProfileRecord(
      seller: seller(),
      content: ProfileContent(texts: [
        .chinese: ProfileText(
          name: "林见山", headline: "只做饮品店", about: "十一年了。", place: "杭州"),
        .english: ProfileText(
          name: "Lin Jianshan", headline: "Drinks only", about: "For **eleven** years.",
          place: "Hangzhou"),
      ]), skills: [], portfolio: [], gigs: [], reviews: [])
    change(&record)
    return record
  }

  /// Of nobody who says more than a name.
  static func bareProfile(_ name: String = "Ann", in language: Locale) -> ProfileRecord {
    profile { record in
      record.seller = seller { seller in
        seller.name = sellerName {
          $0.names = Localized([language: name])
          $0.language = language
          $0.slugs = [:]
        }
        seller.headlines = [:]
        seller.places = [:]
      }
      record.content = ProfileContent(texts: [:])
    }
  }

  static func review(
    _ id: Int64 = 1, stars: Int = 5, text: String = "Fine work.", in language: Locale = .english,
    at time: Instant = instant, reply: Review.Reply? = nil
  ) -> ReviewRecord {
    let deal = Deal(
      order: id, gig: ID(42), version: ID(420), buyer: ID(9), seller: ID(5), completedAt: time)
    return ReviewRecord(
      review: Review(
        id: ID(id), deal: deal, side: .buyer,
        stars: Review.Stars(overall: stars, quality: stars, communication: 4, timeliness: 3),
        text: text, language: language, writtenAt: time, state: .shown(at: time), reply: reply),
      author: "Ann", authorLanguage: .english)
  }

  static func listing(
    slots: Int64 = 3, seen: Int64 = 3, best: [GigCardRecord] = [],
    newest: [GigCardRecord] = [card()]
  ) -> ListingRecord {
    ListingRecord(
      listing: .category(logos.id), slots: slots, seen: seen, best: best, newest: newest)
  }

  static func page(
    _ number: Int64, of pages: Int64, _ gigs: [GigCardRecord] = [card()]
  ) -> ListingPageRecord {
    ListingPageRecord(listing: .category(logos.id), number: number, pages: pages, gigs: gigs)
  }
}
