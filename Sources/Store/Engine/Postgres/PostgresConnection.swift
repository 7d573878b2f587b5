import CPostgres
import Market

/// A connection to PostgreSQL through libpq.
///
/// Steps that need no answer (begin, savepoints) wait and travel with the next statement, so a
/// small transaction costs as many round trips as it has statements.
final class PostgresConnection: Connection {
  /// The key of the advisory lock that is the turn to write; it means “jishi”.
  private static let beginWriting: [SQL] = [
    "begin isolation level read committed read write",
    "select 1 from pg_advisory_xact_lock(457371117673)",
    askTicket,
  ]
  private static let askTicket: SQL = "select cast(pg_current_xact_id() as text)"

  /// The server's own processes start anew after a crash; anybody may see their numbers.
  private static let askLife: SQL = """
    select cast(pg_postmaster_start_time() as text) || ' ' ||
      coalesce(string_agg(cast(pid as text), ' ' order by pid), '')
    from pg_stat_activity where usesysid is null and datid is null
    """

  let link: PostgresLink
  private var names: [StatementKey: String] = [:]
  private var preparedCount = 0
  private var waiting: [(sql: SQL, values: [Value])] = []
  private(set) var ticket: CommitTicket?
  /// Which life of which server this is. It ends with a crash, even one that the server survives.
  private var life = ""

  private struct StatementKey: Hashable {
    let sql: SQL.Key
    /// Two bits for each parameter that is no number of a list.
    let kinds: UInt64

    init(_ sql: SQL, _ values: [Value]) {
      let single = values.dropLast(sql.listed)
      precondition(single.count < 32, "a statement takes at most 31 values besides a list")
      self.sql = sql.key
      kinds = single.reduce(1) { $0 << 2 | UInt64($1.kind.rawValue) }
    }
  }

  /// How long a writer waits for its turn.
  static let patience = Duration.seconds(10)
  /// How long the server bears a transaction that does nothing.
  static let standstillMax = Duration.seconds(15)

  init(url: String, use: Use, patience: Duration = PostgresConnection.patience) throws {
    let always = ["timezone to 'UTC'", "synchronous_commit to on"]
    switch use {
    case .reading:
      link = try PostgresLink(url: url, settings: always, mustWrite: false)
    case .writing:
      // A process that stands still must not keep the turn: the server ends its session.
      let bounds = [
        "lock_timeout to '\(patience.milliseconds)ms'",
        "idle_in_transaction_session_timeout to '\(Self.standstillMax.milliseconds)ms'",
      ]
      link = try PostgresLink(url: url, settings: always + bounds, mustWrite: true)
      _ = try run(Self.askLife, []) { life = try $0[0] }
    }
  }

  // MARK: Statements

  func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    let result = try exchange(sql, values)
    guard result.hasRows else { return result.changed }
    let row = Row(cursor: result)
    while result.next() { try each(row) }
    return result.changed
  }

  /// Fetches a thousand rows at a time: libpq would keep them all.
  func scan(_ sql: SQL, _ each: (borrowing Row) throws -> Void) throws {
    _ = try exchange(SQL(generated: "declare scan no scroll cursor for " + sql.text), [])
    var isOver = false
    while !isOver {
      let result = try exchange("fetch forward 1000 from scan", [])
      isOver = true
      while result.next() {
        isOver = false
        try each(Row(cursor: result))
      }
    }
    _ = try exchange("close scan", [])
  }

  /// Sends what waits and the statement in one go, then reads all answers before it looks at one:
  /// the wire is clean again whatever happened.
  private func exchange(_ sql: SQL, _ values: [Value]) throws -> PostgresResult {
    // Before anything is sent: a pipeline that stops half-way is out of step for ever.
    try refuseNUL(in: values)
    let steps = waiting
    waiting.removeAll(keepingCapacity: true)
    var fresh: [StatementKey] = []
    var sent: [Sent] = []
    for step in steps {
      try send(step.sql, step.values, &fresh, &sent)
      sent.append(step.sql.key == Self.askTicket.key ? .ticket : .step)
    }
    try send(sql, values, &fresh, &sent)
    sent.append(.statement)
    try link.synchronize()

    var failure: StoreError?
    var result = PostgresResult(nil)
    for what in sent {
      let answer = try link.answer()
      failure = failure ?? answer.failure
      if what == .ticket, failure == nil { ticket = try answer.ticket(in: life) }
      if what == .statement { result = answer }
    }
    try link.finish()
    guard let failure else { return result }
    // What was prepared after the failure does not exist; what was before costs one more name.
    for key in fresh { names[key] = nil }
    throw failure
  }

  private enum Sent {
    case preparation
    case step
    case ticket
    case statement
  }

  private func send(
    _ sql: SQL, _ values: [Value], _ fresh: inout [StatementKey], _ sent: inout [Sent]
  ) throws {
    let key = StatementKey(sql, values)
    if let known = names[key] { return try link.execute(prepared: known, values) }
    preparedCount += 1
    let name = "s\(preparedCount)"
    try link.prepare(name, TextIndex.forPostgres(sql.text), values)
    names[key] = name
    fresh.append(key)
    sent.append(.preparation)
    try link.execute(prepared: name, values)
  }

  // MARK: Transactions

  var isUsable: Bool { link.isAlive }

  var isInTransaction: Bool { link.isAlive && (link.isInTransaction || !waiting.isEmpty) }

  func step(_ step: Step) throws {
    switch step {
    case .beginReading: waiting = [("begin isolation level repeatable read read only", [])]
    case .beginWriting: waiting = Self.beginWriting.map { ($0, []) }
    case .mark: waiting.append(("savepoint one", []))
    case .keep: waiting.append(("release savepoint one", []))
    case .undo:
      waiting += [("rollback to savepoint one", []), ("release savepoint one", [])]
    case .commit: try commit()
    case .rollback:
      waiting.removeAll()
      if link.isInTransaction { _ = try exchange("rollback", []) }
    }
  }

  /// Travels with the commit, and the server passes it on when that has happened.
  func announce(_ position: Position) {
    waiting.append(
      ("select pg_notify('jishi_log', cast($1 as text))", [.text("\(position.number)")]))
  }

  /// In a snapshot of another connection, which must still be open.
  func beginReading(in snapshot: String) throws {
    guard snapshot.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || isHexadecimal($0) }) else {
      throw StoreError.statement("a snapshot is called “\(snapshot)”")
    }
    try step(.beginReading)
    _ = try exchange(SQL(generated: "set transaction snapshot '\(snapshot)'"), [])
  }

  private func commit() throws {
    let result: PostgresResult
    do {
      result = try exchange("commit", [])
    } catch StoreError.unavailable(let detail) where !link.isAlive {
      throw StoreError.unconfirmed(detail)
    }
    // The server answers a commit of a transaction that has failed by undoing it.
    guard result.command == "COMMIT" else {
      throw StoreError.statement("the transaction had failed before its commit")
    }
  }

  /// A crash takes the number of a transaction with it unless it reached the disk, and then the
  /// number is given out again: “committed” may be said of somebody else. “Aborted” is always true.
  func outcome(of commit: CommitTicket) throws -> Bool? {
    var status: String?
    do {
      _ = try run(
        "select pg_xact_status(cast(cast($1 as text) as xid8))", [.text(commit.text)]
      ) { status = try $0[0] }
    } catch StoreError.unfit {
      // The number has not been given out in this life, so it never reached the disk.
      return false
    }
    switch status {
    case "committed" where commit.life == life: return true
    case "committed": throw StoreError.unconfirmed("the server crashed while committing")
    case "aborted": return false
    default: return nil
    }
  }

  // MARK: Schema

  func define(_ statement: String) throws {
    let statements =
      TextIndex(of: statement)?.forPostgres ?? [Definition(statement).forPostgres]
    for statement in statements { _ = try run(SQL(generated: statement), []) { _ in } }
  }

  /// The server checks its pages itself, when it reads them.
  func checkPages() throws {}

  func close() {
    link.close()
  }
}

/// As the server writes numbers.
private func isHexadecimal(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
}
