import Market
import Proving
import Testing

@testable import Store

/// Chooses what happens next, lets the ledger and the model do it, and compares.
struct LedgerLife: Sendable {
  /// Few enough of all that the model stays quick in a long life.
  static let ratesMax = 40
  static let reasonsKept: Int64 = 30

  var model = LedgerModel()
  var deviations: [String] = []
  var outcomes: [String: Int] = [:]
  private var random: Seeded
  private var subject: Int64 = 0
  private var accounts: [Int64] = []
  private var openPendings: [Int64] = []

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func operate(in tx: borrowing Transaction) throws {
    if accounts.isEmpty { return try begin(in: tx) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0: try openAccount(in: tx)
    case 1 where model.rates.count < Self.ratesMax: try newRate(in: tx)
    case 2:
      if try tx.seal(at: now) != nil { outcomes["sealed", default: 0] += 1 }
    case 3..<55: try move("moved", in: tx)
    case 55..<70: try move("pending", in: tx)
    case 70..<80: try end("posted", in: tx)
    case 80..<86: try end("voided", in: tx)
    case 86..<89: try repeatOne(in: tx)
    default: try convert(in: tx)
    }
  }

  private mutating func begin(in tx: borrowing Transaction) throws {
    for asset in [cny, jpy, eth] {
      try add(.init(.house, .outside, asset, at: .sandbox), in: tx)
      try add(.init(.house, .exchange, asset, at: .sandbox), in: tx)
    }
    for _ in 0..<12 { try openAccount(in: tx) }
    for _ in 0..<3 { try newRate(in: tx) }
  }

  private mutating func openAccount(in tx: borrowing Transaction) throws {
    let purpose = Purpose.allCases.randomElement(using: &random) ?? .wallet
    let asset = [cny, jpy, eth].randomElement(using: &random) ?? cny
    let party = Int64.random(in: 1...10, using: &random)
    try add(.init(.party(party), purpose, asset, at: .sandbox), in: tx)
  }

  private mutating func add(_ key: LedgerAccount.Key, in tx: borrowing Transaction) throws {
    let id = try tx.ledgerAccount(for: key, at: now).id.number
    model.open(id, key.purpose, key.asset)
    if !accounts.contains(id) { accounts.append(id) }
  }

  private mutating func newRate(in tx: borrowing Transaction) throws {
    let pair = [cny, jpy, eth].shuffled(using: &random)
    let up = Int64.random(in: 1...1_000_000, using: &random)
    let down = Int64.random(in: 1...1_000_000, using: &random)
    let rate = try tx.setRate(
      pair[0], in: pair[1], up, per: down, from: "test", by: .operator, at: now)
    model.rates[rate.id.number] = (pair[0], pair[1], up, down)
  }

  /// Now and then an old reason, which must find the first transfer or be refused.
  private mutating func reason() -> Reason {
    if subject > 0, Int.random(in: 0..<12, using: &random) == 0 {
      let old = Int64.random(in: max(1, subject - 20)...subject, using: &random)
      return Reason("test", .outgoing, old)
    }
    subject += 1
    model.done[subject - Self.reasonsKept] = nil
    return Reason("test", .outgoing, subject)
  }

  private mutating func compare(
    _ reason: Reason, _ what: LedgerModel.Done, in tx: borrowing Transaction
  ) throws {
    let before = model.last
    let expected = model.expect(reason.subject, what)
    let found: String
    do {
      found = "\(try perform(what, because: reason, in: tx).id)"
    } catch let error as LedgerError {
      found = error.word
    }
    let isNew = model.last > before
    let word =
      isNew ? what.rate > 0 ? "converted" : what.kind : Int64(found) == nil ? found : "again"
    outcomes[word, default: 0] += 1
    if isNew, what.kind == "pending" { openPendings.append(model.last) }
    if found != expected {
      deviations.append("\(reason) \(what): the ledger says \(found), the model \(expected)")
    }
  }

  private func perform(
    _ what: LedgerModel.Done, because reason: Reason, in tx: borrowing Transaction
  ) throws -> LedgerTransfer {
    let postings = what.amounts.map { Posting(ID($0.key), $0.value) }
    switch what.kind {
    case "posted": return try tx.post(ID(what.ended), taking: postings, because: reason, at: now)
    case "voided": return try tx.void(ID(what.ended), because: reason, at: now)
    case "pending": return try tx.hold(Movement(postings), because: reason, at: now)
    default:
      guard what.rate > 0 else {
        return try tx.transfer(Movement(postings), because: reason, at: now)
      }
      let ends = what.amounts.filter { model.purposes[$0.key] != .exchange }
      let giver = ends.first { $0.value < 0 }
      let taker = ends.first { $0.value > 0 }
      let conversion = Conversion(
        -(giver?.value ?? 0), from: ID(giver?.key ?? 0), to: ID(taker?.key ?? 0),
        by: ID(what.rate))
      return try tx.convert(conversion, because: reason, at: now)
    }
  }

  /// The very same once more, as after a lost answer.
  private mutating func repeatOne(in tx: borrowing Transaction) throws {
    let old = Int64.random(in: max(1, subject - 20)...max(1, subject), using: &random)
    guard let first = model.done[old] else { return }
    try compare(Reason("test", .outgoing, old), first.what, in: tx)
  }

  private mutating func move(_ kind: String, in tx: borrowing Transaction) throws {
    let amounts = someAmounts()
    guard !amounts.values.contains(0) else { return }
    let what = LedgerModel.Done(kind: kind, ended: 0, amounts: amounts, rate: 0)
    try compare(reason(), what, in: tx)
  }

  /// Mostly balanced, mostly two accounts of one asset.
  private mutating func someAmounts() -> [Int64: Int64] {
    let first = accounts.randomElement(using: &random) ?? 1
    let asset = model.assets[first]
    let same = accounts.filter { model.assets[$0] == asset }
    var amounts: [Int64: Int64] = [:]
    var sum: Int64 = 0
    for _ in 0..<(Int.random(in: 0..<8, using: &random) == 0 ? 3 : 1) {
      let account = same.randomElement(using: &random) ?? first
      guard account != first, amounts[account] == nil else { continue }
      let amount =
        Int64.random(in: 1...100_000, using: &random) * (Bool.random(using: &random) ? 1 : -1)
      amounts[account] = amount
      sum += amount
    }
    amounts[first] = -sum
    if Int.random(in: 0..<50, using: &random) == 0 { amounts[first] = 1 - sum }
    return amounts
  }

  private mutating func end(_ kind: String, in tx: borrowing Transaction) throws {
    guard !openPendings.isEmpty else { return }
    let place = Int.random(in: 0..<openPendings.count, using: &random)
    let id = openPendings[place]
    // One that is ended already stays in reach for a while.
    if Int.random(in: 0..<4, using: &random) > 0 { openPendings.remove(at: place) }
    let pending = model.pendings[id]?.amounts ?? [:]
    var amounts = kind == "voided" ? pending.mapValues { _ in 0 } : pending
    if kind == "posted", Bool.random(using: &random), pending.count == 2 {
      let most = pending.values.max() ?? 0
      let part = Int64.random(in: 1...most, using: &random)
      amounts = pending.mapValues { $0 < 0 ? -part : part }
    }
    let what = LedgerModel.Done(kind: kind, ended: id, amounts: amounts, rate: 0)
    try compare(reason(), what, in: tx)
    if !openPendings.contains(id) { model.forget(id) }
  }

  private mutating func convert(in tx: borrowing Transaction) throws {
    let giver = accounts.randomElement(using: &random) ?? 1
    let taker = accounts.randomElement(using: &random) ?? 1
    guard let from = model.assets[giver], let to = model.assets[taker],
      model.purposes[giver] != .exchange, model.purposes[taker] != .exchange,
      let rate = model.rates.filter({
        [$0.value.base, $0.value.quote] == [from, to]
          || [$0.value.quote, $0.value.base] == [from, to]
      }).keys.sorted().suffix(3).randomElement(using: &random)
    else { return }
    let amount = Int64.random(in: 1...1_000, using: &random)
    let entry = try tx.account(.house, .exchange, from).number
    let exit = try tx.account(.house, .exchange, to).number
    guard let result = model.converted(amount, from, to, by: rate) else {
      #expect(throws: LedgerError.empty) {
        try tx.convert(
          Conversion(amount, from: ID(giver), to: ID(taker), by: ID(rate)), because: reason(),
          at: now)
      }
      return
    }
    let what = LedgerModel.Done(
      kind: "moved", ended: 0,
      amounts: [giver: -amount, entry: amount, exit: -result, taker: result], rate: rate)
    try compare(reason(), what, in: tx)
  }
}

extension LedgerError {
  /// The kind of refusal, in the model's words.
  var word: String {
    switch self {
    case .unbalanced: "unbalanced"
    case .insufficient: "insufficient"
    case .alreadyEnded: "ended"
    case .otherContent: "other content"
    default: "\(self)"
    }
  }
}
