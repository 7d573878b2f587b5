import Market

/// Makes one seller, with his gigs and all that came of them.
struct SellerMaker {
  private let buyers: Int
  private let words: DemoWords
  private let rules: Rules
  private var dice: Dice
  /// How sought after he is; most are not very, a few are much.
  private let fame: Double
  /// How many stars of a hundred are five.
  private let quality: Int
  private var seller: DemoPlan.Seller
  private(set) var offers: [DemoPlan.Offer] = []
  private(set) var deals: [DemoPlan.Deal] = []

  /// How many gigs he would like to have.
  let wish: Int

  init(_ number: Int, seed: UInt64, buyers: Int, _ words: DemoWords, _ rules: Rules) {
    var dice = Dice(seed, .seller, number)
    let luck = Double.random(in: 0..<1, using: &dice)
    // The mean of it is one.
    fame = 0.25 + 3.75 * luck * luck * luck * luck
    wish = luck > 0.9 ? dice.number(9...24) : luck > 0.5 ? dice.number(4...9) : dice.number(1...4)
    quality = dice.number(62...88)
    let minutes = DemoPlan.years * 365 * 24 * 60
    let isForeign = dice.chance(12)
    seller = DemoPlan.Seller(
      group: number % words.groups.count, isStudio: dice.chance(10), isForeign: isForeign,
      city: words.people.city(abroad: isForeign, &dice),
      joinedAt: DemoPlan.today + .minutes(-Int64(dice.number(minutes / 40...minutes))),
      onTimePercent: dice.number(88...100), answersInMinutes: dice.number(3...600),
      habits: ["years": dice.number(3...16), "done": dice.number(40...600)],
      crafts: dice.pick(5, of: [0, 1, 2, 3, 4]))
    self.buyers = buyers
    self.words = words
    self.rules = rules
    self.dice = dice
  }

  /// As many as asked for, or as his level allows: whoever has sold little may not offer much.
  mutating func make(gigs count: Int, startingAt first: Int) -> DemoPlan.Seller {
    for _ in 0..<count { addOffer(hasDeals: true) }
    while offers.count(where: \.isOnOffer) > cap {
      offers.removeLast()
      deals.removeAll { $0.offer >= offers.count }
    }
    seller.level = level
    deals = deals.map { $0.shifted(by: first) }
    return seller
  }

  private var cap: Int { rules.levels[level].gigsMax }

  private var level: Level {
    var record = SellerRecord()
    record.orders = deals.count
    record.buyers = Set(deals.map(\.buyer)).count
    record.earningsMinorUnits = deals.reduce(0) { $0 + offers[$1.offer].prices[$1.tier] * 8 / 10 }
    let stars = deals.compactMap(\.stars)
    record.ratingHundredths = stars.isEmpty ? nil : stars.reduce(0, +) * 100 / stars.count
    record.completionBasisPoints = 9_700
    record.onTimeBasisPoints = seller.onTimePercent * 100
    record.responseBasisPoints = seller.answersInMinutes < 480 ? 9_500 : 8_500
    record.days =
      deals.map(\.placedAt).min().map { Int((DemoPlan.today - $0) / .days(1)) } ?? 0
    return rules.levels.assess(record).level
  }

  mutating func addOffer(hasDeals: Bool) {
    let trade = words.groups[seller.group].books
    // Most keep to one or two crafts of their trade.
    let craft = dice.chance(75) ? 0 : dice.chance(60) ? 1 : dice.number(0...4)
    let book = trade[seller.crafts[craft] % trade.count]
    let days = Int((DemoPlan.today - seller.joinedAt) / .days(1))
    let openedAt = seller.joinedAt + .minutes(Int64(dice.number(60...max(61, days * 1_430))))
    let price = words.books[book].price
    // The cheap are many, the dear are few.
    let share = Double.random(in: 0..<1, using: &dice)
    let span = price.basic.upperBound - price.basic.lowerBound
    let basic = price.basic.lowerBound + span * share * share
    let count = dice.chance(80) ? 3 : dice.number(1...2)
    let factors = [
      1, Double.random(in: price.standard, using: &dice),
      Double.random(in: price.premium, using: &dice),
    ]
    let quickest = dice.number(price.days)
    let offer = DemoPlan.Offer(
      seller: -1, book: book, openedAt: openedAt, locales: locales(), origin: origin,
      prices: factors.prefix(count).map { (basic * $0).asPrice },
      days: (0..<count).map { min(90, quickest * (2 + $0) / 2) },
      ending: dice.chance(2) ? .draft : dice.chance(2) ? .paused : .published)
    offers.append(offer)
    if hasDeals, offer.isOnOffer { addDeals(to: offers.count - 1, offer) }
  }

  private mutating func locales() -> [Locale] {
    if dice.chance(seller.isForeign ? 62 : 78) { return [.english, .chinese] }
    return [origin]
  }

  private var origin: Locale { seller.isForeign ? .english : .chinese }

  private mutating func addDeals(to place: Int, _ offer: DemoPlan.Offer) {
    let span = Int((DemoPlan.today - offer.openedAt) / .minutes(1)) - 4_320
    guard span > 0 else { return }
    for _ in 0..<dice.number(0...Int(4 * fame) + 1) {
      let placedAt = offer.openedAt + .minutes(Int64(dice.number(1_440...span + 1_440)))
      let draw = dice.number(0...99)
      let tier = min(draw < 45 ? 0 : draw < 85 ? 1 : 2, offer.prices.count - 1)
      let late = dice.chance(seller.onTimePercent) ? 0 : dice.number(200...2_000)
      let work = offer.days[tier] * dice.number(600...1_400) + late
      let completedAt = placedAt + .minutes(Int64(work))
      guard completedAt < DemoPlan.today + .hours(-1) else { continue }
      let reviewedAt = completedAt + .minutes(Int64(dice.number(20...14_000)))
      let isReviewed = dice.chance(97) && reviewedAt < DemoPlan.today
      deals.append(
        DemoPlan.Deal(
          offer: place, buyer: dice.number(0...buyers - 1), tier: tier, placedAt: placedAt,
          completedAt: completedAt, stars: isReviewed ? stars() : nil,
          isInChinese: dice.chance(offer.locales.contains(.chinese) ? 86 : 20),
          reviewedAt: reviewedAt, hasReply: dice.chance(20)))
    }
  }

  private mutating func stars() -> Int {
    let draw = dice.number(0...99)
    if draw < quality { return 5 }
    let rest = 100 - quality
    return draw < quality + rest * 7 / 10 ? 4 : draw < quality + rest * 9 / 10 ? 3 : 2
  }
}

extension DemoPlan.Offer {
  var isOnOffer: Bool { ending != .draft }
}

extension DemoPlan.Deal {
  fileprivate func shifted(by first: Int) -> Self {
    var deal = self
    deal.offer += first
    return deal
  }
}

extension Double {
  /// As people write prices: 380, 1,250, 12,800. In minor units of the yuan.
  fileprivate var asPrice: Int64 {
    let step = self < 100 ? 5.0 : self < 1_000 ? 10 : self < 10_000 ? 50 : 100
    return Int64(max(1, (self / step).rounded()) * step) * 100
  }
}
