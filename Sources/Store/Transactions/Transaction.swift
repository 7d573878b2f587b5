package import Market

/// One change of the database, all of it or nothing.
///
/// It is lent to a closure and cannot leave it. The closure may be run again, when a neighbour in
/// its batch fails; so it does nothing but read, decide and write here.
package struct Transaction: ~Copyable, Reading {
  fileprivate let batch: Batch

  init(in batch: Batch) { self.batch = batch }

  package func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    try batch.run(sql, values, each)
  }

  /// Writes, and returns how many rows were changed.
  @discardableResult
  package func run<each Parameter: Stored>(
    _ sql: SQL, _ values: repeat each Parameter
  ) throws -> Int {
    var list: [Value] = []
    list.reserveCapacity(Self.valuesUsual)
    for value in repeat each values { list.append(value.value) }
    return try batch.write(sql, list)
  }

  /// Room for the values of most statements.
  private static let valuesUsual = 12

  /// The same with values that are of the database's own kind already: where a transaction writes
  /// many rows, boxing each value would be felt.
  @discardableResult
  func write(_ sql: SQL, _ values: [Value]) throws -> Int {
    try batch.write(sql, values)
  }

  /// The draft that was written last here.
  var lastDraft: (version: ID<GigVersion>, content: GigContent)? {
    get { batch.lastDraft }
    nonmutating set { batch.lastDraft = newValue }
  }

  package func position() -> Position { batch.counters.position }

  /// The next number of this kind. A transaction that fails gives its numbers back, so they have
  /// no gaps and are in the order of commits.
  package func next<Kind: Entity>(_ kind: Kind.Type) -> ID<Kind> {
    ID(batch.counters.next(Kind.noun))
  }
}

extension Transaction {
  /// The number that `next` would give, without taking it: for a row that may turn out to be there.
  func upcoming<Kind: Entity>(_ kind: Kind.Type) -> ID<Kind> {
    ID(batch.counters.upcoming(Kind.noun))
  }
}

/// What came of a write, and how much of the log holds it: a read that must see the write asks
/// for this position.
package struct Committed<Value: Sendable>: Sendable {
  package let value: Value
  package let position: Position
}
