package import Market

/// Sealing reads in a snapshot and writes one row: whoever moves money does not wait for it.
extension Store {
  /// Seals all that is not sealed yet. Returns the new blocks, of which there are none when nothing
  /// is new.
  package func seal(at now: Instant) async throws -> [LedgerBlock] {
    var sealed: [LedgerBlock] = []
    // Not on a replica: it may be behind the last block.
    while let draft = try await read(after: .unlogged, { try $0.draftBlock(at: now) }) {
      guard try await write({ try $0.close(draft, at: now) }).value else { continue }
      sealed.append(draft)
    }
    return sealed
  }
}

extension Transaction {
  /// Seals a piece of what is not sealed yet, in one transaction; nil when nothing is new.
  @discardableResult
  package func seal(at now: Instant) throws -> LedgerBlock? {
    guard let draft = try draftBlock(at: now) else { return nil }
    _ = try close(draft, at: now)
    return draft
  }

  /// False when somebody else has sealed since the draft was made.
  func close(_ draft: LedgerBlock, at now: Instant) throws -> Bool {
    let last = try lastBlock()
    guard draft.previous == last?.digest ?? LedgerBlock.beginning else { return false }
    let id = next(LedgerBlock.self)
    guard id == draft.id else {
      throw StoreError.corrupt("block \(draft.id) would get the number \(id)")
    }
    try run(
      """
      insert into ledger_block (id, at, accounts, transfers, rates, previous, digest)
      values ($1, $2, $3, $4, $5, $6, $7)
      """, id, draft.at, draft.reach.accounts, draft.reach.transfers, draft.reach.rates,
      draft.previous, draft.digest)
    try record(
      Change(of: .ledgerBlock, id.number, from: nil, to: Route(isShown: false)), at: now)
    return true
  }
}

extension LedgerBlock {
  /// What stands for the digest before the first block.
  static let beginning = [UInt8](repeating: 0, count: 32)
  /// How much of each kind goes into one block, so that a draft is soon made.
  package static let rowsMax: Int64 = 10_000
}

extension Reading where Self: ~Copyable {
  package func lastBlock() throws -> LedgerBlock? {
    try row(
      """
      select id, at, accounts, transfers, rates, previous, digest from ledger_block
      order by id desc limit 1
      """, as: LedgerBlock.init)
  }

  /// Oldest first.
  package func blocks(
    from first: ID<LedgerBlock>, atMost limit: Int
  ) throws -> [LedgerBlock] {
    try rows(
      """
      select id, at, accounts, transfers, rates, previous, digest from ledger_block
      where id >= $1 order by id limit $2
      """, first, limit, as: LedgerBlock.init)
  }

  /// The next block as it would be; nil when nothing is new.
  func draftBlock(at now: Instant) throws -> LedgerBlock? {
    let last = try lastBlock()
    let start = last?.reach ?? .nothing
    let end = try ledgerEnd()
    var reach = LedgerBlock.Reach(
      accounts: try Self.advance(start.accounts, to: end.accounts),
      transfers: try Self.advance(start.transfers, to: end.transfers),
      rates: try Self.advance(start.rates, to: end.rates))
    // What a transfer names is sealed with it or before it.
    if reach.accounts < end.accounts || reach.rates < end.rates {
      reach.transfers = start.transfers
    }
    guard reach != start else { return nil }
    let previous = last?.digest ?? LedgerBlock.beginning
    var digest = BlockDigest(after: previous)
    try walkAccounts(after: start.accounts, through: reach.accounts, &digest)
    try walkRates(after: start.rates, through: reach.rates, &digest)
    try walkTransfers(after: start.transfers, through: reach.transfers, &digest)
    let id = ID<LedgerBlock>((last?.id.number ?? 0) + 1)
    return LedgerBlock(
      id: id, at: now, reach: reach, previous: previous,
      digest: digest.finish(id.number, at: now.milliseconds, reach))
  }
}

extension Reading where Self: ~Copyable {
  /// As far as one block may reach.
  private static func advance(_ start: Int64, to end: Int64) throws -> Int64 {
    guard start >= 0, end >= start else {
      throw StoreError.corrupt("the last block seals more than there is, see `jishi audit`")
    }
    return end - start > LedgerBlock.rowsMax ? start + LedgerBlock.rowsMax : end
  }
}

extension LedgerBlock {
  init(_ row: borrowing Row) throws {
    self.init(
      id: try row[0], at: try row[1],
      reach: Reach(accounts: try row[2], transfers: try row[3], rates: try row[4]),
      previous: try row[5], digest: try row[6])
  }
}
