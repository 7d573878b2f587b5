import CPostgres

/// The wire to one PostgreSQL server, in pipeline mode: what is sent is answered in order, up to a
/// synchronisation point.
final class PostgresLink {
  static let serverVersionMin = 150_000

  private let link: OpaquePointer
  private var isClosed = false

  /// What the address does not say itself.
  private static let defaults: KeyValuePairs = [
    "connect_timeout": "5", "application_name": "jishi", "tcp_user_timeout": "15000",
    "keepalives_idle": "10", "keepalives_interval": "5",
  ]

  init(url: String, settings: [String], mustWrite: Bool) throws {
    guard Self.isReadable(url) else {
      throw StoreError.unavailable(
        "its address cannot be read: in a password, write %25 for % and %2F for /")
    }
    var words = Self.defaults.map { ($0.key, $0.value) } + [("dbname", url)]
    words.append(("client_encoding", "UTF8"))
    if mustWrite { words.append(("target_session_attrs", "read-write")) }
    guard
      let link = withCStrings(
        words.map(\.0),
        { names in
          withCStrings(words.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        })
    else { throw StoreError.unavailable("no memory for a connection") }
    self.link = link
    // From here on a failure runs `deinit`, which closes the link.
    guard PQstatus(link) == CONNECTION_OK else { throw connectFailure() }
    guard PQserverVersion(link) >= Self.serverVersionMin else {
      throw StoreError.unavailable(
        "PostgreSQL 15 or later is needed, the server is \(PQserverVersion(link) / 10_000)")
    }
    // The program says what is worth saying; libpq would print notices to standard error.
    PQsetNoticeProcessor(link, { _, _ in }, nil)
    for setting in settings { try execute("set " + setting) }
    guard PQenterPipelineMode(link) == 1 else { throw lost() }
  }

  deinit { close() }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    PQfinish(link)
  }

  /// libpq repeats what it cannot read in its message, and that may be a piece of a password.
  private static func isReadable(_ url: String) -> Bool {
    guard let options = PQconninfoParse(url, nil) else { return false }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      if String(cString: keyword) == "port", let value = option.pointee.val {
        return String(cString: value).utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C }
      }
      option += 1
    }
    return true
  }

  private func execute(_ text: String) throws {
    let result = PostgresResult(PQexec(link, text))
    if let failure = result.failure { throw failure }
  }

  var isAlive: Bool { !isClosed && PQstatus(link) == CONNECTION_OK }

  var isInTransaction: Bool {
    let status = PQtransactionStatus(link)
    return isAlive && (status == PQTRANS_INTRANS || status == PQTRANS_INERROR)
  }

  // MARK: Sending

  func prepare(_ name: String, _ text: String, _ values: [Value]) throws {
    let types = values.map { value -> Oid in
      switch value.kind {
      case .int: PostgresType.int8
      case .text: PostgresType.text
      case .bytes: PostgresType.bytea
      }
    }
    guard PQsendPrepare(link, name, text, Int32(types.count), types) == 1 else { throw lost() }
  }

  func execute(prepared name: String, _ values: [Value]) throws {
    var bytes: [UInt8] = []
    var places: [Range<Int>?] = []
    for value in values {
      let start = bytes.count
      switch value {
      case .int(let number): withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
      case .text(let text): bytes += text.utf8
      case .bytes(let some): bytes += some
      case .null:
        places.append(nil)
        continue
      }
      places.append(start..<bytes.count)
    }
    // An empty value still needs an address: none at all would mean null.
    bytes.append(0)
    let sent = bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return PQsendQueryPrepared(
        link, name, Int32(values.count),
        places.map { place in place.flatMap { start?.advanced(by: $0.lowerBound) } },
        places.map { Int32($0?.count ?? 0) },
        Array(repeating: 1, count: values.count), 1)
    }
    guard sent == 1 else { throw lost() }
  }

  func synchronize() throws {
    guard PQpipelineSync(link) == 1 else { throw lost() }
  }

  // MARK: Receiving

  /// The answer to the next thing that was sent.
  func answer() throws -> PostgresResult {
    guard let result = PQgetResult(link) else { throw lost() }
    let answer = PostgresResult(result)
    while let rest = PQgetResult(link) {
      PQclear(rest)
      guard isAlive else { throw lost() }
    }
    return answer
  }

  /// The end of what was sent in one go.
  func finish() throws {
    guard let result = PQgetResult(link) else { throw lost() }
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { throw lost() }
  }

  // MARK: Notices

  /// Where the server is heard.
  var socket: Int32 { PQsocket(link) }

  /// What listeners have been told since the last call, without waiting.
  func notices() throws -> [String] {
    guard PQconsumeInput(link) == 1 else { throw lost() }
    var notices: [String] = []
    while let notice = PQnotifies(link) {
      defer { PQfreemem(notice) }
      if let text = notice.pointee.extra { notices.append(String(cString: text)) }
    }
    return notices
  }

  // MARK: Failures

  private var message: String { String(cString: PQerrorMessage(link)).oneLine }

  func lost() -> StoreError {
    .unavailable(message.isEmpty ? "the connection was lost" : message)
  }

  private func connectFailure() -> StoreError {
    let message = message
    if message.contains("does not exist"), message.contains("database") {
      return .unavailable("the server has no such database, make it with `createdb` (\(message))")
    }
    return .unavailable(message)
  }
}

extension String {
  /// libpq's messages end in a newline; what may follow the first line are guesses.
  var oneLine: String { split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
}

/// An array of C strings that ends in null.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  let bytes = strings.map { Array($0.utf8CString) }
  let flat = bytes.flatMap(\.self)
  return flat.withUnsafeBufferPointer { buffer in
    var pointers: [UnsafePointer<CChar>?] = []
    var offset = 0
    for string in bytes {
      pointers.append(buffer.baseAddress.map { $0 + offset })
      offset += string.count
    }
    return body(pointers + [nil])
  }
}
