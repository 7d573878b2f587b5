/// What a database holds, in one number: the same on both engines for the same rows.
package struct StateDigest: Hashable, Sendable {
  package let hexadecimal: String
  package let rows: Int

  /// Left out: when each database was migrated is not part of what it holds, and a backup's own
  /// note is about the others.
  static let leftOut = ["migration", Backup.noteTable]

  /// Must run inside a snapshot, or the tables would be of different moments.
  static func of(_ connection: any Connection, progress: (Int) -> Void = { _ in }) throws -> Self {
    var digest = SHA256()
    var rows = 0
    let tables = try connection.tables().filter { !leftOut.contains($0.name) }
    for table in tables.sorted(by: { $0.name < $1.name }) {
      digest.add(table.name)
      try connection.scan(table.rowsInOrder) { row in
        for value in try table.values(of: row) { digest.add(value) }
        rows += 1
        progress(rows)
      }
    }
    return StateDigest(hexadecimal: digest.finish().hexadecimal, rows: rows)
  }
}

extension SHA256 {
  fileprivate mutating func add(_ value: Value) {
    // The kind goes in too, so that a text and the same bytes differ.
    switch value {
    case .int(let number):
      add("int")
      add(number)
    case .text(let text):
      add("text")
      add(text)
    case .bytes(let bytes):
      add("bytes")
      add(bytes)
    case .null:
      add("null")
    }
  }
}
