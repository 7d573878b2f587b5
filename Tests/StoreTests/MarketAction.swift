import Market
import Proving

@testable import Store

/// One thing that somebody tries in a market. What it is about is chosen when it is done, from
/// what is there then: the same things are there on both engines.
struct MarketAction: Sendable {
  let kind: Kind
  let seed: UInt64
  let at: Instant
  /// Whether a refusal is an answer, or the end of the transaction.
  let isPatient: Bool

  enum Kind: String, CaseIterable {
    case role, openGig, gigDeed, oddDraft, countOrder, rankFront, catalogue, tag, skill
    case openAccount, account, staffRole, found, member, party
    case profile, takeDownProfile, portfolio, reckon
    case writeReview, editReview, reveal, reply, removeReview
    case rules, setting, showOrHide
    case fund, transfer, hold, end, rate, convert, seal, correct
    case lookAtGig, lookAtParty, lookAtListing, lookAtBooks, lookAtHouse

    /// Those that much else needs come more often.
    static let weighted =
      allCases + Array(repeating: role, count: 6) + Array(repeating: gigDeed, count: 9)
      + Array(repeating: openGig, count: 4) + Array(repeating: writeReview, count: 3)
      + [profile, profile, reply, editReview, end, end, transfer, transfer, fund, hold, convert]

    /// Those that visitors are likely to see something of, without all pages being made anew.
    static let visible =
      [role, openGig, tag, skill, profile, takeDownProfile, portfolio, writeReview, reveal, reply]
      + [removeReview, countOrder, rankFront, showOrHide] + Array(repeating: gigDeed, count: 20)
  }

  /// With `jumps` the clock is set forward and back by days now and then.
  static func history(
    seed: UInt64, count: Int, of kinds: [Kind] = Kind.weighted, jumps: Bool = false
  ) -> [[MarketAction]] {
    var random = Seeded(seed)
    var history: [[MarketAction]] = []
    var left = count
    var at = now
    while left > 0 {
      let size = min(left, Int.random(in: 1...6, using: &random))
      let isPatient = Int.random(in: 0..<6, using: &random) > 0
      if jumps, Int.random(in: 0..<8, using: &random) == 0 {
        at = at + .seconds(86_400 * Int.random(in: -20...20, using: &random))
      }
      history.append(
        (0..<size).map { _ in
          at = at + .seconds(Int.random(in: 0...7_200, using: &random))
          return MarketAction(
            kind: kinds.randomElement(using: &random) ?? .role, seed: random.next(),
            at: at, isPatient: isPatient)
        })
      left -= size
    }
    return history
  }

  /// What came of it: the answer, and what the log heard.
  func outcome(_ town: Town, in tx: borrowing Transaction) throws -> String {
    let before = tx.position()
    var answer: String
    do {
      var choice = MarketChoice(town, seed: seed, at: at)
      answer = "\(kind): " + (try perform(&choice, in: tx))
    } catch let error where error is any Refusing && isPatient {
      answer = "\(kind): refused, \(told(error))"
    }
    answer += " \(told(try tx.changes(after: before, atMost: 50)))"
    return answer
  }

  private func perform(
    _ choice: inout MarketChoice, in tx: borrowing Transaction
  ) throws -> String {
    switch kind {
    case .role: try choice.playRole(in: tx)
    case .openGig, .gigDeed, .oddDraft, .countOrder, .rankFront, .catalogue, .tag, .skill:
      try choice.deal(kind, in: tx)
    case .openAccount, .account, .staffRole, .found, .member, .party:
      try choice.live(kind, in: tx)
    case .profile, .takeDownProfile, .portfolio, .reckon: try choice.present(kind, in: tx)
    case .writeReview, .editReview, .reveal, .reply, .removeReview:
      try choice.review(kind, in: tx)
    case .rules, .setting, .showOrHide: try choice.govern(kind, in: tx)
    case .fund, .transfer, .hold, .end, .rate, .convert, .seal, .correct:
      try choice.pay(kind, in: tx)
    case .lookAtGig, .lookAtParty, .lookAtListing, .lookAtBooks, .lookAtHouse:
      try choice.look(kind, in: tx)
    }
  }
}

/// Chooses who does something, and to what.
struct MarketChoice {
  let town: Town
  let at: Instant
  var random: Seeded

  init(_ town: Town, seed: UInt64, at: Instant) {
    self.town = town
    self.at = at
    random = Seeded(seed)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  mutating func pick<Element>(_ list: [Element], or usual: Element) -> Element {
    list.randomElement(using: &random) ?? usual
  }

  /// One of those that there are, half the time a young one; seldom one that there is not.
  mutating func any<Kind: Entity>(
    _ kind: Kind.Type, in tx: borrowing Transaction
  ) -> ID<Kind> {
    let count = Int(tx.upcoming(kind).number) - 1
    if count < 1 || chance(2) { return ID(Int64(count + 1)) }
    return ID(Int64(chance(50) ? number(max(1, count - 9)...count) : number(1...count)))
  }

  /// Mostly the operator, who is refused nothing for what he is.
  mutating func actor(in tx: borrowing Transaction) throws -> Actor {
    switch number(0...9) {
    case 0...6: .operator
    case 7, 8: try town.actor(pick(Role.allCases, or: .visitor), tx)
    default: try tx.actor(any(Account.self, in: tx))
    }
  }

  /// The person whose it is, often.
  mutating func actor(for party: ID<Party>, in tx: borrowing Transaction) throws -> Actor {
    guard chance(50) else { return try actor(in: tx) }
    let person = try tx.members(of: party).first?.member.id ?? party
    return try tx.account(of: person).map { try tx.actor($0.id) } ?? .visitor
  }

  /// One of the actions that everybody is tried with.
  mutating func playRole(in tx: borrowing Transaction) throws -> String {
    let row = pick(RoleTable.rows, or: RoleTable.rows[0])
    // Who is closed never comes back.
    if row.name == "closeParty", !chance(3) { return "spared" }
    let role = chance(40) ? .operator : pick(Role.allCases, or: .visitor)
    guard let stall = pick(town.stalls(for: role).map(Optional.some), or: nil) else {
      return "no stall"
    }
    let actor = try town.actor(role, tx)
    try row.first(tx, town, stall, actor)
    try row.act(tx, town, stall, actor)
    return "\(row.action) by \(role)"
  }
}
