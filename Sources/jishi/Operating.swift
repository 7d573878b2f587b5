import Market
import Store

/// What the commands that change the market have in common.
extension Config {
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    try await Store.with(address, options) { try await $0.read(body) }
  }

  /// One transaction of the operator's.
  func change<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction, Instant) throws -> Value
  ) async throws -> Value {
    let now = Instant.now
    return try await Store.with(address) { store in
      try await store.write { tx in try body(tx, now) }
    }.value
  }
}

extension Transaction {
  /// What members do to their own things is in the log only; when the operator does it for them,
  /// that is written down too.
  func noteOperator(
    _ action: String, _ noun: Noun, _ subject: Int64, _ detail: String = "", at now: Instant
  ) throws {
    try note(
      Audit(
        at: now, actor: Actor.operator.name, action: action, noun: noun, subject: subject,
        detail: detail))
  }
}

extension Audit {
  var row: [String] {
    ["  \(at.utcText)", actor, "\(action) \(noun.rawValue):\(subject)", detail]
  }

  var fact: Report.Fact {
    .table([
      ("at", .text(at.utcText)), ("actor", .text(actor)), ("action", .text(action)),
      ("noun", .text(noun.rawValue)), ("subject", .number(subject)), ("detail", .text(detail)),
    ])
  }
}

/// A part of a list, with the way to the next.
struct Listed<Item: Sendable>: Sendable {
  let items: [Item]
  let isCut: Bool

  /// From one more than wanted, which tells whether more follow.
  init(_ items: [Item], limit: Int) {
    isCut = items.count > limit
    self.items = Array(items.prefix(limit))
  }
}

private let usualLimit: Int64 = 50
private let limitMax: Int64 = 1_000

extension Command {
  static let pagingOptions = [
    Option(name: "after", value: "ID", summary: "go on after this one"),
    Option(
      name: "limit", value: "COUNT", summary: "how many to list (default: \(usualLimit))"),
  ]
}

extension Arguments {
  func page() throws -> (after: Int64, limit: Int) {
    (try number("after") ?? 0, Int(try number("limit", atMost: limitMax) ?? usualLimit))
  }
}
