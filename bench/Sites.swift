import Foundation
import Glibc
import Proving

private let timesFloorMax = 2.0
private let memoryMax = 150.0
private let timesBareMax = 1.5

/// The whole site of a market, all of its pages written anew, beside a bare loop that writes the same
/// files, and beside such a loop on each processor: no build can be faster than those.
func builtSites() throws -> [Figure] {
  let market = try BenchMarket(gigs: try number("JISHI_SITE_GIGS", or: 10_000))
  try market.copyGround(to: "first")
  _ = try market.build(into: "first")
  let floor = try SiteFloor(market.folder.file("first/site"))
  let processors = ProcessInfo.processInfo.activeProcessorCount
  var rates: [Double] = []
  var ratios: [(toLoop: Double, toLoops: Double)] = []
  for round in 1...5 {
    func write(_ threads: Int) throws -> Double {
      settle()
      return try floor.secondsToWrite(
        into: market.folder.file("bare\(round)-\(threads)"), threads: threads)
    }
    try market.copyGround(to: "round\(round)")
    let (one, all) = (try write(1), try write(processors))
    settle()
    let built = try market.build(into: "round\(round)")
    rates.append(Double(built.pages) / built.seconds)
    ratios.append((built.seconds / one, built.seconds / all))
  }
  return [
    Figure(
      name: "site-build", value: median(rates), unit: "pages/s",
      ratio: median(ratios.map(\.toLoop)),
      against: "the time of a bare loop that writes the same files (limit \(timesFloorMax))"),
    Figure(
      name: "site-build-together", value: median(rates), unit: "pages/s",
      ratio: median(ratios.map(\.toLoops)),
      against: "the time of such loops on \(processors) processors"),
  ]
}

/// Lets the disk write what was put before, so that nobody pays for another. What a disk within a file
/// has written is written by the one below it only then.
private func settle() {
  for _ in 1...2 { sync() }
}

/// A large market: the memory that its site takes, and the time when nothing has changed beside
/// rendering and hashing alone.
func largeSites() throws -> [Figure] {
  let market = try BenchMarket(gigs: try number("JISHI_LARGE_GIGS", or: 100_000))
  let output = "site"
  try market.copyGround(to: output)
  let first = try market.build(into: output)
  var peak = first.peakRSSBytes
  var rates: [Double] = []
  var ratios: [Double] = []
  for _ in 1...3 {
    let bare = try market.build(into: output, "--dry-run")
    let again = try market.build(into: output)
    guard again.written == 0, again.removed == 0, again.unchanged > 0 else {
      throw ProvingError.failed("nothing had changed, and something was written: \(again)")
    }
    peak = max(peak, again.peakRSSBytes)
    rates.append(Double(again.pages) / again.seconds)
    ratios.append(again.seconds / bare.seconds)
  }
  let megabytes = Double(peak) / 1_000_000
  return [
    Figure(
      name: "site-large", value: Double(first.pages) / first.seconds, unit: "pages/s",
      ratio: megabytes / memoryMax, against: "\(Int(memoryMax)) MB of memory, at most"),
    Figure(
      name: "site-unchanged", value: median(rates), unit: "pages/s", ratio: median(ratios),
      against: "the time to render and hash alone (limit \(timesBareMax))"),
  ]
}

func number(_ variable: String, or usual: Int) throws -> Int {
  guard let text = ProcessInfo.processInfo.environment[variable] else { return usual }
  guard let number = Int(text), number > 0 else {
    throw ProvingError.failed("\(variable) is “\(text)”, which is no number of gigs")
  }
  return number
}
