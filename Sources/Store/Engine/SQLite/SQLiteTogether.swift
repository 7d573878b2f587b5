/// Readers of one state.
extension SQLiteConnection {
  /// While they begin, one after the other, nobody has the turn to write: so nothing is committed
  /// between the first of them and the last.
  static func together(
    _ count: Int, path: String, patience: Duration = patience
  ) throws -> [SQLiteConnection] {
    let readers = try (0..<count).map { _ in try SQLiteConnection(path: path, use: .reading) }
    // The first statement reads the schema, for which nobody need wait.
    for reader in readers { try reader.look() }
    let turn = count > 1 ? try WriterLock(besides: path) : nil
    try turn?.acquire(within: patience)
    defer { turn?.release() }
    for reader in readers {
      try reader.step(.beginReading)
      // A snapshot is what the first statement finds.
      try reader.look()
    }
    return readers
  }

  private func look() throws {
    _ = try run("select value from counter where name = 'change'", []) { _ in }
  }
}
