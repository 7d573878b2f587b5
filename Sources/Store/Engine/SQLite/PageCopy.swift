import CSQLite
import Market

/// SQLite's own copying of a database, page by page, while others read and write the source.
enum PageCopy {
  static let pagesPerStep: Int32 = 2_000

  /// `target` is an empty file, and gets what `source` holds at this moment.
  static func copy(
    from source: String, to target: String, progress: (Double) -> Void
  ) throws {
    SQLiteLibrary.prepare()
    let from = try SQLiteLibrary.open(source, flags: SQLITE_OPEN_READWRITE)
    defer { sqlite3_close_v2(from) }
    sqlite3_busy_timeout(from, Int32(SQLiteConnection.patience.milliseconds))
    _ = jishi_sqlite_flag(from, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    let to = try SQLiteLibrary.open(target, flags: SQLITE_OPEN_READWRITE)
    defer { sqlite3_close_v2(to) }
    // A snapshot that is held open keeps the copy from starting over at every commit.
    try execute(
      "pragma query_only = on; begin; select count(*) from sqlite_schema", on: from, source)
    guard let backup = sqlite3_backup_init(to, "main", from, "main") else {
      throw SQLiteLibrary.error(sqlite3_errcode(to), on: to, path: target)
    }
    var code = SQLITE_OK
    while code == SQLITE_OK {
      code = sqlite3_backup_step(backup, pagesPerStep)
      let count = sqlite3_backup_pagecount(backup)
      if count > 0 { progress(1 - Double(sqlite3_backup_remaining(backup)) / Double(count)) }
    }
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw SQLiteLibrary.error(code, on: to, path: target) }
    // Written at once, not through a log: the file is whole by itself.
    try execute("pragma journal_mode = delete", on: to, target)
  }

  static func execute(_ text: String, on database: OpaquePointer, _ path: String) throws {
    let code = sqlite3_exec(database, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteLibrary.error(code, on: database, path: path) }
  }
}
