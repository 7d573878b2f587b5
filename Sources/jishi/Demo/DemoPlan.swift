import Market

/// Who sells what to whom and when, decided before anything is written. The same for the same
/// numbers.
struct DemoPlan: Sendable {
  /// The day on which the demo market is looked at. It never reads the clock, or two runs would
  /// differ.
  static let today = Instant(milliseconds: 1_795_132_800_000)
  static let years = 4

  struct Seller: Sendable {
    let group: Int
    let isStudio: Bool
    let isForeign: Bool
    let city: Int
    let joinedAt: Instant
    var level = Level.new
    /// Of a hundred deliveries.
    let onTimePercent: Int
    let answersInMinutes: Int
    /// What he says of himself wherever he says it.
    let habits: [String: Int]
    /// His crafts, the main one first: places in his group's list of books.
    let crafts: [Int]
  }

  struct Offer: Sendable {
    var seller: Int
    let book: Int
    let openedAt: Instant
    let locales: [Locale]
    let origin: Locale
    let prices: [Int64]
    let days: [Int]
    /// Some are still being written, some rest.
    var ending: Ending

    enum Ending: Sendable {
      case draft
      case published
      case paused
    }
  }

  struct Deal: Sendable {
    var offer: Int
    let buyer: Int
    let tier: Int
    let placedAt: Instant
    let completedAt: Instant
    /// Nil when the buyer never said anything.
    let stars: Int?
    let isInChinese: Bool
    let reviewedAt: Instant
    let hasReply: Bool
  }

  let seed: UInt64
  let buyers: Int
  let sellers: [Seller]
  let offers: [Offer]
  let deals: [Deal]

  init(gigs count: Int, seed: UInt64, _ words: DemoWords, _ rules: Rules) {
    self.seed = seed
    buyers = max(20, count / 5)
    let wanted = max(1, count / 5)
    var makers: [SellerMaker] = []
    var sellers: [Seller] = []
    var offers: [Offer] = []
    var deals: [Deal] = []
    for number in 0..<wanted {
      var maker = SellerMaker(number, seed: seed, buyers: buyers, words, rules)
      // The others want at least one each.
      let most = count - offers.count - (wanted - number - 1)
      sellers.append(maker.make(gigs: min(maker.wish, most), startingAt: offers.count))
      offers += maker.offers.map { $0.of(seller: number) }
      deals += maker.deals
      makers.append(maker)
    }
    // What is missing goes to those who may offer more, in turn.
    var next = 0
    var had = makers.map(\.offers.count)
    while offers.count < count {
      let number = next % wanted
      next += 1
      let isFull = had[number] >= rules.levels[sellers[number].level].gigsMax
      guard !isFull || next > wanted * rules.levels[.top].gigsMax else { continue }
      makers[number].addOffer(hasDeals: false)
      had[number] += 1
      guard var offer = makers[number].offers.last?.of(seller: number) else { continue }
      // When nobody may offer more, the rest are drafts, which no level limits.
      if isFull { offer.ending = .draft }
      offers.append(offer)
    }
    self.sellers = sellers
    self.offers = offers
    self.deals = deals
  }
}

extension DemoPlan.Offer {
  func of(seller: Int) -> Self {
    var offer = self
    offer.seller = seller
    return offer
  }
}
