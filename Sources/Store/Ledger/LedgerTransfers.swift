package import Market

/// Each of these is done once for one reason: asked again, they give back the first transfer.
extension Transaction {
  /// Moves money at once.
  @discardableResult
  package func transfer(
    _ movement: Movement, because reason: Reason, at now: Instant
  ) throws -> LedgerTransfer {
    try enter(.moved, movement.postings, because: reason, at: now) {
      accounts throws(LedgerError) in try movement.moved(on: accounts)
    }
  }

  /// Reserves money for a transfer that is posted or voided later.
  @discardableResult
  package func hold(
    _ movement: Movement, because reason: Reason, at now: Instant
  ) throws -> LedgerTransfer {
    try enter(.pending, movement.postings, because: reason, at: now) {
      accounts throws(LedgerError) in try movement.pending(on: accounts)
    }
  }

  /// Does a pending transfer, or as much of it as is `taken`, and releases the rest.
  @discardableResult
  package func post(
    _ id: ID<LedgerTransfer>, taking taken: [Posting]? = nil, because reason: Reason,
    at now: Instant
  ) throws -> LedgerTransfer {
    let pending = try existing(id)
    let postings = try pending.postings(taking: taken)
    return try enter(.posted(id), postings, because: reason, at: now) {
      accounts throws(LedgerError) in try pending.posted(taken, on: accounts)
    }
  }

  /// Lets a pending transfer go.
  @discardableResult
  package func void(
    _ id: ID<LedgerTransfer>, because reason: Reason, at now: Instant
  ) throws -> LedgerTransfer {
    let pending = try existing(id)
    guard case .pending = pending.kind else { throw LedgerError.notPending(id) }
    let postings = pending.lines.map { Posting($0.account, 0) }
    return try enter(.voided(id), postings, because: reason, at: now) {
      accounts throws(LedgerError) in try pending.voided(on: accounts)
    }
  }

  private func existing(_ id: ID<LedgerTransfer>) throws -> LedgerTransfer {
    guard let transfer = try ledgerTransfer(id) else { throw LedgerError.unknownTransfer(id) }
    return transfer
  }

  func enter(
    _ kind: LedgerTransfer.Kind, _ postings: [Posting], by rate: ID<Rate>? = nil,
    because reason: Reason, at now: Instant,
    rule: ([LedgerAccount]) throws(LedgerError) -> [LedgerLine]
  ) throws -> LedgerTransfer {
    let reason = try reason.checked()
    let lines: [LedgerLine]
    do {
      if let pending = kind.pending, try isEnded(pending) {
        throw LedgerError.alreadyEnded(pending)
      }
      lines = try rule(try ledgerAccounts(of: postings))
    } catch let error as LedgerError {
      // The first transfer may have changed so much that it could not be done a second time.
      guard let known = try repeated(kind, postings, by: rate, because: reason) else { throw error }
      return known
    }
    let transfer = LedgerTransfer(
      id: upcoming(LedgerTransfer.self), kind: kind, at: now, reason: reason, rate: rate,
      lines: lines)
    guard try insert(transfer) else {
      guard let known = try repeated(kind, postings, by: rate, because: reason) else {
        preconditionFailure("what is in the way can be read")
      }
      return known
    }
    _ = next(LedgerTransfer.self)
    for line in lines { try save(line, of: transfer.id) }
    try record(
      Change(of: .ledgerTransfer, transfer.id.number, from: nil, to: Route(isShown: false)),
      at: now)
    return transfer
  }

  /// The first transfer for this reason, if there was one. Throws when it was about something else.
  private func repeated(
    _ kind: LedgerTransfer.Kind, _ postings: [Posting], by rate: ID<Rate>?,
    because reason: Reason
  ) throws -> LedgerTransfer? {
    guard let known = try ledgerTransfer(because: reason) else { return nil }
    guard known.kind == kind, known.rate == rate, known.lines.map(\.posting) == postings else {
      throw LedgerError.otherContent(known.id)
    }
    return known
  }

  /// False when there is a transfer for this reason: asking first would cost each transfer a
  /// statement.
  private func insert(_ transfer: LedgerTransfer) throws -> Bool {
    let reason = transfer.reason
    let count = try write(
      """
      insert into ledger_transfer (id, kind, pending, at, reason, noun, subject, round, rate)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (reason, noun, subject, round) do nothing
      """,
      [
        transfer.id.value, .text(transfer.kind.name), transfer.kind.pending.value,
        transfer.at.value, .text(reason.name), reason.noun.value, .int(reason.subject),
        .int(reason.round), transfer.rate.value,
      ])
    return count == 1
  }

  /// One plain statement for each row: a list of keys or rows in one statement would cost SQLite
  /// more than it spares.
  private func save(_ line: LedgerLine, of id: ID<LedgerTransfer>) throws {
    try write(
      """
      insert into ledger_posting (transfer, account, amount, balance, held, previous)
      values ($1, $2, $3, $4, $5, $6)
      """,
      [
        id.value, line.account.value, .int(line.amount), .int(line.balance), .int(line.held),
        line.previous.value,
      ])
    try write(
      "update ledger_account set balance = $1, held = $2, last_transfer = $3 where id = $4",
      [.int(line.balance), .int(line.held), id.value, line.account.value])
  }
}

extension Reading where Self: ~Copyable {
  package func ledgerTransfer(_ id: ID<LedgerTransfer>) throws -> LedgerTransfer? {
    try ledgerTransfer(
      """
      select id, kind, pending, at, reason, noun, subject, round, rate from ledger_transfer
      where id = $1
      """, [id.value])
  }

  package func ledgerTransfer(because reason: Reason) throws -> LedgerTransfer? {
    try ledgerTransfer(
      """
      select id, kind, pending, at, reason, noun, subject, round, rate from ledger_transfer
      where reason = $1 and noun = $2 and subject = $3 and round = $4
      """, [.text(reason.name), reason.noun.value, .int(reason.subject), .int(reason.round)])
  }

  private func ledgerTransfer(_ sql: SQL, _ values: [Value]) throws -> LedgerTransfer? {
    var found: LedgerTransfer?
    _ = try run(sql, values) { row in
      let kind = try LedgerTransfer.Kind(name: row[1], pending: row[2])
      let reason = Reason(try row[4], try row[5], try row[6], round: try row[7])
      found = LedgerTransfer(
        id: try row[0], kind: kind, at: try row[3], reason: reason, rate: try row[8], lines: [])
    }
    guard let head = found else { return nil }
    let lines = try rows(
      """
      select account, amount, balance, held, previous from ledger_posting where transfer = $1
      order by account
      """, head.id
    ) { row in
      LedgerLine(
        account: try row[0], amount: try row[1], balance: try row[2], held: try row[3],
        previous: try row[4])
    }
    return LedgerTransfer(
      id: head.id, kind: head.kind, at: head.at, reason: head.reason, rate: head.rate,
      lines: lines)
  }

  /// Whether a pending transfer has been posted or voided.
  package func isEnded(_ pending: ID<LedgerTransfer>) throws -> Bool {
    let ending = try row("select id from ledger_transfer where pending = $1", pending) {
      try $0[0] as Int64
    }
    return ending != nil
  }
}

extension LedgerTransfer.Kind {
  var name: String {
    switch self {
    case .moved: "moved"
    case .pending: "pending"
    case .posted: "posted"
    case .voided: "voided"
    }
  }

  /// The transfer that this one ends.
  package var pending: ID<LedgerTransfer>? {
    switch self {
    case .moved, .pending: nil
    case .posted(let pending), .voided(let pending): pending
    }
  }

  init(name: String, pending: ID<LedgerTransfer>?) throws {
    switch (name, pending) {
    case ("moved", nil): self = .moved
    case ("pending", nil): self = .pending
    case ("posted", let pending?): self = .posted(pending)
    case ("voided", let pending?): self = .voided(pending)
    default: throw StoreError.corrupt("a transfer is of the kind \(name)")
    }
  }
}
