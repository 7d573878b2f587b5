import Market

/// Transactions that share one commit. It lives on the writer's thread.
final class Batch {
  let connection: any Connection
  var counters: Counters
  private let start: Position
  /// The first statement that failed in the present transaction. A closure that swallows it is
  /// refused all the same: one engine would go on, the other has given the transaction up.
  private var fault: StoreError?
  private var hasWritten = false
  /// The draft that the present transaction wrote last: who publishes it at once need not read it
  /// again.
  var lastDraft: (version: ID<GigVersion>, content: GigContent)?
  private var rowsShown = 0

  /// Waits for the turn to write.
  init(on connection: any Connection) throws {
    self.connection = connection
    try connection.step(.beginWriting)
    counters = try Counters(from: connection)
    start = counters.position
  }

  func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    if let fault { throw fault }
    do {
      return try connection.run(sql, values) { row in
        rowsShown += 1
        defer { rowsShown -= 1 }
        try each(row)
      }
    } catch let error as StoreError {
      fault = error
      throw error
    }
  }

  /// Writes. Not while rows are being shown: SQLite would show what was written too, PostgreSQL
  /// would not.
  func write(_ sql: SQL, _ values: [Value]) throws -> Int {
    precondition(rowsShown == 0, "collect the rows first, then write: \(sql.text)")
    hasWritten = true
    return try run(sql, values) { _ in }
  }

  /// Runs one transaction, between marks unless it is alone: then the whole batch is what would be
  /// undone, and the engine need not remember how each page was. Throws what breaks the batch.
  func attempt(_ job: WriteJob, isAlone: Bool) throws -> WriteJob.Answer {
    let before = counters
    fault = nil
    hasWritten = false
    lastDraft = nil
    if !isAlone { try connection.step(.mark) }
    let attempt = job.attempt(Transaction(in: self))
    let refusal = fault ?? attempt.refusal
    guard let refusal else {
      if !isAlone { try connection.step(.keep) }
      let isLogged = !hasWritten || counters.position > before.position
      let position = isLogged ? counters.position : .unlogged
      return { attempt.answer(.success(position)) }
    }
    if let fault, fault.breaksBatch { throw fault }
    guard connection.isInTransaction, !isAlone else { throw refusal }
    try connection.step(.undo)
    counters = before
    return { attempt.answer(.failure(refusal)) }
  }

  func commit() throws {
    try counters.save(to: connection)
    if counters.position > start { try connection.announce(counters.position) }
    try connection.step(.commit)
  }
}

/// Far more than will ever be given out, and far enough from the end of Int64.
private let numberMax = Int64.max / 2

/// The last number given to each kind of thing: read when a batch begins, written when it ends.
/// While the batch holds the turn to write, nobody else can give out numbers.
struct Counters {
  private var last: [String: Int64] = [:]
  private var changed: Set<String> = []

  init(from connection: any Connection) throws {
    var found: [String: Int64] = [:]
    _ = try connection.run("select name, value from counter", []) { row in
      let value: Int64 = try row[1]
      guard value < numberMax else { throw StoreError.corrupt("a counter is at \(value)") }
      found[try row[0]] = value
    }
    last = found
  }

  var position: Position { Position(last[Noun.change.rawValue, default: 0]) }

  func upcoming(_ noun: Noun) -> Int64 { last[noun.rawValue, default: 0] + 1 }

  mutating func next(_ noun: Noun) -> Int64 {
    last[noun.rawValue, default: 0] += 1
    changed.insert(noun.rawValue)
    return last[noun.rawValue, default: 0]
  }

  func save(to connection: any Connection) throws {
    for name in changed.sorted() {
      _ = try connection.run(
        """
        insert into counter (name, value) values ($1, $2)
        on conflict (name) do update set value = excluded.value
        """, [.text(name), .int(last[name, default: 0])]
      ) { _ in }
    }
  }
}
