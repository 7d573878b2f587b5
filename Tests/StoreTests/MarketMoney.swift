import Market
import Proving

@testable import Store

// What is said of deals, what is paid, and what can be read.
extension MarketChoice {
  private mutating func words() -> Review.Words {
    Review.Words(
      stars: .init(
        overall: number(chance(5) ? 0...0 : 1...5), quality: number(1...5),
        communication: number(1...5), timeliness: number(1...5)),
      text: pick(["", "很好", "Good.\nThanks.", " ", "e\u{301}"], or: ""), language: .chinese)
  }

  /// Half of the time one about which somebody has spoken.
  private mutating func anyDeal(in tx: borrowing Transaction) throws -> Deal {
    let known = any(Review.self, in: tx)
    if chance(30) { return try tx.review(known).deal }
    let gig = try tx.gig(any(Gig.self, in: tx))
    guard let version = gig.version else { throw GigError.nothingToPublish }
    return Deal(
      order: 1_000 + tx.upcoming(Review.self).number, gig: gig.id, version: version,
      buyer: any(Party.self, in: tx), seller: gig.party,
      completedAt: at + .hours(Int64(number(-350...0))))
  }

  mutating func review(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    let id = any(Review.self, in: tx)
    switch kind {
    case .writeReview:
      let deal = try anyDeal(in: tx)
      let side: Review.Side = chance(70) ? .buyer : .seller
      let author = side == .buyer ? deal.buyer : deal.seller
      let actor = try chance(60) ? .operator : actor(for: author, in: tx)
      return told(try tx.writeReview(on: deal, as: side, words(), by: actor, at: at))
    case .editReview:
      let actor = try actor(for: tx.review(id).author, in: tx)
      try tx.editReview(id, words(), by: actor, at: at)
    case .reveal: return "\(try tx.revealReviews(atMost: number(1...20), at: at))"
    case .reply:
      let actor = try actor(for: tx.review(id).about, in: tx)
      try tx.replyToReview(id, "谢谢", in: .chinese, by: actor, at: at)
    default:
      let actor = try actor(in: tx)
      if chance(50) {
        try tx.removeReview(id, because: "abuse", by: actor, at: at)
      } else {
        try tx.restoreReview(id, by: actor, at: at)
      }
    }
    return told(try tx.review(id))
  }

  private mutating func wallet(_ asset: Asset, in tx: borrowing Transaction) throws -> ID<
    LedgerAccount
  > {
    let purpose = pick([.wallet, .wallet, .escrow], or: Purpose.wallet)
    return try tx.account(.party(Int64(number(1...4))), purpose, asset)
  }

  /// Now and then one that was given before.
  private mutating func reason() -> Reason { Reason("deed", .outgoing, Int64(number(1...5_000))) }

  mutating func pay(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    let asset = pick([cny, cny, cny, jpy, eth], or: cny)
    let amount = Int64(number(1...10_000))
    switch kind {
    case .fund:
      let movement = try Movement(
        amount * 20, from: tx.account(.house, .outside, asset), to: wallet(asset, in: tx))
      return told(try tx.transfer(movement, because: reason(), at: at))
    case .transfer, .hold:
      let movement = try Movement(amount, from: wallet(asset, in: tx), to: wallet(asset, in: tx))
      return told(
        kind == .hold
          ? try tx.hold(movement, because: reason(), at: at)
          : try tx.transfer(movement, because: reason(), at: at))
    case .end: return try endPending(in: tx)
    case .rate:
      return told(
        try tx.setRate(
          asset, in: pick([cny, jpy, eth], or: cny), Int64(number(1...900)), per: 100,
          from: "bank", by: actor(in: tx), at: at))
    case .convert:
      let other = pick([cny, jpy, eth], or: cny)
      let rate = try tx.latestRate(asset, in: other)?.id ?? any(Rate.self, in: tx)
      let conversion = try Conversion(
        amount, from: wallet(asset, in: tx), to: wallet(other, in: tx), by: rate)
      return told(try tx.convert(conversion, because: reason(), at: at))
    case .seal: return told(try tx.seal(at: at) as Any)
    default:
      let movement = try Movement(amount, from: wallet(asset, in: tx), to: wallet(asset, in: tx))
      return told(
        try tx.correctBooks(
          movement, case: Int64(number(1...200)), because: "a double payment",
          by: actor(in: tx), at: at))
    }
  }

  private mutating func endPending(in tx: borrowing Transaction) throws -> String {
    let pending: [ID<LedgerTransfer>] = try tx.rows(
      "select id from ledger_transfer where kind = 'pending' order by id desc limit 8"
    ) { try $0[0] }
    let id = pick(pending, or: any(LedgerTransfer.self, in: tx))
    if chance(40) { return told(try tx.void(id, because: reason(), at: at)) }
    return told(try tx.post(id, because: reason(), at: at))
  }

  mutating func look(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    switch kind {
    case .lookAtGig:
      let gig = try tx.gig(any(Gig.self, in: tx))
      let content = try [gig.version, gig.draft].map { try $0.map { try tx.gigContent(of: $0) } }
      return told(
        [
          gig, content, try tx.gigVersions(of: gig.id), try tx.related(to: gig.id),
          try tx.places(of: gig.id), try tx.formerSlugs(of: .gig, gig.id.number),
          try tx.reviews(of: gig.id, atMost: 5), try tx.audits(of: .gig, gig.id.number, atMost: 5),
        ] as [Any])
    case .lookAtParty:
      let party = any(Party.self, in: tx)
      return told(
        [
          try tx.party(party), try tx.profile(party) as Any, try tx.memberships(of: party),
          try tx.members(of: party), try tx.portfolio(of: party), try tx.gigs(of: party),
          try tx.gigCounts(of: party), try tx.reviews(about: party, atMost: 5),
          try tx.account(of: party) as Any, try tx.formerSlugs(of: .profile, party.number),
        ] as [Any])
    case .lookAtListing:
      let listing = try anyListing(in: tx)
      return told(
        [
          try tx.listing(listing) as Any, try tx.slots(in: listing, 0..<48),
          try tx.newest(in: listing, atMost: 24), try tx.front(of: listing),
        ] as [Any])
    case .lookAtBooks:
      let holder = Holder.party(Int64(number(1...4)))
      let accounts = try tx.ledgerAccounts(of: holder)
      return told(
        [
          accounts, try accounts.map { try tx.statement(of: $0.id, atMost: 5) },
          try tx.lastBlock() as Any, try tx.latestRate(jpy, in: cny) as Any,
        ] as [Any])
    default:
      let filter = GigFilter(
        state: pick(["published", "paused", "draft", nil], or: nil), party: nil,
        category: chance(30) ? any(Market.Category.self, in: tx) : nil)
      return told(
        [
          try tx.categories(), try tx.rules(at: at).version, try tx.ruleHistory(),
          try tx.setting(Visibility.settingName) as Any,
          try tx.gigs(filter, after: any(Gig.self, in: tx), atMost: 9),
          try tx.accounts(after: any(Account.self, in: tx), atMost: 9).map(\.account),
          try tx.blindReviews(completedBefore: at, atMost: 9),
        ] as [Any])
    }
  }
}
