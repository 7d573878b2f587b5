import Market

/// Goes through the ledger from its beginning and does all sums again.
///
/// It keeps three numbers for each account and the postings of the transfers that are pending, and
/// nothing that grows with what is over.
struct LedgerCheck: ~Copyable, LedgerVisitor {
  var faults = FaultList()
  private(set) var accounts = AccountTable()
  private(set) var assets: Set<String> = []
  private(set) var transferCount: Int64 = 0
  private(set) var postingCount: Int64 = 0
  private(set) var rateCount: Int64 = 0
  /// Of what is not sealed.
  private(set) var since: Int64?
  private var isSealed = true
  private var digest = BlockDigest(after: LedgerBlock.beginning)

  /// What each open pending transfer would do.
  private var open: [Int64: [Posting]] = [:]
  private var current: TransferRecord?
  private var postings: [Posting] = []
  private var sums: [(asset: Int32, sum: Int128)] = []
  /// The postings of the pending transfer that the current one ends.
  private var ending: [Posting] = []
  private var nextTransfer: Int64 = 1
  private var nextRate: Int64 = 1

  init() {}

  var openCount: Int { open.count }
  var lastTransfer: Int64 { nextTransfer - 1 }

  // MARK: Blocks

  mutating func beginBlock(after previous: [UInt8]) { digest = BlockDigest(after: previous) }

  mutating func endBlock(_ block: BlockRecord) -> [UInt8] {
    finishTransfer()
    var done = BlockDigest(after: [])
    swap(&done, &digest)
    return done.finish(block.id, at: block.at, block.reach)
  }

  mutating func beginUnsealed() { isSealed = false }

  mutating func finish() { finishTransfer() }

  private mutating func noteUnsealed(at moment: Int64) {
    since = min(since ?? moment, moment)
  }

  // MARK: Accounts and rates

  mutating func see(_ account: AccountRecord) {
    if isSealed { digest.see(account) } else { noteUnsealed(at: account.openedAt) }
    let name = "Account \(account.id)"
    if account.scale == nil { faults.add("\(name) is in \(account.asset), which has no row.") }
    assets.insert(account.asset)
    let purpose = Purpose(rawValue: account.purpose)
    if purpose == nil { faults.add("\(name) is for “\(account.purpose)”, which is nothing.") }
    if let gap = accounts.add(
      account.id, asset: account.asset, mayBeNegative: purpose?.mayBeNegative ?? false)
    {
      faults.add(gap)
    }
  }

  mutating func see(_ rate: RateRecord) {
    if isSealed { digest.see(rate) } else { noteUnsealed(at: rate.at) }
    if rate.id != nextRate { faults.add("Rate \(nextRate) is missing before rate \(rate.id).") }
    nextRate = rate.id &+ 1
    rateCount += 1
    for (asset, scale) in [(rate.base, rate.baseScale), (rate.quote, rate.quoteScale)] {
      assets.insert(asset)
      if scale == nil { faults.add("Rate \(rate.id) is of \(asset), which has no row.") }
    }
    if rate.numerator < 1 || rate.denominator < 1 {
      faults.add("Rate \(rate.id) is \(rate.numerator)/\(rate.denominator).")
    }
  }

  // MARK: Transfers

  mutating func see(_ transfer: TransferRecord) {
    finishTransfer()
    if isSealed { digest.see(transfer) } else { noteUnsealed(at: transfer.at) }
    current = transfer
    if transfer.id != nextTransfer {
      let last = transfer.id &- 1
      faults.add(
        nextTransfer == last
          ? "Transfer \(last) is missing." : "The transfers \(nextTransfer) to \(last) are missing."
      )
    }
    nextTransfer = transfer.id &+ 1
    transferCount += 1
    if let rate = transfer.rate, rate < 1 || rate >= nextRate {
      faults.add("Transfer \(transfer.id) is by rate \(rate), which does not exist.")
    }
    switch transfer.kind {
    case "moved", "pending": break
    case "posted", "voided":
      if let ended = open.removeValue(forKey: transfer.pending ?? 0) {
        ending = ended
      } else {
        faults.add(
          "Transfer \(transfer.id) ends transfer \(transfer.pending ?? 0), which is not pending.")
      }
    default: faults.add("Transfer \(transfer.id) is of the kind “\(transfer.kind)”.")
    }
    let isEnding = transfer.kind == "posted" || transfer.kind == "voided"
    if isEnding != (transfer.pending != nil) {
      faults.add("Transfer \(transfer.id) is \(transfer.kind), but what it ends does not fit that.")
    }
  }

  mutating func see(_ posting: PostingRecord) {
    if isSealed { digest.see(posting) }
    postingCount += 1
    guard let transfer = current, transfer.id == posting.transfer else {
      faults.add(
        "There is a posting to account \(posting.account) without its transfer \(posting.transfer)."
      )
      return
    }
    let place = postings.count
    postings.append(Posting(ID(posting.account), posting.amount))
    guard let account = accounts[posting.account] else {
      faults.add("\(name(posting)) goes to an account that does not exist.")
      return
    }
    add(posting.amount, of: account.asset)
    let effect = effect(of: posting, at: place, transfer.kind)
    let after = account.after(effect.change, holding: effect.hold)
    if after.balance != posting.balance {
      faults.add(
        "\(name(posting)) says the balance is \(posting.balance), the sum is \(after.balance).")
    }
    if after.held != posting.held {
      faults.add("\(name(posting)) says \(posting.held) is held, the sum is \(after.held).")
    }
    // The first one names none, and a zero is something else in the row.
    if posting.previous != (account.last == 0 ? nil : account.last) {
      faults.add(
        "\(name(posting)) names transfer \(posting.previous ?? 0) before it, but that was \(account.last)."
      )
    }
    if posting.held < 0 || !account.mayBeNegative && posting.balance < posting.held {
      faults.add("\(name(posting)) takes more than there is.")
    }
    // From here on with what the row says: one fault should be told once.
    accounts.set(
      posting.account, balance: posting.balance, held: posting.held, last: posting.transfer)
  }

  /// What a posting should do to its account.
  private mutating func effect(
    of posting: PostingRecord, at place: Int, _ kind: String
  ) -> (change: Int64, hold: Int64) {
    let amount = posting.amount
    switch kind {
    case "pending":
      if amount == 0 { faults.add("\(name(posting)) is of nothing.") }
      return (0, max(0, 0 &- amount))
    case "posted", "voided":
      guard place < ending.count, ending[place].account.number == posting.account else {
        // The transfer that was ended is not there, or was about other accounts.
        return (kind == "posted" ? amount : 0, 0)
      }
      let pending = ending[place].amount
      let isWithin = (min(0, pending)...max(0, pending)).contains(amount)
      if kind == "posted" ? !isWithin : amount != 0 {
        faults.add("\(name(posting)) is of \(amount), but \(pending) was pending.")
      }
      return (amount, 0 &- max(0, 0 &- pending))
    default:
      if amount == 0 { faults.add("\(name(posting)) is of nothing.") }
      return (amount, 0)
    }
  }

  private func name(_ posting: PostingRecord) -> String {
    "The posting of transfer \(posting.transfer) to account \(posting.account)"
  }

  private mutating func add(_ amount: Int64, of asset: Int32) {
    for place in sums.indices where sums[place].asset == asset {
      sums[place].sum += Int128(amount)
      return
    }
    sums.append((asset, Int128(amount)))
  }

  /// What can be said only when all postings of a transfer have been seen.
  private mutating func finishTransfer() {
    guard let transfer = current else { return }
    for (asset, sum) in sums where sum != 0 {
      faults.add("Transfer \(transfer.id) is out of balance by \(sum) \(accounts.code(of: asset)).")
    }
    if postings.isEmpty { faults.add("Transfer \(transfer.id) has no postings.") }
    if transfer.kind == "pending" { open[transfer.id] = postings }
    if !ending.isEmpty, ending.map(\.account) != postings.map(\.account) {
      faults.add(
        "Transfer \(transfer.id) is not about the accounts of transfer \(transfer.pending ?? 0).")
    }
    current = nil
    postings.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    ending.removeAll(keepingCapacity: true)
  }
}
