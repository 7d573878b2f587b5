import CSQLite
import Foundation
import Market
import Proving
import Store

private let gigsUsual = 10_000
private let chunk = 48

/// All that the pages of all gigs show, as a build reads it with one reader, beside a plain loop
/// over the same rows. It counts the processor's time: the disk is not asked.
func reads() async throws -> [Figure] {
  let folder = try TemporaryFolder(in: FileManager.default.currentDirectoryPath + "/.build")
  // A large market takes long to make, so one that is there can be named.
  let known = ProcessInfo.processInfo.environment["JISHI_READS_DB"]
  let path = try known ?? seeded(in: folder)
  let store = try Store(at: .sqlite(path: path))
  var ours: [Double] = []
  var bare: [Double] = []
  for _ in 0..<3 {
    ours.append(try await store.read { try gigsPerSecond($0) })
    bare.append(try bareGigsPerSecond(path))
  }
  await store.close()
  return [
    Figure(
      name: "reads", value: median(ours), unit: "gigs/s with all that their pages show",
      ratio: median(bare) / median(ours),
      against: "the time of a bare sqlite3 loop (\(Int(median(bare)))/s)")
  ]
}

private func seeded(in folder: TemporaryFolder) throws -> String {
  let here = FileManager.default.currentDirectoryPath
  let seed = try Command.run(
    here + "/.build/release/jishi",
    ["seed", "--gigs", "\(gigsUsual)", "--content", here + "/content"], in: folder.path)
  guard seed.code == 0 else { throw ProvingError.failed(seed.errors) }
  return folder.file("data/market.db")
}

private func gigsPerSecond(_ rows: borrowing Snapshot) throws -> Double {
  let start = clock()
  let cards = CardBox()
  var gigs = 0
  var last = ID<Gig>(0)
  while true {
    let some = try rows.shownGigs(after: last, atMost: chunk)
    guard let end = some.last else { return Double(gigs) / seconds(since: start) }
    gigs += try rows.gigPages(some, cards).count
    last = end
  }
}

private func seconds(since start: clock_t) -> Double {
  Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// What belongs to one gig, by its number or its version's.
private let statements = [
  "select id, version, party, category, orders, reviews, stars from gig where id = ?1",
  """
  select r.text, r.stars, r.reply, p.name from review r join party p on p.id = r.buyer
  where r.gig = ?1 and r.state = 'shown' and r.side = 'buyer'
  """,
  "select locale, slug from slug where noun = 'gig' and subject = ?1",
  "select locale, slug from slug_history where noun = 'gig' and subject = ?1",
  "select r.other, g.party from related r join gig g on g.id = r.other where r.gig = ?1",
  "select id, number, made_at, published_at, digest from gig_version where gig = ?1",
  "select locale, title, summary, description, source from gig_text where version = ?2",
  "select part, position, locale, text, detail from gig_phrase where version = ?2",
  "select position, price, delivery_days, revisions from gig_package where version = ?2",
  "select position, packages from gig_feature where version = ?2",
  "select position, price, delivery_days from gig_extra where version = ?2",
  "select position, is_needed from gig_requirement where version = ?2",
  "select position, file from gig_media where version = ?2",
  "select name, choice from gig_attribute where version = ?2",
  "select position, tag from gig_tag where version = ?2",
]

/// What a C program would do: prepare once, then bind, step, look at each value and reset.
private func bareGigsPerSecond(_ path: String) throws -> Double {
  var database: OpaquePointer?
  guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == 0,
    jishi_sqlite_flag(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) == 0,
    sqlite3_exec(database, "pragma cache_size = -8192; begin", nil, nil, nil) == 0
  else { throw ProvingError.failed("sqlite3: \(String(cString: sqlite3_errmsg(database)))") }
  let all = try statements.map { try prepare($0, on: database) }
  let walk = try prepare(
    "select id, version from gig where is_shown = 1 order by id", on: database)
  defer {
    for statement in all + [walk] { sqlite3_finalize(statement) }
    sqlite3_close_v2(database)
  }
  let start = clock()
  var gigs = 0
  var bytes = 0
  while sqlite3_step(walk) == SQLITE_ROW {
    gigs += 1
    for statement in all {
      if sqlite3_bind_parameter_count(statement) == 1 {
        sqlite3_bind_int64(statement, 1, sqlite3_column_int64(walk, 0))
      } else {
        sqlite3_bind_int64(statement, 2, sqlite3_column_int64(walk, 1))
      }
      bytes += bytesOfRows(statement)
    }
  }
  precondition(bytes > gigs)
  return Double(gigs) / seconds(since: start)
}

private func prepare(_ text: String, on database: OpaquePointer?) throws -> OpaquePointer? {
  var statement: OpaquePointer?
  guard sqlite3_prepare_v2(database, text, -1, &statement, nil) == SQLITE_OK else {
    throw ProvingError.failed("sqlite3: \(String(cString: sqlite3_errmsg(database)))")
  }
  return statement
}

private func bytesOfRows(_ statement: OpaquePointer?) -> Int {
  let columns = sqlite3_column_count(statement)
  var bytes = 0
  while sqlite3_step(statement) == SQLITE_ROW {
    for column in 0..<columns {
      if sqlite3_column_type(statement, column) == SQLITE_INTEGER {
        bytes += sqlite3_column_int64(statement, column) < 0 ? 1 : 0
      } else if sqlite3_column_text(statement, column) != nil {
        bytes += Int(sqlite3_column_bytes(statement, column))
      }
    }
  }
  sqlite3_reset(statement)
  return bytes
}
