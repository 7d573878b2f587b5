import CSQLite
import Glibc
import Market
import Synchronization

/// Makes a database file beside its place and moves it there when it is whole, so that a half-made
/// one is never seen.
enum NewFile {
  /// Several threads of this process may make files at once.
  private static let draftCount = Atomic(0)

  /// False when a database stands there already.
  static func make(at path: String, at now: Instant) throws -> Bool {
    guard access(path, F_OK) != 0 else { return false }
    do {
      try build(for: path) { draft in
        let connection = try SQLiteConnection(path: draft, use: .writing)
        defer { connection.close() }
        _ = try Schema.migrate(connection, at: now)
      }
      return true
    } catch StoreError.taken(path) {
      // Another process was at the same work and finished first.
      return false
    }
  }

  /// Lets `fill` work on an empty file in WAL mode, then puts the file in its place.
  static func build(for path: String, fill: (String) throws -> Void) throws {
    try refuseLogWithoutDatabase(path)
    // Nobody else's business: contacts, messages, codes that were just sent.
    try makeFolder(of: path, mode: 0o700)
    removeAbandoned(besides: path)
    let number = draftCount.add(1, ordering: .relaxed).newValue
    let draft = draftStart(for: path) + "\(getpid())-\(number)"
    defer { remove(draft) }
    try openEmpty(draft)
    try fill(draft)
    try emptyLog(of: draft)
    try sync(draft)
    // Unlike a rename, a link never replaces what somebody else made meanwhile.
    guard link(draft, path) == 0 else {
      throw errno == EEXIST
        ? StoreError.taken(path) : systemError(path)
    }
    try sync(folder(of: path))
  }

  /// SQLite would play a log that is left of another database into the new one.
  private static func refuseLogWithoutDatabase(_ path: String) throws {
    guard access(path, F_OK) != 0 else { return }
    for log in [path + "-wal", path + "-journal"] where access(log, F_OK) == 0 {
      throw StoreError.conflict("\(log) is left of another database: move it away")
    }
  }

  private static func openEmpty(_ draft: String) throws {
    SQLiteLibrary.prepare()
    let database = try SQLiteLibrary.open(draft, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    defer { sqlite3_close_v2(database) }
    try PageCopy.execute("pragma journal_mode = wal", on: database, draft)
  }

  /// For a file that is to be carried about: no second file beside it.
  static func useNoLog(_ path: String) throws {
    let database = try SQLiteLibrary.open(path, flags: SQLITE_OPEN_READWRITE)
    defer { sqlite3_close_v2(database) }
    try PageCopy.execute("pragma journal_mode = delete", on: database, path)
  }

  private static func remove(_ draft: String) {
    for ending in ["", "-wal", "-shm", "-writer"] { unlink(draft + ending) }
  }

  /// Moves what is still in the log into the file itself: only the file is kept. Closing does that
  /// too, but does not say when it fails, as on a disk that is full.
  private static func emptyLog(of draft: String) throws {
    let database = try SQLiteLibrary.open(draft, flags: SQLITE_OPEN_READWRITE)
    defer { sqlite3_close_v2(database) }
    let code = sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteLibrary.error(code, on: database, path: draft) }
    var log = stat()
    guard stat(draft + "-wal", &log) != 0 || log.st_size == 0 else { throw StoreError.full(draft) }
  }

  /// Hidden, and a name that nobody gives to a file of his own.
  private static func draftStart(for path: String) -> String {
    "\(folder(of: path))/.\(path.split(separator: "/").last ?? "").jishi-draft-"
  }

  /// Drafts of processes that were killed at their work.
  private static func removeAbandoned(besides path: String) {
    guard let listing = opendir(folder(of: path)) else { return }
    defer { closedir(listing) }
    let start = draftStart(for: path)
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let place = folder(of: path) + "/" + name
      guard place.hasPrefix(start),
        let parts = place.dropFirst(start.count).wholeMatch(
          of: /([0-9]+)-[0-9]+(-wal|-shm|-writer)?/),
        let process = pid_t(parts.1), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(place)
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// With those above it, which are for everybody.
  static func makeFolder(of path: String, mode: mode_t = 0o755) throws {
    let folder = folder(of: path)
    var made = folder.hasPrefix("/") ? "/" : ""
    let parts = folder.split(separator: "/")
    for (index, part) in parts.enumerated() {
      made += part + "/"
      let mode = index == parts.count - 1 ? mode : 0o755
      guard mkdir(made, mode) == 0 || errno == EEXIST else { throw systemError(made) }
    }
  }

  static func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw systemError(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw systemError(path) }
  }

  private static func systemError(_ path: String) -> StoreError {
    switch errno {
    case EACCES, EROFS, EPERM: .readOnly(path)
    case ENOSPC, EDQUOT: .full(path)
    default: .unavailable("\(path): \(String(cString: strerror(errno)))")
    }
  }
}
