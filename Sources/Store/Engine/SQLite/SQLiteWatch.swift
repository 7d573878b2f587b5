import Market

/// SQLite tells nobody of a commit, but a reader sees at once in the shared memory of the log
/// whether there was one: such a look costs some microseconds.
final class SQLiteWatch: LogWatch {
  static let look = Duration.milliseconds(5)
  /// A reader is seldom kept waiting, and who closes the ear should not be.
  static let patience = Duration.milliseconds(50)

  let connection: any Connection
  private let address: Address
  private let file: FileMark?
  private var version: Int64 = 0

  init(path: String) throws {
    address = .sqlite(path: path)
    // Before it is opened: what replaces it in between is then another file.
    file = address.file
    connection = try SQLiteConnection(
      path: path, use: .reading, room: .little, patience: Self.patience)
    version = try currentVersion()
  }

  func wait(past position: Position, or alarm: Alarm) throws {
    while alarm.wait(for: Self.look) != .rung {
      guard address.file == file else {
        throw StoreError.unavailable("another file stands at \(address)")
      }
      let former = version
      version = try currentVersion()
      if version != former { return }
    }
  }

  /// Another number after each commit of another connection.
  private func currentVersion() throws -> Int64 {
    var version: Int64 = 0
    _ = try connection.run("pragma data_version", []) { version = try $0[0] }
    return version
  }
}
