import Market
import Proving

@testable import Store

/// Somebody with the keys of the database, and neither our rules nor our head file.
final class Tamper {
  let connection: any Connection
  private let head: String
  private var random: Seeded
  private var tables: [(shape: TableShape, rows: [[Value]])] = []

  static let ledger = [
    "asset", "ledger_account", "ledger_transfer", "ledger_posting", "ledger_block", "rate",
  ]

  init(on sealed: SealedLedger, seed: UInt64) throws {
    head = sealed.head
    random = Seeded(seed &+ 1)
    connection = try sealed.ground.address.open(.writing)
    if case .sqlite = sealed.ground.address {
      // What the schema forbids, a changed byte in the file does not ask.
      _ = try connection.run("pragma ignore_check_constraints = on", []) { _ in }
    }
    try connection.step(.beginWriting)
    for shape in try connection.tables() where Self.ledger.contains(shape.name) {
      var rows: [[Value]] = []
      try connection.scan(shape.rowsInOrder) { rows.append(try shape.values(of: $0)) }
      tables.append((shape, rows))
    }
  }

  func audit(withHead: Bool = true) throws -> LedgerAudit {
    try Snapshot(on: connection).audit(beside: withHead ? HeadComparison(head) : nil)
  }

  /// One tampering and what the audit says to it; nil when the engine would not let it happen.
  func once(
    withHead: Bool = true, _ tampering: (() throws -> String?)? = nil
  ) throws -> (what: String, faults: [String])? {
    try connection.step(.mark)
    do {
      guard let what = try tampering.map({ try $0() }) ?? tamper() else {
        try connection.step(.undo)
        return nil
      }
      let audit = try audit(withHead: withHead)
      var faults = audit.faults
      // What was added beyond the last block is reported as what no block holds: nobody can know
      // more of it.
      if what.hasPrefix("add"), audit.unsealed.since != nil { faults.append("not sealed") }
      try connection.step(.undo)
      return (what, faults)
    } catch let error as StoreError {
      try connection.step(.undo)
      if case .conflict = error { return nil }
      // The audit itself could not go on, which is an answer too.
      if case .corrupt(let detail) = error { return ("unreadable: \(detail)", [detail]) }
      throw error
    }
  }

  private func tamper() throws -> String? {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<12: try changeValue()
    case 12..<14: try removeRow()
    case 14..<16: try addRow()
    case 16: try addBalancedPostings()
    case 17..<19: try swapRows()
    default: try cutTail()
    }
  }

  private func someRow() -> (shape: TableShape, row: [Value])? {
    guard let table = tables.randomElement(using: &random),
      let row = table.rows.randomElement(using: &random)
    else { return nil }
    return (table.shape, row)
  }

  private func run(_ text: String, _ values: [Value] = []) throws {
    _ = try connection.run(SQL(generated: text), values) { _ in }
  }

  /// The condition that finds a row, its values numbered from `first`.
  private func condition(
    _ shape: TableShape, _ row: [Value], from first: Int
  ) -> (text: String, values: [Value]) {
    let places = shape.columns.indices.filter { shape.key.contains(shape.columns[$0].name) }
    let text = places.enumerated().map { "\(shape.columns[$1].name) = $\(first + $0)" }
    return (text.joined(separator: " and "), places.map { row[$0] })
  }

  // MARK: One value

  /// What the sums alone would show, without any seal.
  static let summed: [String: Set<String>] = [
    "ledger_account": ["balance", "held", "last_transfer"],
    "ledger_posting": ["transfer", "account", "amount", "balance", "held", "previous"],
  ]

  /// Changes one value, of all or of those that can be recalculated.
  func changeValue(summedOnly: Bool = false) throws -> String? {
    guard let (shape, row) = someRow() else { return nil }
    let place = Int.random(in: 0..<shape.columns.count, using: &random)
    if summedOnly, Self.summed[shape.name]?.contains(shape.columns[place].name) != true {
      return nil
    }
    let column = shape.columns[place].name
    let changed = change(row[place])
    guard changed != row[place] else { return nil }
    let (text, values) = condition(shape, row, from: 2)
    try run("update \(shape.name) set \(column) = $1 where \(text)", [changed] + values)
    return "change: \(shape.name).\(column) of \(values) from \(row[place]) to \(changed)"
  }

  private func change(_ value: Value) -> Value {
    switch value {
    case .int(let number): .int(change(number))
    case .text(let text): .text(change(text))
    case .bytes(let bytes): .bytes(change(bytes))
    case .null(let kind): kind == .int ? .int(Int64.random(in: 0...300, using: &random)) : value
    }
  }

  private func change(_ number: Int64) -> Int64 {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: number &+ 1
    case 1: number &- 1
    case 2: 0 &- number
    case 3: number &* 10
    case 4: 0
    case 5: Int64(bitPattern: random.next())
    case 6: [.max, .min, .max - 1].randomElement(using: &random) ?? .max
    default: number ^ (1 << Int64.random(in: 0..<63, using: &random))
    }
  }

  private func change(_ text: String) -> String {
    var bytes = Array(text.utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.append(UInt8(ascii: "x"))
    case 1: bytes = Array(bytes.dropLast())
    case 2:
      return ["moved", "pending", "posted", "voided", "wallet", "CNY", ""]
        .randomElement(using: &random) ?? ""
    default:
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func change(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.append(0)
    case 1: bytes = Array(bytes.dropLast())
    default:
      guard !bytes.isEmpty else { break }
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
    }
    return bytes
  }

  // MARK: Whole rows

  private func removeRow() throws -> String? {
    guard let (shape, row) = someRow() else { return nil }
    let (text, values) = condition(shape, row, from: 1)
    try run("delete from \(shape.name) where \(text)", values)
    return "remove: \(shape.name) \(values)"
  }

  /// A likely looking row: an old one with another key, and another reason where that is a key.
  private func addRow() throws -> String? {
    guard let (shape, row) = someRow() else { return nil }
    var added = row
    let count = Int64(tables.first { $0.shape.name == shape.name }?.rows.count ?? 0)
    for (place, column) in shape.columns.enumerated() {
      switch column.name {
      case "id":
        added[place] = .int([0, -1, count + 1, count + 2].randomElement(using: &random) ?? 0)
      case "code": added[place] = .text("XTS")
      case "account": added[place] = .int(Int64.random(in: 1...40, using: &random))
      case "subject", "party": added[place] = .int(1_000_000)
      case "pending": added[place] = .null(.int)
      default: break
      }
    }
    guard let insertion = Optional(shape.insertion), added != row else { return nil }
    _ = try connection.run(insertion, added) { _ in }
    if Bool.random(using: &random), shape.key == ["id"], case .int(let id) = added[0], id > count {
      try run("update counter set value = $1 where name = '\(shape.name)'", [.int(id)])
    }
    return "add: \(shape.name) \(added)"
  }

  /// Two postings more for a transfer, which sum to zero and fit the accounts as they stand.
  private func addBalancedPostings() throws -> String? {
    guard let transfers = tables.first(where: { $0.shape.name == "ledger_transfer" })?.rows,
      let transfer = transfers.randomElement(using: &random)
    else { return nil }
    let amount = Int64.random(in: 1...1_000, using: &random)
    let accounts = Array(1...Int64(12)).shuffled(using: &random).prefix(2)
    for (account, sign) in zip(accounts, [Int64(1), -1]) {
      try run(
        """
        insert into ledger_posting (transfer, account, amount, balance, held, previous)
        select cast($1 as \(integer)), id, cast($2 as \(integer)), balance + $2, held, last_transfer
        from ledger_account where id = $3
        """, [transfer[0], .int(amount * sign), .int(account)])
      try run(
        "update ledger_account set balance = balance + $1 where id = $2",
        [.int(amount * sign), .int(account)])
    }
    return "balanced: \(accounts) in \(transfer[0])"
  }

  private var integer: String { connection is SQLiteConnection ? "integer" : "bigint" }

  private func swapRows() throws -> String? {
    guard let table = tables.randomElement(using: &random),
      let one = table.rows.randomElement(using: &random),
      let other = table.rows.randomElement(using: &random), one != other
    else { return nil }
    // Both go first, since what they hold may be unique.
    let rest = table.shape.columns.indices.filter {
      !table.shape.key.contains(table.shape.columns[$0].name)
    }
    guard rest.contains(where: { one[$0] != other[$0] }) else { return nil }
    for row in [one, other] {
      let (text, values) = condition(table.shape, row, from: 1)
      try run("delete from \(table.shape.name) where \(text)", values)
    }
    for (key, content) in [(one, other), (other, one)] {
      var row = key
      for place in rest { row[place] = content[place] }
      _ = try connection.run(table.shape.insertion, row) { _ in }
    }
    return "swap: \(table.shape.name) \(one[0]) and \(other[0])"
  }

  /// The last block and all it sealed are gone, and everything beside is as it was before it.
  @discardableResult
  func cutTail() throws -> String? {
    let before = "(select coalesce(max(transfers), 0) from ledger_block)"
    try run("delete from ledger_block where id = (select max(id) from ledger_block)")
    try run("delete from ledger_posting where transfer > \(before)")
    try run("delete from ledger_transfer where id > \(before)")
    try run(
      "delete from ledger_account where id > (select coalesce(max(accounts), 0) from ledger_block)")
    try run("delete from rate where id > (select coalesce(max(rates), 0) from ledger_block)")
    try run(
      """
      delete from asset where code not in (select asset from ledger_account)
        and code not in (select base from rate) and code not in (select quote from rate)
      """)
    let last = "(select max(transfer) from ledger_posting where account = ledger_account.id)"
    try run("update ledger_account set last_transfer = \(last)")
    for column in ["balance", "held"] {
      try run(
        """
        update ledger_account set \(column) = coalesce((select \(column) from ledger_posting
          where account = ledger_account.id and transfer = ledger_account.last_transfer), 0)
        """)
    }
    for table in Self.ledger where table.hasPrefix("ledger_") || table == "rate" {
      guard table != "ledger_posting" else { continue }
      try run(
        "update counter set value = (select coalesce(max(id), 0) from \(table)) where name = '\(table)'"
      )
    }
    return "cut: the last block"
  }
}
