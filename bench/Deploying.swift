import Foundation
import Market
import Proving
import Store

private let planningMax = 100.0
private let gigsUsual = 1_000
private let gigsMany = 100_000
private let publishes = 9
/// About 10,000 pages.
private let gigsBroughtBack = 1_400
private let secondsMax = 5.0
private let switches = 6

/// How long it takes to see what one published gig sends to a target. How many gigs there are is in
/// JISHI_DEPLOY_GIGS.
func deploying() async throws -> [Figure] {
  try await planning("deploy", gigs: number("JISHI_DEPLOY_GIGS", or: gigsUsual))
}

/// The same in a large market: it must take no longer.
func deployingMany() async throws -> [Figure] {
  try await planning("deploy-large", gigs: gigsMany)
}

private func planning(_ name: String, gigs: Int) async throws -> [Figure] {
  let market = try BenchMarket(gigs: gigs)
  _ = try market.build(into: "output")
  let words = ["deploy", "folder:www", "--url", BenchMarket.origin, "--json"]
  _ = try market.run(words)
  let store = try Store(at: .sqlite(path: market.folder.file("data/market.db")))
  var times: [Double] = []
  var files: [Double] = []
  for round in 0..<publishes {
    let gig = ID<Gig>(Int64(1 + round * gigs / publishes))
    guard try await store.read({ try $0.gig(gig).isShown }) else { continue }
    let now = Instant(milliseconds: 1_900_000_000_000 + Int64(round))
    _ = try await store.write { try $0.pauseGig(gig, by: .operator, at: now) }
    // What it leaves behind is sent before it comes back.
    for isBack in [false, true] {
      if isBack { _ = try await store.write { try $0.resumeGig(gig, by: .operator, at: now) } }
      _ = try market.run(["work", "--once", "--url", BenchMarket.origin])
      let sent = try JSONDecoder().decode(Sent.self, from: Data(try market.run(words).utf8))
      guard isBack else { continue }
      times.append(sent.planningSeconds * 1_000)
      files.append(Double(sent.sent))
    }
  }
  await store.close()
  return [
    Figure(
      name: name, value: median(times), unit: "ms to plan one publish, median",
      ratio: median(times) / planningMax,
      against: "\(Int(planningMax)), the limit, with \(gigs) gigs, \(Int(median(files))) files sent"
    )
  ]
}

private struct Sent: Decodable {
  let sent: Int
  let planningSeconds: Double

  enum CodingKeys: String, CodingKey {
    case sent
    case planningSeconds = "planning_seconds"
  }
}

/// How long it takes to bring the files of a release back, against giving them all second names.
func rollingBack() throws -> [Figure] {
  let market = try BenchMarket(gigs: gigsBroughtBack)
  let pages = try market.build(into: "output").pages
  _ = try market.build(into: "output", "--owner", "Somebody else")
  var times: [Double] = []
  for number in 1...switches {
    let words = ["rollback", "--raw", "\(number)", "--keep", "9", "--url", BenchMarket.origin]
    let answer = try market.run(words + ["--json"])
    times.append(try JSONDecoder().decode(BroughtBack.self, from: Data(answer.utf8)).seconds)
  }
  let start = ContinuousClock.now
  let copy = try Command.run(
    "cp", ["-al", market.folder.file("output/sites/1"), market.folder.file("copy")])
  guard copy.code == 0 else { throw ProvingError.failed(copy.errors) }
  let floor = (ContinuousClock.now - start) / .seconds(1)
  return [
    Figure(
      name: "rollback", value: median(times), unit: "s for \(pages) pages, median",
      ratio: median(times) / secondsMax, against: "\(Int(secondsMax)), the limit"),
    Figure(
      name: "rollback-floor", value: median(times), unit: "s for \(pages) pages, median",
      ratio: median(times) / floor, against: "cp -al of the same files"),
  ]
}

private struct BroughtBack: Decodable { let seconds: Double }
