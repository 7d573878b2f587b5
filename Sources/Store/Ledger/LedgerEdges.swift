import Market

// What an audit asks besides the one pass: rows outside of all numbers, keys that occur twice, and
// what is kept beside the postings.
extension Reading where Self: ~Copyable {
  func auditEdges(
    _ end: LedgerBlock.Reach, lastBlock: Int64, _ check: inout LedgerCheck
  ) throws {
    try each("select id from ledger_account where id < 1 order by id") {
      check.faults.add("There is an account with the number \(try $0[0] as Int64).")
    }
    try each("select id from ledger_transfer where id < 1 order by id") {
      check.faults.add("There is a transfer with the number \(try $0[0] as Int64).")
    }
    try each("select id from rate where id < 1 order by id") {
      check.faults.add("There is a rate with the number \(try $0[0] as Int64).")
    }
    try each("select id from ledger_block where id < 1 order by id") {
      check.faults.add("There is a block with the number \(try $0[0] as Int64).")
    }
    for (low, high) in [(Int64.min, Int64(0)), (min(end.transfers, .max - 1) + 1, .max)] {
      try each(
        """
        select transfer, account from ledger_posting where transfer >= $1 and transfer <= $2
        order by transfer, account
        """, low, high
      ) { row in
        check.faults.add(
          "There is a posting to account \(try row[1] as Int64) without its transfer \(try row[0] as Int64)."
        )
      }
    }
    try each(
      """
      select reason, noun, subject, round from ledger_transfer
      group by reason, noun, subject, round having count(*) > 1
      """
    ) { row in
      check.faults.add(
        "There are two transfers because of \(try row[0] as String) \(try row[1] as String) \(try row[2] as Int64)."
      )
    }
    try auditAssets(&check)
    let counted: [(Noun, Int64)] = [
      (.ledgerAccount, end.accounts), (.ledgerTransfer, end.transfers), (.rate, end.rates),
      (.ledgerBlock, lastBlock),
    ]
    for (noun, last) in counted {
      let counter: Int64 =
        try row("select value from counter where name = $1", noun) {
          try $0[0]
        } ?? 0
      if counter != last {
        check.faults.add(
          "The counter of \(noun.rawValue) is at \(counter), but the last is \(last).")
      }
    }
  }

  /// Each asset belongs to an account or a rate, whose block has sealed its scale.
  private func auditAssets(_ check: inout LedgerCheck) throws {
    try each("select code from asset order by code") { row in
      let code: String = try row[0]
      if !check.assets.contains(code) {
        check.faults.add("The asset \(code) is there, but nothing is in it.")
      }
    }
  }

  /// What each account's row says must be what its postings come to.
  func auditAccountRows(_ check: inout LedgerCheck) throws {
    var after: Int64 = 0
    var count = LedgerWalk.rowsMax
    while count == LedgerWalk.rowsMax {
      count = 0
      _ = try run(
        """
        select id, balance, held, last_transfer from ledger_account where id > $1
        order by id limit $2
        """, [.int(after), .int(Int64(LedgerWalk.rowsMax))]
      ) { row in
        after = try row[0]
        count += 1
        guard let sum = check.accounts[after] else { return }
        let facts: [(String, Int64, Int64)] = [
          ("a balance of", try row[1], sum.balance), ("held", try row[2], sum.held),
          ("its last transfer as", try row[3] as Int64? ?? 0, sum.last),
        ]
        for (name, stated, found) in facts where stated != found {
          check.faults.add(
            "Account \(after) states \(name) \(stated), its postings come to \(found).")
        }
      }
    }
  }
}

/// The blocks of the database beside those that a file of heads has known.
struct HeadComparison {
  private let path: String
  private let lines: HeadLines?
  private var next: LedgerHead?
  /// The block of the last line that could be read.
  private var known: Int64 = 0
  /// What the torn last line was about.
  private var torn: Int64?
  private var notes: [String] = []
  private var faults: [String] = []

  init(_ path: String) throws {
    self.path = path
    lines = try HeadLines(path)
    advance()
  }

  private mutating func advance() {
    next = nil
    while let line = lines?.next() {
      switch line {
      case .torn(let block):
        notes.append("The last line of \(path) is torn, and was passed over.")
        torn = block
      case .unreadable(let number): faults.append("Line \(number) of \(path) cannot be read.")
      case .head(let head) where head.block <= known:
        faults.append("\(path) comes back to block \(head.block) after block \(known).")
      case .head(let head):
        next = head
        known = head.block
        return
      }
    }
  }

  mutating func see(_ block: BlockRecord, _ list: inout FaultList) {
    while let head = next, head.block <= block.id {
      if head.block < block.id {
        list.add("\(path) knows block \(head.block), which is not in the database.")
      } else if head.digest != block.digest.hexadecimal || head.at != block.at {
        list.add("Block \(block.id) is not the one that \(path) knows: it was written anew.")
      }
      advance()
    }
  }

  mutating func finish(lastBlock: Int64, _ list: inout FaultList) -> [String] {
    if next != nil {
      while next != nil { advance() }
      list.add(
        "\(path) knows block \(known), but the database ends with block \(lastBlock): its end was cut off."
      )
    }
    if let torn, torn > lastBlock, torn > known {
      list.add(
        "\(path) began to know block \(torn), but the database ends with block \(lastBlock): its end was cut off."
      )
    }
    for fault in faults { list.add(fault) }
    if known == 0, lastBlock > 0 {
      let what = lines == nil ? "There is no \(path)" : "No head is in \(path)"
      list.add("\(what): whether the ledger's end was cut off cannot be seen.")
    } else if known < lastBlock {
      notes.append("The blocks after \(known) are not in \(path) yet.")
    }
    return notes
  }
}
