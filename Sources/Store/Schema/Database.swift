package import Market

/// A database as a whole: made, and looked at.
package enum Database {
  /// Makes a database and brings it up to date. False when there was one already, which is left
  /// alone.
  package static func create(at address: Address, at now: Instant) throws -> Bool {
    switch address {
    case .sqlite(let path):
      if try NewFile.make(at: path, at: now) { return true }
      try Schema.find(address)
      return false
    case .postgres:
      let connection = try address.open(.writing)
      defer { connection.close() }
      guard try Schema.state(of: connection).version == 0 else { return false }
      return try !Schema.migrate(connection, at: now).isEmpty
    }
  }

  /// What a look at the whole database found. An empty list of faults is good news.
  package struct Examination: Sendable {
    package let schema: Int
    package let state: StateDigest
    package let position: Position
    /// The first of them, at most `LedgerAudit.faultsListedMax`.
    package let faults: [String]
    package let faultCount: Int
  }

  /// Reads everything once, in one snapshot, while others go on writing.
  package static func examine(
    _ address: Address, progress: (Int) -> Void = { _ in }
  ) throws -> Examination {
    try Schema.check(address)
    let connection = try address.open(.reading)
    defer { connection.close() }
    return try connection.read { snapshot in
      var faults = FaultList()
      do { try connection.checkPages() } catch { faults.add("\(error)") }
      for fault in try snapshot.logFaults() + connection.counterFaults() + snapshot.ruleFaults() {
        faults.add(fault)
      }
      let state = try StateDigest.of(connection, progress: progress)
      try connection.checkVersions(&faults) { progress(state.rows + $0) }
      try connection.checkListings(&faults)
      try connection.checkReviewCounts(&faults)
      return Examination(
        schema: Schema.version, state: state, position: try snapshot.position(),
        faults: faults.listed, faultCount: faults.count)
    }
  }
}

extension Reading where Self: ~Copyable {
  /// The log has no gap, and nobody has read past its end.
  fileprivate func logFaults() throws -> [String] {
    let end = try position()
    var faults: [String] = []
    let counted: (Int64, Int64)? = try row("select count(*), coalesce(max(id), 0) from change") {
      (try $0[0], try $0[1])
    }
    if let (count, last) = counted, count != last || last != end.number {
      faults.append(
        "The log has \(count) changes, the last is \(last), the counter says \(end.number).")
    }
    for cursor in try cursors() where cursor.position > end {
      faults.append("The reader “\(cursor.name)” stands past the end of the log.")
    }
    return faults
  }
}

extension Connection {
  /// No number is in use that the counters do not know of.
  fileprivate func counterFaults() throws -> [String] {
    var counters: [String: Int64] = [:]
    _ = try run("select name, value from counter", []) { counters[try $0[0]] = try $0[1] }
    return try tables().compactMap { table in
      // The log's own counter has been looked at already.
      guard table.name != Noun.change.rawValue, let question = table.highestID else { return nil }
      var highest: Int64 = 0
      _ = try run(question, []) { highest = try $0[0] }
      let counter = counters[table.name, default: 0]
      return highest > counter
        ? "The counter of \(table.name) is at \(counter), but \(highest) is in use." : nil
    }
  }
}
