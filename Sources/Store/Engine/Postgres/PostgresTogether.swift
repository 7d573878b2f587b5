/// Readers of one state.
extension PostgresConnection {
  /// The first one names its snapshot to the server, and the others take it over.
  static func together(_ count: Int, url: String) throws -> [PostgresConnection] {
    let readers = try (0..<count).map { _ in try PostgresConnection(url: url, use: .reading) }
    guard let first = readers.first else { return [] }
    try first.step(.beginReading)
    var name = ""
    _ = try first.run("select pg_export_snapshot()", []) { name = try $0[0] }
    for reader in readers.dropFirst() { try reader.beginReading(in: name) }
    return readers
  }
}
