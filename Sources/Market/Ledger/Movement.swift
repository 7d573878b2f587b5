/// Postings that belong together and sum to zero in each asset.
package struct Movement: Hashable, Sendable {
  package static let postingsMax = 64

  /// In the order of accounts, so that the same movement is the same value.
  package let postings: [Posting]

  package init(_ postings: [Posting]) throws(LedgerError) {
    guard postings.count <= Self.postingsMax else { throw .tooManyPostings(postings.count) }
    guard !postings.isEmpty, !postings.contains(where: { $0.amount == 0 }) else { throw .empty }
    self.postings = try postings.inOrder()
  }

  /// The usual one: from one account to another.
  package init(
    _ amount: Int64, from giver: ID<LedgerAccount>, to taker: ID<LedgerAccount>
  ) throws(LedgerError) {
    guard amount > 0 else { throw .empty }
    try self.init([Posting(giver, -amount), Posting(taker, amount)])
  }
}

// The rules. `accounts` are those of the postings, in the same order; what comes back are the lines
// to write, whose balances are the new ones of the accounts.
extension Movement {
  /// All at once.
  package func moved(on accounts: [LedgerAccount]) throws(LedgerError) -> [LedgerLine] {
    try checkBalance(of: postings, on: accounts)
    var lines: [LedgerLine] = []
    lines.reserveCapacity(postings.count)
    for (posting, account) in zip(postings, accounts) {
      lines.append(
        try account.line(posting.amount, adding: posting.amount, holding: 0))
    }
    return lines
  }

  /// Reserves what leaves; nothing arrives before it is posted.
  package func pending(on accounts: [LedgerAccount]) throws(LedgerError) -> [LedgerLine] {
    try checkBalance(of: postings, on: accounts)
    var lines: [LedgerLine] = []
    for (posting, account) in zip(postings, accounts) {
      lines.append(
        try account.line(posting.amount, adding: 0, holding: try reserved(posting.amount)))
    }
    return lines
  }
}

extension LedgerTransfer {
  /// Ends this pending transfer by doing it, or less of it: what is not `taken` is released.
  package func posted(
    _ taken: [Posting]? = nil, on accounts: [LedgerAccount]
  ) throws(LedgerError) -> [LedgerLine] {
    let postings = try postings(taking: taken)
    try checkBalance(of: postings, on: accounts)
    var lines: [LedgerLine] = []
    for ((posting, line), account) in zip(zip(postings, self.lines), accounts) {
      lines.append(
        try account.line(
          posting.amount, adding: posting.amount, holding: try -reserved(line.amount)))
    }
    return lines
  }

  /// Ends this pending transfer by letting go what it reserved.
  package func voided(on accounts: [LedgerAccount]) throws(LedgerError) -> [LedgerLine] {
    try checkPending()
    var lines: [LedgerLine] = []
    for (line, account) in zip(self.lines, accounts) {
      lines.append(try account.line(0, adding: 0, holding: try -reserved(line.amount)))
    }
    return lines
  }

  /// One for each account of this pending transfer, also where nothing is taken.
  package func postings(taking taken: [Posting]?) throws(LedgerError) -> [Posting] {
    try checkPending()
    guard let taken else { return lines.map(\.posting) }
    var left = try taken.inOrder()[...]
    var postings: [Posting] = []
    for line in lines {
      var amount: Int64 = 0
      if let posting = left.first, posting.account == line.account {
        left.removeFirst()
        amount = posting.amount
      }
      let range = min(0, line.amount)...max(0, line.amount)
      guard range.contains(amount) else { throw .beyondPending(line.account) }
      postings.append(Posting(line.account, amount))
    }
    if let stranger = left.first { throw .beyondPending(stranger.account) }
    // Taking nothing is what voiding is for.
    guard postings.contains(where: { $0.amount != 0 }) else { throw .empty }
    return postings
  }

  private func checkPending() throws(LedgerError) {
    guard case .pending = kind else { throw .notPending(id) }
  }
}

extension LedgerAccount {
  fileprivate func line(
    _ amount: Int64, adding change: Int64, holding reserve: Int64
  ) throws(LedgerError) -> LedgerLine {
    let (balance, isOver) = self.balance.addingReportingOverflow(change)
    let (held, isHeldOver) = self.held.addingReportingOverflow(reserve)
    guard !isOver, !isHeldOver else { throw .tooLarge }
    // Its row says less than its open transfers reserve: somebody else has changed it.
    guard held >= 0 else { throw .damaged(id) }
    let (available, isAvailableOver) = balance.subtractingReportingOverflow(held)
    guard !isAvailableOver else { throw .tooLarge }
    guard available >= 0 || key.purpose.mayBeNegative else {
      throw .insufficient(id, available: self.available, wanted: amount.magnitudeThatFits)
    }
    return LedgerLine(
      account: id, amount: amount, balance: balance, held: held, previous: lastTransfer)
  }
}

extension [Posting] {
  fileprivate func inOrder() throws(LedgerError) -> [Posting] {
    let sorted = sorted { $0.account < $1.account }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.account == next.account {
      throw .twiceOneAccount(one.account)
    }
    return sorted
  }
}

/// What a pending posting reserves: what it takes.
private func reserved(_ amount: Int64) throws(LedgerError) -> Int64 {
  guard amount != .min else { throw .tooLarge }
  return max(0, -amount)
}

extension Int64 {
  fileprivate var magnitudeThatFits: Int64 { Int64(clamping: magnitude) }
}

/// Throws unless the postings sum to zero in each asset. Assets are few: a list is enough.
private func checkBalance(
  of postings: [Posting], on accounts: [LedgerAccount]
) throws(LedgerError) {
  var sums: [(asset: String, sum: Int128)] = []
  for (posting, account) in zip(postings, accounts) {
    precondition(posting.account == account.id, "the accounts are those of the postings")
    let code = account.key.asset.code
    if let place = sums.firstIndex(where: { $0.asset == code }) {
      sums[place].sum += Int128(posting.amount)
    } else {
      sums.append((code, Int128(posting.amount)))
    }
  }
  precondition(postings.count == accounts.count, "there is an account for each posting")
  if let fault = sums.first(where: { $0.sum != 0 }) { throw .unbalanced(fault.asset) }
}
