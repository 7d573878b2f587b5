import Foundation
import Glibc
import Market
import Proving
import Store

private let rounds = 3
private let readMin = 0.5
private let writeMin = 0.5
private let span = Duration.seconds(4)

/// Requests that ask the store, beside what can be had without: a rate read from the database beside a
/// few bytes in memory, and a report that is safe on the disk beside the same transaction without HTTP.
func endpoint() async throws -> [Figure] {
  let (folder, program) = try smallMarket()
  let small = folder.file("output/site/small.html")
  try "{\"status\":\"ok\",\"count\":42}".write(toFile: small, atomically: true, encoding: .utf8)
  let ours = try Ours(
    ["serve", "--only", "endpoint", "--reads", "0"], program: program, in: folder.path)
  defer { ours.end() }
  let script = try Script(in: folder, for: try ours.anyGig())
  var (plain, reads, gigs, writes, own) = (
    [Double](), [Double](), [Double](), [Double](), [Double]()
  )
  let store = try Store(at: .sqlite(path: folder.file("data/market.db")))
  for round in 0..<rounds {
    plain.append(try Load(ours.address(of: "/small")).rate)
    reads.append(try Load(ours.address(of: "/api/v1/rates/USD/CNY")).rate)
    gigs.append(try Load(ours.address(of: script.gigTarget)).rate)
    writes.append(try Load(ours.address(of: "/api/v1/reports"), script: script.path).rate)
    own.append(try await reportsPerSecond(store, about: script.gig, round))
  }
  await store.close()
  return [
    Figure(
      name: "endpoint-read", value: median(reads), unit: "requests/s that read one row of SQLite",
      ratio: median(reads) / median(plain),
      against: "a few bytes in memory: \(Int(median(plain))) requests/s; at least \(readMin)"),
    Figure(
      name: "endpoint-gig", value: median(gigs), unit: "requests/s that read a whole gig",
      ratio: median(gigs) / median(plain), against: "the same few bytes"),
    Figure(
      name: "endpoint-write", value: median(writes), unit: "reports/s, safe on the disk",
      ratio: median(writes) / median(own),
      against: "the same transaction without HTTP: \(Int(median(own)))/s; at least \(writeMin)"),
  ]
}

/// A demo with its site in a folder of its own, and the program that serves it.
func smallMarket() throws -> (folder: TemporaryFolder, program: String) {
  let here = FileManager.default.currentDirectoryPath
  let folder = try TemporaryFolder(in: here + "/.build")
  for name in ["themes", "locales", "content"] {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(name), withDestinationPath: here + "/" + name)
  }
  let program = here + "/.build/release/jishi"
  for words in [["seed", "--gigs", "100"], ["build"]] {
    let made = try Command.run(program, words, in: folder.path)
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
  }
  return (folder, program)
}

/// Of the store alone, with as many clients.
private func reportsPerSecond(
  _ store: Store, about gig: ID<Gig>, _ round: Int
) async throws -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  let done = try await withThrowingTaskGroup(of: Int.self) { group in
    for _ in 0..<clientsUsual {
      group.addTask {
        var done = 0
        var random = SystemRandomNumberGenerator()
        while clock.now < start + span {
          let receipt = PublicID<Report>(using: &random)
          let complaint = Report.Complaint(
            about: .gig(gig), because: .other, detail: "Not as it was described.", in: .english)
          try await store.write { tx in
            _ = try tx.fileReport(
              complaint, receipt: receipt, by: .visitor, at: Instant(milliseconds: 0))
          }
          done += 1
        }
        return done
      }
    }
    return try await group.reduce(0, +)
  }
  return Double(done) / ((clock.now - start) / .seconds(1))
}

/// What `wrk` sends to file reports, each from another address, as a proxy tells it: one alone may not
/// send so many.
private struct Script {
  let path: String
  let gig: ID<Gig>
  let gigTarget: String

  init(in folder: TemporaryFolder, for found: (number: Int64, path: String)) throws {
    gig = ID(found.number)
    gigTarget = "/api/v1/gigs/\(found.number)"
    path = folder.file("report.lua")
    try """
    wrk.method = "POST"
    local body = '{"subject":"\(found.path)","reason":"other","detail":"Not as it was described."}'
    local count = 0
    request = function()
      count = count + 1
      local a = string.format("10.%d.%d.%d", count % 250, math.floor(count / 250) % 250, math.random(1, 250))
      return wrk.format(nil, nil, {["Content-Type"] = "application/json", ["X-Forwarded-For"] = a}, body)
    end

    """.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

extension Ours {
  /// One that is shown.
  fileprivate func anyGig() throws -> (number: Int64, path: String) {
    for number in Int64(1)...100 {
      let client = try Client(port: port)
      client.get("/api/v1/gigs/\(number)", "Connection: close\r\n")
      let text = try client.reply()?.text ?? ""
      if let found = text.firstMatch(of: /"en":"(\/en\/g\/[^"]+)"/) {
        return (number, String(found.1))
      }
    }
    throw ProvingError.failed("no gig is shown")
  }
}
