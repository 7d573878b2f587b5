package import Market

extension Transaction {
  /// Through the house's exchange accounts in both assets, so that each asset stays in balance.
  @discardableResult
  package func convert(
    _ conversion: Conversion, because reason: Reason, at now: Instant
  ) throws -> LedgerTransfer {
    guard let rate = try rate(conversion.rate) else {
      throw LedgerError.unknownRate(conversion.rate)
    }
    let giver = try known(conversion.giver)
    let taker = try known(conversion.taker)
    let movement = try conversion.movement(
      by: rate, from: giver, through: exchange(beside: giver, at: now),
      and: exchange(beside: taker, at: now), to: taker)
    return try enter(.moved, movement.postings, by: rate.id, because: reason, at: now) {
      accounts throws(LedgerError) in try movement.moved(on: accounts)
    }
  }

  private func known(_ id: ID<LedgerAccount>) throws -> LedgerAccount {
    guard let account = try ledgerAccount(id) else { throw LedgerError.unknownAccount(id) }
    return account
  }

  private func exchange(
    beside account: LedgerAccount, at now: Instant
  ) throws -> LedgerAccount {
    try ledgerAccount(
      for: .init(.house, .exchange, account.key.asset, at: account.key.custodian), at: now)
  }

  /// Records what one whole unit of `base` costs in `quote`.
  @discardableResult
  package func setRate(
    _ base: Asset, in quote: Asset, _ numerator: Int64, per denominator: Int64 = 1,
    from source: String, by actor: Actor, at now: Instant
  ) throws -> Rate {
    try actor.must(.keepBooks, or: LedgerError.self)
    // Checked before a number is taken: what is refused leaves no gap, even when somebody goes on.
    _ = try Rate(
      id: ID(0), base: base, quote: quote, numerator: numerator, denominator: denominator,
      source: source, at: now)
    try keep(base)
    try keep(quote)
    let rate = try Rate(
      id: next(Rate.self), base: base, quote: quote, numerator: numerator,
      denominator: denominator, source: source, at: now)
    try run(
      """
      insert into rate (id, base, quote, numerator, denominator, source, at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """, rate.id, base.code, quote.code, numerator, denominator, source, now)
    try note("set", .rate, rate.id.number, by: actor, at: now)
    try record(Change(of: .rate, rate.id.number, from: nil, to: Route(isShown: false)), at: now)
    return rate
  }
}

extension Reading where Self: ~Copyable {
  package func rate(_ id: ID<Rate>) throws -> Rate? {
    try row(
      """
      select rate.id, b.code, b.scale, q.code, q.scale, numerator, denominator, source, at
      from rate join asset b on b.code = base join asset q on q.code = quote where rate.id = $1
      """, id, as: Rate.init)
  }

  /// The one recorded last for this pair, in this direction.
  package func latestRate(_ base: Asset, in quote: Asset) throws -> Rate? {
    try row(
      """
      select rate.id, b.code, b.scale, q.code, q.scale, numerator, denominator, source, at
      from rate join asset b on b.code = base join asset q on q.code = quote
      where base = $1 and quote = $2 order by rate.id desc limit 1
      """, base.code, quote.code, as: Rate.init)
  }
}

extension Rate {
  fileprivate init(_ row: borrowing Row) throws {
    try self.init(
      id: try row[0], base: Asset(code: try row[1], scale: try row[2]),
      quote: Asset(code: try row[3], scale: try row[4]), numerator: try row[5],
      denominator: try row[6], source: try row[7], at: try row[8])
  }
}
