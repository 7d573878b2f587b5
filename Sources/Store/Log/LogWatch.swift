import Market

/// A connection that notices when the log may have grown. It belongs to one thread.
protocol LogWatch: AnyObject {
  var connection: any Connection { get }

  /// Waits until the log may reach beyond `position`, or the alarm rings. Nothing is missed that was
  /// committed after `position` was read here.
  func wait(past position: Position, or alarm: Alarm) throws
}

extension LogWatch {
  func position() throws -> Position { try connection.read { try $0.position() } }
}

extension Address {
  func watchLog() throws -> any LogWatch {
    switch self {
    case .sqlite(let path): try SQLiteWatch(path: path)
    case .postgres(let url): try PostgresWatch(url: url)
    }
  }
}
