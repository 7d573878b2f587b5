import Foundation
import Market
import Proving
import Store

private let millisecondsMax = 20.0
private let filesAtOnceMax = 20.0
private let filesMax = 60.0
private let memoryMax = 60.0
private let gigsUsual = 1_000
private let gigsMany = 100_000
private let rounds = 40

/// A worker beside a market in which gigs are put back on show: from the commit to the files. How many
/// gigs there are is in JISHI_FOLLOW_GIGS.
func following() async throws -> [Figure] {
  try await figures("follow", gigs: number("JISHI_FOLLOW_GIGS", or: gigsUsual))
}

/// The same in a large market: it must take no longer.
func followingMany() async throws -> [Figure] {
  try await figures("follow-large", gigs: gigsMany)
}

private func figures(_ name: String, gigs: Int) async throws -> [Figure] {
  let followed = try await Followed(BenchMarket(gigs: gigs), gigs: gigs)
  func figure(_ what: String, _ value: Double, _ unit: String, _ limit: Double) -> Figure {
    Figure(
      name: name + what, value: value, unit: unit, ratio: value / limit,
      against: "\(Int(limit)), the limit, with \(gigs) gigs")
  }
  return [
    figure("", followed.milliseconds, "ms from commit to files, median", millisecondsMax),
    figure("-at-once", followed.filesAtOnce, "files at most", filesAtOnceMax),
    figure("-whole", followed.files, "files with those that wait", filesMax),
    figure("-memory", followed.megabytes, "MB at most", memoryMax),
  ]
}

/// What a change took that a worker followed.
struct Followed {
  /// From the commit to the files that somebody waits for: the median.
  let milliseconds: Double
  /// At most.
  let filesAtOnce: Double
  /// With those that wait.
  let files: Double
  let megabytes: Double

  init(_ market: BenchMarket, gigs: Int) async throws {
    _ = try market.build(into: "output")
    let command = market.command(["work", "--verbose", "--url", BenchMarket.origin])
    let child = try Child(command[0], Array(command.dropFirst()), in: market.folder.path)
    defer { child.signal(SIGTERM) }
    let lines = UpdateLines(of: child)
    let store = try Store(at: .sqlite(path: market.folder.file("data/market.db")))
    var times: [Double] = []
    var written: [Double] = []
    for round in 0..<rounds {
      let gig = ID<Gig>(Int64(1 + round * gigs / rounds))
      guard try await store.read({ try $0.gig(gig).isShown }) else { continue }
      let now = Instant(milliseconds: 1_900_000_000_000 + Int64(round))
      _ = try await store.write { try $0.pauseGig(gig, by: .operator, at: now) }
      _ = try lines.next()
      _ = try await store.write { try $0.resumeGig(gig, by: .operator, at: now) }
      let committed = ContinuousClock.now
      written.append(try lines.next())
      // The first ones find nothing in memory.
      if round >= rounds / 4 { times.append((ContinuousClock.now - committed) / .milliseconds(1)) }
    }
    milliseconds = median(times)
    filesAtOnce = written.max() ?? 0
    files = try await filesOfOne(of: ID(Int64(gigs / 2)), in: store, lines)
    megabytes = try megabytesAtPeak(of: child)
    await store.close()
  }
}

/// All files that one gig writes that comes back, at once and later.
private func filesOfOne(
  of gig: ID<Gig>, in store: Store, _ lines: UpdateLines
) async throws -> Double {
  let now = Instant(milliseconds: 1_900_000_001_000)
  _ = try? await store.write { try $0.pauseGig(gig, by: .operator, at: now) }
  // What waits is done when nothing happens for two seconds.
  while try lines.next(within: .seconds(4)) != nil {}
  _ = try await store.write { try $0.resumeGig(gig, by: .operator, at: now) }
  var files = 0.0
  while let some = try lines.next(within: .seconds(4)) { files += some }
  return files
}

func megabytesAtPeak(of child: Child) throws -> Double {
  let status = try String(contentsOfFile: "/proc/\(child.id)/status", encoding: .utf8)
  guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }),
    let kibibytes = line.split(separator: " ").compactMap({ Double($0) }).first
  else { throw ProvingError.failed("nobody knows how much memory it takes") }
  return kibibytes * 1_024 / 1_000_000
}

/// What a worker says of its updates, line by line.
private final class UpdateLines {
  private let child: Child
  private var rest = ""

  init(of child: Child) { self.child = child }

  func next() throws -> Double {
    guard let files = try next(within: .seconds(60)) else {
      throw ProvingError.failed("the worker does not do anything")
    }
    return files
  }

  /// How many files were written; nil when nothing is told in time.
  func next(within patience: Duration) throws -> Double? {
    while true {
      if let end = rest.firstIndex(of: "\n") {
        let line = rest[..<end]
        rest = String(rest[rest.index(after: end)...])
        if let found = line.firstMatch(of: /^(\d+) files written/) { return Double(found.1) }
        continue
      }
      guard let some = child.read(within: patience) else { return nil }
      guard !some.isEmpty else { throw ProvingError.failed("the worker has ended") }
      rest += String(decoding: some, as: UTF8.self)
    }
  }
}
