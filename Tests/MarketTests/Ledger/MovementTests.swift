import Proving
import Testing

@testable import Market

private let jpy = Asset(code: "JPY", scale: 0)

private func account(
  _ number: Int64, _ balance: Int64 = 0, held: Int64 = 0, _ purpose: Purpose = .wallet,
  _ asset: Asset = .cny
) -> LedgerAccount {
  LedgerAccount(
    id: ID(number), key: .init(.party(number), purpose, asset, at: .sandbox), balance: balance,
    held: held, lastTransfer: ID(9))
}

private func pending(_ movement: Movement, on accounts: [LedgerAccount]) throws -> LedgerTransfer {
  LedgerTransfer(
    id: ID(10), kind: .pending, at: Instant(milliseconds: 0), reason: Reason("hold", .outgoing, 1),
    lines: try movement.pending(on: accounts))
}

/// The accounts as they stand after these lines.
private func after(_ lines: [LedgerLine], _ accounts: [LedgerAccount]) -> [LedgerAccount] {
  zip(lines, accounts).map { line, account in
    LedgerAccount(
      id: account.id, key: account.key, balance: line.balance, held: line.held,
      lastTransfer: ID(10))
  }
}

@Suite struct MovementTests {
  @Test func `money moves from one account to another, in a line for each`() throws {
    let lines = try Movement(30, from: ID(2), to: ID(1)).moved(on: [account(1, 5), account(2, 100)])
    #expect(
      lines == [
        LedgerLine(account: ID(1), amount: 30, balance: 35, held: 0, previous: ID(9)),
        LedgerLine(account: ID(2), amount: -30, balance: 70, held: 0, previous: ID(9)),
      ])
  }

  @Test func `what a movement cannot be`() {
    #expect(throws: LedgerError.empty) { try Movement([]) }
    #expect(throws: LedgerError.empty) { try Movement(0, from: ID(1), to: ID(2)) }
    #expect(throws: LedgerError.empty) { try Movement(-5, from: ID(1), to: ID(2)) }
    #expect(throws: LedgerError.empty) { try Movement([Posting(ID(1), 0), Posting(ID(2), 0)]) }
    #expect(throws: LedgerError.twiceOneAccount(ID(1))) {
      try Movement(5, from: ID(1), to: ID(1))
    }
    let many = (1...65).map { Posting(ID($0), 1) }
    #expect(throws: LedgerError.tooManyPostings(65)) { try Movement(many) }
  }

  @Test func `each asset is in balance by itself`() throws {
    let movement = try Movement([Posting(ID(1), -5), Posting(ID(2), 5)])
    #expect(throws: LedgerError.unbalanced("CNY")) {
      try movement.moved(on: [account(1, 10), account(2, 0, .wallet, jpy)])
    }
    let crooked = try Movement([Posting(ID(1), -5), Posting(ID(2), 4)])
    #expect(throws: LedgerError.unbalanced("CNY")) {
      try crooked.moved(on: [account(1, 10), account(2)])
    }
    // A sum that would come to zero by running over.
    let huge = try Movement([Posting(ID(1), .min), Posting(ID(2), .min)])
    #expect(throws: LedgerError.unbalanced("CNY")) {
      try huge.moved(on: [account(1, 0, .outside), account(2, 0, .outside)])
    }
  }

  @Test(arguments: Purpose.allCases)
  func `only the mirror of the outside and the exchange go below zero`(purpose: Purpose) throws {
    let movement = try Movement(1, from: ID(1), to: ID(2))
    let accounts = [account(1, 0, purpose), account(2)]
    if purpose == .outside || purpose == .exchange {
      #expect(try movement.moved(on: accounts)[0].balance == -1)
      #expect(try movement.pending(on: accounts)[0].held == 1)
    } else {
      let refusal = LedgerError.insufficient(ID(1), available: 0, wanted: 1)
      #expect(throws: refusal) { try movement.moved(on: accounts) }
      #expect(throws: refusal) { try movement.pending(on: accounts) }
    }
  }

  @Test func `what is held cannot be spent`() throws {
    let accounts = [account(1, 100, held: 60), account(2)]
    #expect(accounts[0].available == 40)
    #expect(try Movement(40, from: ID(1), to: ID(2)).moved(on: accounts)[0].balance == 60)
    #expect(throws: LedgerError.insufficient(ID(1), available: 40, wanted: 41)) {
      try Movement(41, from: ID(1), to: ID(2)).moved(on: accounts)
    }
  }

  @Test func `a pending transfer reserves what leaves and nothing arrives`() throws {
    let accounts = [account(1, 100), account(2)]
    let lines = try Movement(70, from: ID(1), to: ID(2)).pending(on: accounts)
    #expect(lines.map(\.balance) == [100, 0])
    #expect(lines.map(\.held) == [70, 0])
  }

  @Test func `posting does all of it, or less and releases the rest`() throws {
    let accounts = [account(1, 100), account(2)]
    let held = try pending(Movement(70, from: ID(1), to: ID(2)), on: accounts)
    let now = after(held.lines, accounts)
    let all = try held.posted(on: now)
    #expect(all.map(\.balance) == [30, 70] && all.map(\.held) == [0, 0])
    let some = try held.posted([Posting(ID(2), 20), Posting(ID(1), -20)], on: now)
    #expect(some.map(\.balance) == [80, 20] && some.map(\.held) == [0, 0])
    let none = try held.voided(on: now)
    #expect(none.map(\.balance) == [100, 0] && none.map(\.held) == [0, 0])
    #expect(none.map(\.amount) == [0, 0])
  }

  @Test func `an account that lost what it held is not settled`() throws {
    let accounts = [account(1, 100), account(2)]
    let held = try pending(Movement(70, from: ID(1), to: ID(2)), on: accounts)
    #expect(throws: LedgerError.damaged(ID(1))) { try held.voided(on: accounts) }
  }

  @Test func `posting takes no more than was pending, from nobody else and not backwards`() throws {
    let accounts = [account(1, 100), account(2)]
    let held = try pending(Movement(70, from: ID(1), to: ID(2)), on: accounts)
    let now = after(held.lines, accounts)
    #expect(throws: LedgerError.beyondPending(ID(1))) {
      try held.posted([Posting(ID(1), -71), Posting(ID(2), 71)], on: now)
    }
    #expect(throws: LedgerError.beyondPending(ID(1))) {
      try held.posted([Posting(ID(1), 5), Posting(ID(2), -5)], on: now)
    }
    #expect(throws: LedgerError.beyondPending(ID(3))) {
      try held.posted([Posting(ID(1), -5), Posting(ID(3), 5)], on: now)
    }
    #expect(throws: LedgerError.unbalanced("CNY")) {
      try held.posted([Posting(ID(1), -5)], on: now)
    }
    #expect(throws: LedgerError.empty) { try held.posted([], on: now) }
    let done = LedgerTransfer(
      id: ID(11), kind: .moved, at: Instant(milliseconds: 0), reason: Reason("x", .outgoing, 1),
      lines: held.lines)
    #expect(throws: LedgerError.notPending(ID(11))) { try done.posted(on: now) }
    #expect(throws: LedgerError.notPending(ID(11))) { try done.voided(on: now) }
  }

  @Test func `nothing runs over 64 bits`() throws {
    let most = Int64.max
    let full = [account(1, .min + 1, .outside), account(2, most)]
    #expect(throws: LedgerError.tooLarge) {
      try Movement(1, from: ID(1), to: ID(2)).moved(on: full)
    }
    let edge = [account(1, 0, .outside), account(2)]
    let lines = try Movement(most, from: ID(1), to: ID(2)).moved(on: edge)
    #expect(lines.map(\.balance) == [-most, most])
    #expect(throws: LedgerError.tooLarge) {
      try Movement(2, from: ID(1), to: ID(2)).moved(on: after(lines, edge))
    }
    #expect(throws: LedgerError.tooLarge) {
      try Movement(1, from: ID(1), to: ID(2)).pending(
        on: [account(1, 0, held: most, .outside), account(2)])
    }
    // What is free must fit as well.
    #expect(throws: LedgerError.tooLarge) {
      try Movement(2, from: ID(1), to: ID(2)).pending(
        on: [account(1, -most, .outside), account(2)])
    }
    let lowest = try Movement([
      Posting(ID(1), .min), Posting(ID(2), most), Posting(ID(3), 1),
    ])
    let three = [account(1, 0, .outside), account(2), account(3)]
    #expect(try lowest.moved(on: three)[0].balance == .min)
    #expect(throws: LedgerError.tooLarge) { try lowest.pending(on: three) }
  }

  @Test func `names are short and plain`() throws {
    for name in ["", "Escrow", "a b", "a\n", String(repeating: "a", count: 49)] {
      #expect(throws: LedgerError.self) { try Reason(name, .outgoing, 1).checked() }
    }
    #expect(try Reason("escrow.release_2", .outgoing, 1).checked().round == 0)
    #expect(Custodian("wechat-hk")?.name == "wechat-hk")
    for name in ["", "We", "a.b", "微信", String(repeating: "a", count: 33)] {
      #expect(Custodian(name) == nil)
    }
    for asset in [
      Asset(code: "", scale: 2), Asset(code: "A B", scale: 2), Asset(code: "X", scale: 19),
      Asset(code: "X", scale: -1), Asset(code: String(repeating: "A", count: 17), scale: 0),
    ] {
      #expect(throws: LedgerError.self) { try asset.checked() }
    }
    #expect(throws: LedgerError.unfit("the party 0")) {
      try LedgerAccount.Key(.party(0), .wallet, .cny, at: .sandbox).checked()
    }
  }
}
