import Foundation
import Proving

private let secondsMax = 120.0
private let gigsUsual = 100_000

/// What somebody waits for who wants to see a large market: the program as it is shipped, from an
/// empty folder to the last gig.
func seeding() throws -> [Figure] {
  let asked = ProcessInfo.processInfo.environment["JISHI_SEED_GIGS"]
  guard let gigs = asked.map({ Int($0) }) ?? .some(gigsUsual), gigs > 0 else {
    throw ProvingError.failed("JISHI_SEED_GIGS is “\(asked ?? "")”, which is no number of gigs")
  }
  let here = FileManager.default.currentDirectoryPath
  let build = try Command.run("swift", ["build", "-c", "release", "--product", "jishi"])
  guard build.code == 0 else { throw ProvingError.failed(build.output + build.errors) }
  let folder = try TemporaryFolder(in: here + "/.build")
  let start = ContinuousClock.now
  let seed = try Command.run(
    here + "/.build/release/jishi", ["seed", "--gigs", "\(gigs)", "--content", here + "/content"],
    in: folder.path)
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  guard seed.code == 0 else { throw ProvingError.failed(seed.errors) }
  return [
    Figure(
      name: "seed", value: Double(gigs) / seconds, unit: "gigs/s with all that belongs to them",
      ratio: seconds / secondsMax, against: "the limit of \(Int(secondsMax)) s")
  ]
}
