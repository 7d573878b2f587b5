import Market

/// PostgreSQL tells who listens: each commit that moved the log says so, see `announce`.
final class PostgresWatch: LogWatch {
  /// It also looks by itself, though seldom: a writer of an older version announces nothing, and a
  /// server may vanish without a word.
  static let look = Duration.seconds(5)

  let connection: any Connection
  private let listener: PostgresConnection

  /// It listens before any position is read, so nothing falls in between.
  init(url: String) throws {
    listener = try PostgresConnection(url: url, use: .reading)
    connection = listener
    _ = try listener.run("listen jishi_log", []) { _ in }
  }

  func wait(past position: Position, or alarm: Alarm) throws {
    // Several commits, or some that were read already, may have been announced by now.
    while try !listener.announcements().contains(where: { $0 > position }) {
      guard alarm.wait(for: Self.look, orInputFrom: listener.socket) == .ready else { return }
    }
  }
}

extension PostgresConnection {
  var socket: Int32 { link.socket }

  /// What has arrived since the last look, without waiting. What makes no sense may be anything, so
  /// it is worth a look at the log.
  fileprivate func announcements() throws -> [Position] {
    try link.notices().map { Int64($0).map(Position.init) ?? .unlogged }
  }
}
