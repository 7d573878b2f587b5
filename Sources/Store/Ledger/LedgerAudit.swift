package import Market

/// What an audit of the whole ledger found. An empty list of faults is good news.
package struct LedgerAudit: Sendable {
  package static let faultsListedMax = FaultList.listedMax

  package let accounts: Int64
  package let transfers: Int64
  package let postings: Int64
  package let rates: Int64
  package let blocks: Int64
  /// Transfers that are still pending.
  package let open: Int
  package let unsealed: Unsealed
  /// The digest of the last block.
  package let head: String?
  /// The first of them, at most `faultsListedMax`.
  package let faults: [String]
  package let faultCount: Int
  /// What is no fault, but should be known.
  package let notes: [String]

  /// What no block holds yet: here rows could be changed, consistently, without being noticed.
  package struct Unsealed: Hashable, Sendable {
    package let accounts: Int64
    package let rates: Int64
    package let transfers: Int64
    package let since: Instant?
  }

  /// Reads everything once, in one snapshot, while others go on writing. With a file of heads, the
  /// blocks are compared with those that were known before.
  package static func examine(
    _ address: Address, head: String? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> LedgerAudit {
    try Schema.check(address)
    // Before the snapshot: a block is committed first and its head written then, so that whatever
    // head is known now must be in the database.
    let heads = try head.map(HeadComparison.init)
    let connection = try address.open(.reading)
    defer { connection.close() }
    return try connection.read { snapshot in
      try snapshot.audit(beside: heads, progress: progress)
    }
  }
}

struct BlockRecord {
  let id: Int64
  let at: Int64
  let reach: LedgerBlock.Reach
  let previous: [UInt8]
  let digest: [UInt8]
}

extension Reading where Self: ~Copyable {
  func audit(
    beside heads: HeadComparison?, progress: (Int) -> Void = { _ in }
  ) throws -> LedgerAudit {
    var heads = heads
    var check = LedgerCheck()
    let end = try ledgerEnd()
    var chain = Chain(end: end)
    var after: Int64 = 0
    while true {
      let blocks = try blockRecords(after: after)
      guard let last = blocks.last else { break }
      for block in blocks {
        try audit(block, in: &chain, &check)
        heads?.see(block, &check.faults)
        progress(Int(check.postingCount))
      }
      after = last.id
    }
    check.beginUnsealed()
    let start = chain.reach
    let sealedTransfers = check.transferCount
    let sealedRates = check.rateCount
    try walk(from: start, to: end, &check)
    check.finish()
    try auditEdges(end, lastBlock: after, &check)
    try auditAccountRows(&check)
    let notes = heads?.finish(lastBlock: after, &check.faults) ?? []
    return LedgerAudit(
      accounts: end.accounts, transfers: check.transferCount, postings: check.postingCount,
      rates: check.rateCount, blocks: chain.count, open: check.openCount,
      unsealed: .init(
        accounts: end.accounts - start.accounts, rates: check.rateCount - sealedRates,
        transfers: check.transferCount - sealedTransfers,
        since: check.since.map { Instant(milliseconds: $0) }),
      head: chain.count > 0 ? chain.digest.hexadecimal : nil, faults: check.faults.listed,
      faultCount: check.faults.count, notes: notes)
  }

  private func audit(
    _ block: BlockRecord, in chain: inout Chain, _ check: inout LedgerCheck
  ) throws {
    let start = chain.reach
    let previous = chain.digest
    chain.follow(block, &check.faults)
    check.beginBlock(after: previous)
    try walk(from: start, to: chain.reach, &check)
    if check.endBlock(block) != block.digest {
      check.faults.add("What block \(block.id) sealed is not what lies in the database now.")
    }
  }

  private func walk(
    from start: LedgerBlock.Reach, to end: LedgerBlock.Reach, _ check: inout LedgerCheck
  ) throws {
    try walkAccounts(after: start.accounts, through: end.accounts, &check)
    try walkRates(after: start.rates, through: end.rates, &check)
    try walkTransfers(after: start.transfers, through: end.transfers, &check)
  }

  private func blockRecords(after id: Int64) throws -> [BlockRecord] {
    try rows(
      """
      select id, at, accounts, transfers, rates, previous, digest from ledger_block
      where id > $1 order by id limit $2
      """, id, LedgerWalk.rowsMax
    ) { row in
      BlockRecord(
        id: try row[0], at: try row[1],
        reach: .init(accounts: try row[2], transfers: try row[3], rates: try row[4]),
        previous: try row[5], digest: try row[6])
    }
  }
}

/// How far the blocks have been followed.
private struct Chain {
  let end: LedgerBlock.Reach
  private(set) var reach = LedgerBlock.Reach.nothing
  private(set) var digest = LedgerBlock.beginning
  private(set) var count: Int64 = 0
  private var next: Int64 = 1

  init(end: LedgerBlock.Reach) { self.end = end }

  mutating func follow(_ block: BlockRecord, _ faults: inout FaultList) {
    if block.id != next { faults.add("Block \(next) is missing before block \(block.id).") }
    if block.previous != digest {
      faults.add("Block \(block.id) does not follow the block before it.")
    }
    if block.reach == reach { faults.add("Block \(block.id) seals nothing.") }
    let kinds: [(String, WritableKeyPath<LedgerBlock.Reach, Int64>)] = [
      ("account", \.accounts), ("transfer", \.transfers), ("rate", \.rates),
    ]
    for (name, kind) in kinds {
      let last = block.reach[keyPath: kind]
      if last < reach[keyPath: kind] {
        faults.add("Block \(block.id) goes back to \(name) \(last).")
      } else if last > end[keyPath: kind] {
        faults.add(
          "Block \(block.id) reaches to \(name) \(last), but the last is \(end[keyPath: kind]).")
      }
      reach[keyPath: kind] = min(end[keyPath: kind], max(reach[keyPath: kind], last))
    }
    digest = block.digest
    next = block.id &+ 1
    count += 1
  }
}
