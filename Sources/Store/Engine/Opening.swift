import Glibc

/// What a connection is opened for.
enum Use {
  case reading
  case writing
}

extension Address {
  func open(_ use: Use, _ room: Room = .usual) throws -> any Connection {
    switch self {
    case .sqlite(let path): try SQLiteConnection(path: path, use: use, room: room)
    case .postgres(let url): try PostgresConnection(url: url, use: use)
    }
  }

  /// Opens some connections that have all begun to read, in the same committed state.
  func openTogether(_ count: Int) throws -> [any Connection] {
    switch self {
    case .sqlite(let path): try SQLiteConnection.together(count, path: path)
    case .postgres(let url): try PostgresConnection.together(count, url: url)
    }
  }
}

/// Which file it is, whatever it is called.
struct FileMark: Hashable {
  let device: dev_t
  let number: ino_t
}

extension Address {
  /// Of the database that is there now, when it is a file.
  var file: FileMark? {
    guard case .sqlite(let path) = self else { return nil }
    var facts = stat()
    return stat(path, &facts) == 0 ? FileMark(device: facts.st_dev, number: facts.st_ino) : nil
  }
}

/// How much memory and log a connection to a file may use.
package struct Room: Sendable {
  package static let usual = Room(cacheKibibytes: 8_192, checkpointPages: 1_000)
  /// For who comes back seldom to what he has read.
  package static let little = Room(cacheKibibytes: 1_024, checkpointPages: 1_000)
  /// For filling a database at one go: pages are changed many times before they are copied.
  package static let ample = Room(cacheKibibytes: 2_097_152, checkpointPages: 120_000)

  let cacheKibibytes: Int
  /// Log pages after which the writer copies the log into the database (4 KiB each).
  let checkpointPages: Int32
}
