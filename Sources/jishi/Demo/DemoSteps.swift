import Market
import Store

/// One thing that happens in the demo market's history, with all its words.
enum DemoStep: Sendable {
  case joins(Int, DemoPerson)
  case publishes(Int, GigContent)
  case places(Int)
  case completes(Int)
  case reviews(Int, Review.Words)
  case replies(Int, String, Locale)
  case clears(DemoPlan.Clearing, Int64)
  case pauses(Int)
  case rates(base: String, yuanPerHundred: Int64)
}

/// Does the steps by the same actions as everybody else.
struct DemoActions {
  let plan: DemoPlan
  let rules: Rules
  let doors: DemoDoors?
  let known: DemoArchive
  /// What was named in this transaction.
  private(set) var new = DemoNames()

  init(plan: DemoPlan, rules: Rules, doors: DemoDoors?, known: DemoArchive) {
    self.plan = plan
    self.rules = rules
    self.doors = doors
    self.known = known
  }

  mutating func perform(
    _ step: DemoStep, at now: Instant, in tx: borrowing Transaction
  ) throws {
    switch step {
    case .joins(let number, let person): try join(number, person, at: now, in: tx)
    case .publishes(let number, let content): try publish(number, content, at: now, in: tx)
    case .places(let number): try place(number, at: now, in: tx)
    case .completes(let number): try complete(number, at: now, in: tx)
    case .reviews(let number, let words): try review(number, words, at: now, in: tx)
    case .replies(let number, let text, let locale):
      try reply(to: number, text, in: locale, at: now, in: tx)
    case .clears(let clearing, let amount): try clear(clearing, amount, at: now, in: tx)
    case .pauses(let number):
      try tx.pauseGig(
        gig(number), by: shop(plan.offers[number].seller).actor, at: now)
    case .rates(let code, let yuan):
      guard let base = Asset.currency(code) else { return }
      try tx.setRate(base, in: .cny, yuan, per: 100, from: "demo", by: .operator, at: now)
    }
  }

  private func shop(_ number: Int) throws -> DemoNames.Shop {
    guard let shop = new.shops[number] ?? known.find({ $0.shops[number] }) else {
      throw DemoError.outOfOrder("seller \(number)")
    }
    return shop
  }

  private func gig(_ number: Int) throws -> ID<Gig> {
    guard let gig = new.gigs[number] ?? known.find({ $0.gigs[number] }) else {
      throw DemoError.outOfOrder("gig \(number)")
    }
    return gig
  }

  private func order(_ number: Int) throws -> Int64 {
    guard let order = new.orders[number] ?? known.find({ $0.orders[number] }) else {
      throw DemoError.outOfOrder("order \(number)")
    }
    return order
  }

  private mutating func join(
    _ number: Int, _ person: DemoPerson, at now: Instant, in tx: borrowing Transaction
  ) throws {
    let seller = plan.sellers[number]
    let account = try tx.openAccount(
      name: person.name[person.locale],
      contact: Contact(email: "seller\(number + 1)@example.com"), locale: person.locale,
      by: .visitor, at: now)
    if number == 0 { try doors?.open(for: account, at: now, in: tx) }
    var party = account.party
    let himself = Actor.member(.init(account: account.id, party: account.party))
    if seller.isStudio {
      party = try tx.found(
        person.shop[person.locale], in: person.locale, owner: account.party, by: himself, at: now
      ).id
    }
    let shop = DemoNames.Shop(account: account.id, person: account.party, party: party)
    new.shops[number] = shop
    try tx.saveProfile(of: party, person.profile, from: 0, by: shop.actor, at: now)
    try tx.setLevel(seller.level, of: party, at: now)
    try tx.setPace(
      onTime: seller.onTimePercent * 100, answersInMinutes: seller.answersInMinutes, of: party,
      at: now)
    for item in person.portfolio {
      try tx.addPortfolioItem(
        of: party, in: known.find({ $0.categories[item.book] }), titles: item.title,
        year: item.year,
        by: shop.actor, at: now)
    }
  }

  private mutating func publish(
    _ number: Int, _ content: GigContent, at now: Instant, in tx: borrowing Transaction
  ) throws {
    let offer = plan.offers[number]
    let shop = try shop(offer.seller)
    let gig = try tx.openGig(
      of: shop.party, in: known.find({ $0.categories[offer.book] }), by: shop.actor, at: now)
    new.gigs[number] = gig.id
    try tx.reviseGig(gig.id, content, from: 0, by: shop.actor, at: now)
    guard offer.ending != .draft else { return }
    let published = try tx.publishGig(
      gig.id, by: shop.actor, at: now, drawsCards: false)
    new.versions[number] = published.version
  }

  // MARK: Orders, as far as the books and the reviews know them

  private mutating func account(
    _ holder: Holder, _ purpose: Purpose, at now: Instant, in tx: borrowing Transaction
  ) throws -> ID<LedgerAccount> {
    let key = LedgerAccount.Key(holder, purpose, .cny, at: .sandbox)
    if let account = new.accounts[key] ?? known.find({ $0.accounts[key] }) { return account }
    let account = try tx.ledgerAccount(for: key, at: now).id
    new.accounts[key] = account
    return account
  }

  private mutating func place(
    _ number: Int, at now: Instant, in tx: borrowing Transaction
  ) throws {
    let deal = plan.deals[number]
    let order = tx.next(Deal.self).number
    new.orders[number] = order
    let buyer = known.find({ $0.buyers[deal.buyer] })
    let total = try plan.quote(deal, rules).total.minorUnits
    let outside = try account(.house, .outside, at: now, in: tx)
    let escrow = try account(.party(buyer.party.number), .escrow, at: now, in: tx)
    try tx.transfer(
      Movement(total, from: outside, to: escrow), because: Reason("escrow.fund", .order, order),
      at: now)
  }

  private mutating func complete(_ number: Int, at now: Instant, in tx: borrowing Transaction)
    throws
  {
    let deal = plan.deals[number]
    let offer = plan.offers[deal.offer]
    let quote = try plan.quote(deal, rules)
    let shop = try shop(offer.seller)
    let escrow = try account(
      .party(known.find({ $0.buyers[deal.buyer] }).party.number), .escrow, at: now, in: tx)
    let clearance = try account(.party(shop.party.number), .clearance, at: now, in: tx)
    let fees = try account(.house, .fees, at: now, in: tx)
    let fee = quote.buyerFee.minorUnits + quote.sellerFee.minorUnits
    try tx.transfer(
      Movement([
        Posting(escrow, -quote.total.minorUnits), Posting(clearance, quote.earnings.minorUnits),
        Posting(fees, fee),
      ]), because: Reason("escrow.release", .order, try order(number)), at: now)
    try tx.countOrder(of: gig(deal.offer), at: now)
  }

  /// What is cleared can be withdrawn; most do now and then.
  private mutating func clear(
    _ clearing: DemoPlan.Clearing, _ amount: Int64, at now: Instant, in tx: borrowing Transaction
  ) throws {
    let party = try shop(clearing.seller).party.number
    let clearance = try account(.party(party), .clearance, at: now, in: tx)
    let wallet = try account(.party(party), .wallet, at: now, in: tx)
    try tx.transfer(
      Movement(amount, from: clearance, to: wallet),
      because: Reason("earnings.clear", .party, party, round: Int64(clearing.round)), at: now)
    guard (clearing.seller + clearing.round) % 3 > 0 else { return }
    let key = LedgerAccount.Key(.party(party), .wallet, .cny, at: .sandbox)
    let available = try tx.balance(of: key).available.minorUnits
    let outside = try account(.house, .outside, at: now, in: tx)
    try tx.transfer(
      Movement(available, from: wallet, to: outside),
      because: Reason("payout", .party, party, round: Int64(clearing.round)), at: now)
  }

  private mutating func review(
    _ number: Int, _ words: Review.Words, at now: Instant, in tx: borrowing Transaction
  ) throws {
    let deal = plan.deals[number]
    let shop = try shop(plan.offers[deal.offer].seller)
    guard let version = new.versions[deal.offer] ?? known.find({ $0.versions[deal.offer] }) else {
      throw DemoError.outOfOrder("version of gig \(deal.offer)")
    }
    let buyer = known.find({ $0.buyers[deal.buyer] })
    new.reviews[number] = try tx.writeReview(
      on: Deal(
        order: try order(number), gig: try gig(deal.offer), version: version, buyer: buyer.party,
        seller: shop.party, completedAt: deal.completedAt),
      as: .buyer, words, by: buyer.actor, at: now
    ).id
  }

  /// The seller has read it, so it is no longer blind.
  private func reply(
    to number: Int, _ text: String, in locale: Locale, at now: Instant,
    in tx: borrowing Transaction
  ) throws {
    guard let review = new.reviews[number] ?? known.find({ $0.reviews[number] }) else {
      throw DemoError.outOfOrder("review \(number)")
    }
    while try tx.revealReviews(atMost: 1_000, at: now) > 0 {}
    let shop = try shop(plan.offers[plan.deals[number].offer].seller)
    try tx.replyToReview(review, text, in: locale, by: shop.actor, at: now)
  }
}

enum DemoError: Error {
  /// The plan's history has an effect before its cause.
  case outOfOrder(String)
}
