package import Market

extension Transaction {
  /// The account of this key, opened when it is needed for the first time.
  package func ledgerAccount(
    for key: LedgerAccount.Key, at now: Instant
  ) throws -> LedgerAccount {
    if let known = try ledgerAccount(key) { return known }
    let key = try key.checked()
    try keep(key.asset)
    let account = LedgerAccount(id: next(LedgerAccount.self), key: key)
    try run(
      """
      insert into ledger_account
        (id, party, purpose, asset, custodian, opened_at, balance, held, last_transfer)
      values ($1, $2, $3, $4, $5, $6, 0, 0, null)
      """, account.id, key.holder.number, key.purpose, key.asset.code, key.custodian, now)
    try record(
      Change(of: .ledgerAccount, account.id.number, from: nil, to: Route(isShown: false)), at: now)
    return account
  }

  /// Writes down an asset when it is first used. Its scale never changes after that.
  func keep(_ asset: Asset) throws {
    guard let known = try scale(of: asset.code) else {
      let asset = try asset.checked()
      try run("insert into asset (code, scale) values ($1, $2)", asset.code, asset.scale)
      return
    }
    guard known == asset.scale else { throw LedgerError.otherScale(asset.code, known: known) }
  }
}

extension Reading where Self: ~Copyable {
  package func ledgerAccount(_ key: LedgerAccount.Key) throws -> LedgerAccount? {
    let found = try row(
      """
      select id, balance, held, last_transfer from ledger_account
      where party = $1 and purpose = $2 and asset = $3 and custodian = $4
      """, key.holder.number, key.purpose, key.asset.code, key.custodian
    ) { row in
      LedgerAccount(
        id: try row[0], key: key, balance: try row[1], held: try row[2], lastTransfer: try row[3])
    }
    guard let found else { return nil }
    try found.checkRange()
    if let known = try scale(of: key.asset.code), known != key.asset.scale {
      throw LedgerError.otherScale(key.asset.code, known: known)
    }
    return found
  }

  package func ledgerAccount(_ id: ID<LedgerAccount>) throws -> LedgerAccount? {
    try row(
      """
      select id, party, purpose, asset, scale, custodian, balance, held, last_transfer
      from ledger_account join asset on code = asset where id = $1
      """, id, as: LedgerAccount.init)
  }

  /// What an account holds, and what of it is free.
  package func balance(
    of key: LedgerAccount.Key
  ) throws -> (balance: Money, available: Money) {
    let account = try ledgerAccount(key)
    return (
      Money(minorUnits: account?.balance ?? 0, key.asset),
      Money(minorUnits: account?.available ?? 0, key.asset)
    )
  }

  package func ledgerAccounts(of holder: Holder) throws -> [LedgerAccount] {
    try rows(
      """
      select id, party, purpose, asset, scale, custodian, balance, held, last_transfer
      from ledger_account join asset on code = asset where party = $1 order by id
      """, holder.number, as: LedgerAccount.init)
  }

  /// The accounts of these postings, in the same order.
  func ledgerAccounts(of postings: [Posting]) throws -> [LedgerAccount] {
    var accounts: [LedgerAccount] = []
    accounts.reserveCapacity(postings.count)
    for posting in postings {
      _ = try run(
        """
        select id, party, purpose, asset, scale, custodian, balance, held, last_transfer
        from ledger_account join asset on code = asset where id = $1
        """, [.int(posting.account.number)]
      ) { accounts.append(try LedgerAccount($0)) }
    }
    for (place, posting) in postings.enumerated()
    where place >= accounts.count || accounts[place].id != posting.account {
      throw LedgerError.unknownAccount(posting.account)
    }
    return accounts
  }

  func scale(of code: String) throws -> Int? {
    try row("select scale from asset where code = $1", code) { try $0[0] }
  }
}

extension LedgerAccount {
  fileprivate init(_ row: borrowing Row) throws {
    let key = Key(
      Holder(number: try row[1]), try row[2], Asset(code: try row[3], scale: try row[4]),
      at: try row[5])
    self.init(
      id: try row[0], key: key, balance: try row[6], held: try row[7], lastTransfer: try row[8])
    try checkRange()
  }
}

extension LedgerAccount {
  /// What the rules never let happen, the file may still say.
  fileprivate func checkRange() throws {
    guard held >= 0, !balance.subtractingReportingOverflow(held).overflow else {
      throw StoreError.corrupt("ledger account \(id) has \(balance) and holds \(held)")
    }
  }
}

extension Purpose: Stored {
  package static let kind = Value.Kind.text
  package var value: Value { .text(rawValue) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    guard let purpose = Self(rawValue: try row.text(at: column)) else { throw Mismatch() }
    self = purpose
  }
}

extension Custodian: Stored {
  package static let kind = Value.Kind.text
  package var value: Value { .text(name) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    guard let custodian = Self(try row.text(at: column)) else { throw Mismatch() }
    self = custodian
  }
}
