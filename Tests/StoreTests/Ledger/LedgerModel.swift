import Market
import Proving

@testable import Store

/// The ledger once more, as plainly as it can be said: two dictionaries and no cleverness.
struct LedgerModel: Sendable {
  struct Pending: Sendable {
    let amounts: [Int64: Int64]
    var isOpen = true
  }

  /// What a repetition must find again.
  struct Done: Hashable, Sendable {
    let kind: String
    let ended: Int64
    let amounts: [Int64: Int64]
    let rate: Int64
  }

  var purposes: [Int64: Purpose] = [:]
  var assets: [Int64: Asset] = [:]
  var balances: [Int64: Int64] = [:]
  var held: [Int64: Int64] = [:]
  var pendings: [Int64: Pending] = [:]
  var done: [Int64: (id: Int64, what: Done)] = [:]
  var rates: [Int64: (base: Asset, quote: Asset, up: Int64, down: Int64)] = [:]
  var last: Int64 = 0

  mutating func open(_ id: Int64, _ purpose: Purpose, _ asset: Asset) {
    purposes[id] = purpose
    assets[id] = asset
    balances[id] = balances[id] ?? 0
    held[id] = held[id] ?? 0
  }

  /// A pending transfer that is over and that nobody will try again.
  mutating func forget(_ id: Int64) {
    let isNeeded = done.values.contains { $0.what.ended == id }
    if pendings[id]?.isOpen == false, !isNeeded { pendings[id] = nil }
  }

  /// What is expected of an operation: the number of its transfer, or why it is refused.
  mutating func expect(_ subject: Int64, _ what: Done) -> String {
    if let first = done[subject] { return first.what == what ? "\(first.id)" : "other content" }
    if what.kind == "posted" || what.kind == "voided" {
      guard let pending = pendings[what.ended], pending.isOpen else { return "ended" }
    }
    // Sums first, then each account in order.
    var sums: [String: Int64] = [:]
    for (account, amount) in what.amounts {
      sums[assets[account]?.code ?? "?", default: 0] += amount
    }
    guard sums.values.allSatisfy({ $0 == 0 }) else { return "unbalanced" }
    let pending = pendings[what.ended]?.amounts ?? [:]
    var balances = balances
    var held = held
    for (account, amount) in what.amounts {
      switch what.kind {
      case "moved": balances[account, default: 0] += amount
      case "pending": held[account, default: 0] += amount < 0 ? -amount : 0
      default:
        balances[account, default: 0] += amount
        let reserved = pending[account] ?? 0
        held[account, default: 0] -= reserved < 0 ? -reserved : 0
      }
      let isFree = purposes[account] == .outside || purposes[account] == .exchange
      if !isFree, balances[account] ?? 0 < held[account] ?? 0 { return "insufficient" }
    }
    self.balances = balances
    self.held = held
    last += 1
    if what.kind == "pending" { pendings[last] = Pending(amounts: what.amounts) }
    if what.ended != 0 { pendings[what.ended]?.isOpen = false }
    done[subject] = (last, what)
    return "\(last)"
  }

  /// By a rate, slowly: digits of whole numbers as long as needed.
  func converted(_ amount: Int64, _ from: Asset, _ to: Asset, by rate: Int64) -> Int64? {
    guard let rate = rates[rate] else { return nil }
    let isForward = from == rate.base && to == rate.quote
    guard isForward || from == rate.quote && to == rate.base else { return nil }
    var up = Int128(amount) * Int128(isForward ? rate.up : rate.down)
    var down = Int128(isForward ? rate.down : rate.up)
    for _ in 0..<max(0, to.scale - from.scale) { up *= 10 }
    for _ in 0..<max(0, from.scale - to.scale) { down *= 10 }
    let result = up / down
    return result > 0 ? Int64(result) : nil
  }
}
