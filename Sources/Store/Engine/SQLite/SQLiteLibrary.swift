import CSQLite
import Glibc

/// What concerns the SQLite library rather than one connection.
enum SQLiteLibrary {
  /// Must come before the first connection of the process.
  static func prepare() { _ = isPrepared }

  private static let isPrepared: Bool = {
    _ = jishi_sqlite_without_memory_statistics()
    return sqlite3_initialize() == SQLITE_OK
  }()

  static func open(_ path: String, flags: Int32) throws -> OpaquePointer {
    var opened: OpaquePointer?
    let all = flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &opened, all, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      let isToBeMade = flags & SQLITE_OPEN_CREATE != 0
      if !isToBeMade, access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR {
        throw StoreError.missing(path)
      }
      // SQLite does not say why it cannot open a file.
      if access(NewFile.folder(of: path), W_OK) != 0 { throw StoreError.readOnly(path) }
      throw error(code, on: opened, path: path)
    }
    return opened
  }

  static func error(_ code: Int32, on database: OpaquePointer?, path: String) -> StoreError {
    let message = database.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
    let system = database.map { jishi_sqlite_system_errno($0) } ?? 0
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_FULL: return .full(path)
    case SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(system): return .full(path)
    case SQLITE_IOERR where code == jishi_sqlite_ioerr_fsync: return .unconfirmed(message)
    case SQLITE_IOERR: return .unavailable("\(message) (code \(code), \(path))")
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly(path)
    case SQLITE_CANTOPEN where [EACCES, EROFS, EPERM].contains(system): return .readOnly(path)
    case SQLITE_CANTOPEN where [ENOSPC, EDQUOT, EFBIG].contains(system): return .full(path)
    case SQLITE_CANTOPEN: return .unavailable("\(message) (\(path))")
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt("\(path): \(message)")
    case SQLITE_CONSTRAINT: return .conflict(message)
    case SQLITE_TOOBIG: return .unfit(message)
    default: return .statement("\(message) (code \(code))")
    }
  }
}
