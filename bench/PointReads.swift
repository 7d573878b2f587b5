import CSQLite
import Foundation
import Market
import Proving
import Store

private let rowCount: Int64 = 100_000
private let readCount = 1_000_000

/// One row by its key, again and again: through the store, and through SQLite's own functions.
func pointReads() async throws -> [Figure] {
  let folder = try TemporaryFolder(in: NSTemporaryDirectory())
  let path = folder.file("market.db")
  let address = Address.sqlite(path: path)
  _ = try Database.create(at: address, at: Instant(milliseconds: 0))
  var options = Store.Options()
  options.readers = 1
  let store = try Store(at: address, options)
  for start in stride(from: Int64(0), to: rowCount, by: 1_000) {
    try await store.write { tx in
      for number in start..<(start + 1_000) {
        try tx.enqueue("bench", "payload \(number)", at: Instant(milliseconds: number))
      }
    }
  }
  // In turn, so that a machine that slows down slows both.
  var ours: [Double] = []
  var bare: [Double] = []
  for _ in 0..<5 {
    ours.append(try await store.read { snapshot in try storeReads(snapshot) })
    bare.append(try bareReads(path))
  }
  await store.close()
  let rate = ours.sorted()[2]
  let bareRate = bare.sorted()[2]
  return [
    Figure(
      name: "point-reads", value: rate, unit: "reads/s", ratio: bareRate / rate,
      against: "the time of a bare sqlite3 loop (\(Int(bareRate))/s)")
  ]
}

private func storeReads(_ snapshot: borrowing Snapshot) throws -> Double {
  let start = ContinuousClock.now
  var bytes = 0
  for number in keys() {
    let payload = try snapshot.row(
      "select payload, due_at from queued_task where id = $1", number
    ) { (try $0[0] as String, try $0[1] as Int64) }
    bytes += payload?.0.utf8.count ?? 0
  }
  precondition(bytes > readCount)
  return Double(readCount) / ((ContinuousClock.now - start) / .seconds(1))
}

/// What a C program would do: prepare once, then bind, step, read and reset.
private func bareReads(_ path: String) throws -> Double {
  var database: OpaquePointer?
  var statement: OpaquePointer?
  guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == 0,
    jishi_sqlite_flag(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) == 0,
    sqlite3_exec(database, "pragma cache_size = -8192; begin", nil, nil, nil) == 0,
    sqlite3_prepare_v2(
      database, "select payload, due_at from queued_task where id = ?1", -1, &statement, nil) == 0
  else { throw ProvingError.failed("sqlite3: \(String(cString: sqlite3_errmsg(database)))") }
  defer {
    sqlite3_finalize(statement)
    sqlite3_close_v2(database)
  }
  let start = ContinuousClock.now
  var bytes = 0
  for number in keys() {
    sqlite3_bind_int64(statement, 1, number)
    guard sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0) else {
      throw ProvingError.failed("sqlite3 found nothing")
    }
    bytes += strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
    bytes += sqlite3_column_int64(statement, 1) < 0 ? 1 : 0
    sqlite3_reset(statement)
  }
  precondition(bytes > readCount)
  return Double(readCount) / ((ContinuousClock.now - start) / .seconds(1))
}

/// The same keys for both, all over the table.
private func keys() -> some Sequence<Int64> {
  (0..<readCount).lazy.map { Int64($0) &* 7_919 % rowCount + 1 }
}
