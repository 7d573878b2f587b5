/// What a connection is opened for.
enum Use {
  case reading
  case writing
}

extension Address {
  func open(_ use: Use) throws -> any Connection {
    switch self {
    case .sqlite(let path): try SQLiteConnection(path: path, use: use)
    case .postgres(let url): try PostgresConnection(url: url, use: use)
    }
  }
}
