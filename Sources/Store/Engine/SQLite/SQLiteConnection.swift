import CSQLite
import Market

/// A connection to an SQLite file in WAL mode.
///
/// Only a connection opened for writing ever checkpoints, and only while it holds the writer lock:
/// SQLite before 3.51.3 can damage the file when two connections reset or checkpoint the log at the
/// same moment.
final class SQLiteConnection: Connection {
  /// Log pages beyond which the writer waits for readers, so that the log can start over.
  static let logPagesMax: Int32 = 25_000
  /// To what the log's file shrinks when it starts over, after a long reader let it grow.
  static let logBytesKept = 67_108_864
  static let readerWaitMilliseconds: Int32 = 100
  /// How long one waits for the turn to write.
  static let patience = Duration.seconds(10)

  private let path: String
  private let patience: Duration
  private let room: Room
  private let database: OpaquePointer
  private let lock: WriterLock?
  private var statements: [SQL.Key: SQLiteStatement] = [:]
  /// How long the log is, kept by SQLite's hook at each commit.
  private let logPages: UnsafeMutablePointer<Int32>
  private var checkpointedAt: Int32 = 0
  private var isClosed = false

  init(
    path: String, use: Use, room: Room = .usual, patience: Duration = SQLiteConnection.patience
  ) throws {
    SQLiteLibrary.prepare()
    self.path = path
    self.patience = patience
    self.room = room
    database = try SQLiteLibrary.open(path, flags: SQLITE_OPEN_READWRITE)
    logPages = .allocate(capacity: 1)
    logPages.initialize(to: 0)
    do {
      lock = use == .writing ? try WriterLock(besides: path) : nil
    } catch {
      sqlite3_close_v2(database)
      logPages.deallocate()
      throw error
    }
    // From here on a failure runs `deinit`, which closes all.
    if use == .writing, sqlite3_db_readonly(database, "main") == 1 {
      throw StoreError.readOnly(path)
    }
    try configure(for: use)
  }

  deinit { close() }

  private func configure(for use: Use) throws {
    _ = jishi_sqlite_flag(database, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = jishi_sqlite_flag(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    _ = jishi_sqlite_flag(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    sqlite3_busy_timeout(database, Int32(patience.milliseconds))
    try execute("pragma wal_autocheckpoint = 0")
    try execute("pragma synchronous = full")
    try execute("pragma foreign_keys = on")
    try execute("pragma temp_store = memory")
    try execute("pragma cache_size = -\(room.cacheKibibytes)")
    switch use {
    case .reading:
      try execute("pragma query_only = on")
    case .writing:
      try execute("pragma journal_mode = wal")
      try execute("pragma journal_size_limit = \(Self.logBytesKept)")
      // After the pragmas: switching the automatic checkpoint off removes any hook.
      let count:
        @convention(c) (
          UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32
        ) -> Int32 = { pages, _, _, length in
          pages?.assumingMemoryBound(to: Int32.self).pointee = length
          return SQLITE_OK
        }
      sqlite3_wal_hook(database, count, logPages)
    }
  }

  // MARK: Statements

  func run(
    _ sql: SQL, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int {
    let statement = try statement(for: sql)
    statement.isInUse = true
    defer { statement.reset() }
    try statement.bind(values)
    let row = Row(cursor: statement)
    while try statement.next() { try each(row) }
    return statement.isReading ? 0 : Int(sqlite3_changes64(database))
  }

  /// SQLite computes each row when it is asked for, so nothing is kept.
  func scan(_ sql: SQL, _ each: (borrowing Row) throws -> Void) throws {
    _ = try run(sql, [], each)
  }

  private func statement(for sql: SQL) throws -> SQLiteStatement {
    let key = sql.key
    if let kept = statements[key] {
      // While its rows are being read, a statement gets a short-lived twin.
      return kept.isInUse ? try prepare(sql) : kept
    }
    let fresh = try prepare(sql)
    statements[key] = fresh
    return fresh
  }

  private func prepare(_ sql: SQL) throws -> SQLiteStatement {
    try SQLiteStatement(TextIndex.forSQLite(sql.text), on: database, path: path)
  }

  private func execute(_ text: String) throws {
    let code = sqlite3_exec(database, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteLibrary.error(code, on: database, path: path) }
  }

  // MARK: Transactions

  let isUsable = true

  var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

  func step(_ step: Step) throws {
    switch step {
    case .beginReading: try control("begin")
    case .beginWriting: try beginWriting()
    case .mark: try control("savepoint one")
    case .keep: try control("release one")
    case .undo:
      try control("rollback to one")
      try control("release one")
    case .commit:
      try control("commit")
      finishWriting()
    case .rollback:
      defer { lock?.release() }
      if isInTransaction { try control("rollback") }
    }
  }

  private func control(_ sql: SQL) throws {
    _ = try run(sql, []) { _ in }
  }

  func announce(_ position: Position) {}

  private func beginWriting() throws {
    guard let lock else { preconditionFailure("a reader's connection does not write") }
    try lock.acquire(within: patience)
    do {
      try control("begin immediate")
    } catch {
      lock.release()
      throw error
    }
  }

  private func finishWriting() {
    checkpointIfLong()
    lock?.release()
  }

  /// Runs while the writer lock is held. A failure is not one of the commit's: the log stays
  /// longer, and the next commit tries again.
  private func checkpointIfLong() {
    guard lock?.isHeld == true else { return }
    let pages = logPages.pointee
    if pages < checkpointedAt { checkpointedAt = 0 }
    guard pages - checkpointedAt >= room.checkpointPages else { return }
    checkpointedAt = pages
    if pages > Self.logPagesMax {
      sqlite3_busy_timeout(database, Self.readerWaitMilliseconds)
      sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_RESTART, nil, nil)
      sqlite3_busy_timeout(database, Int32(patience.milliseconds))
    } else {
      sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
  }

  /// A local file answers every commit, so there are no tickets to look up.
  var ticket: CommitTicket? { nil }

  func outcome(of commit: CommitTicket) throws -> Bool? { nil }

  // MARK: Schema

  func define(_ statement: String) throws {
    if let index = TextIndex(of: statement) { return try execute(index.forSQLite) }
    try execute(Definition(statement).forSQLite)
  }

  /// Reads every page. Throws when one of them makes no sense.
  func checkPages() throws {
    var faults: [String] = []
    _ = try run("pragma integrity_check(10)", []) { faults.append(try $0[0]) }
    guard faults == ["ok"] else {
      throw StoreError.corrupt("\(path): \(faults.joined(separator: "; "))")
    }
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    if let lock, (try? lock.acquire(within: .zero)) != nil {
      sqlite3_busy_timeout(database, 0)
      sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
      lock.release()
    }
    statements.removeAll()
    sqlite3_close_v2(database)
    logPages.deallocate()
  }
}
