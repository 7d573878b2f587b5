package import Market

/// The place in the log up to which a reader has done its work.
package struct LogCursor: Hashable, Sendable {
  package let name: String
  package let position: Position
  package let movedAt: Instant
}

package enum LogCursorError: Error, Hashable {
  /// Somebody else works under the same name and was faster.
  case moved(name: String, to: Position)
  /// There is no such place in the log, or it has been passed already.
  case notAhead(name: String, position: Position)
}

extension Reading where Self: ~Copyable {
  /// A reader that has never moved stands at the start.
  package func cursor(_ name: String) throws -> Position {
    try row("select position from cursor where name = $1", name) { try $0[0] } ?? .start
  }

  package func cursors() throws -> [LogCursor] {
    try rows("select name, position, moved_at from cursor order by name") {
      LogCursor(name: try $0[0], position: try $0[1], movedAt: try $0[2])
    }
  }
}

extension Transaction {
  /// Remembers that the work up to `target` is done. What a reader writes in the same transaction
  /// is thereby written exactly once, however often the reader dies.
  package func moveCursor(
    _ name: String, from position: Position, to target: Position, at now: Instant
  ) throws {
    let found = try cursor(name)
    guard found == position else { throw LogCursorError.moved(name: name, to: found) }
    guard target > position, target <= self.position() else {
      throw LogCursorError.notAhead(name: name, position: target)
    }
    try run(
      """
      insert into cursor (name, position, moved_at) values ($1, $2, $3)
      on conflict (name) do update set position = excluded.position, moved_at = excluded.moved_at
      """, name, target, now)
  }
}
