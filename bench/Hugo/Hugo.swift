import Foundation
import Proving

private let gigsUsual = 10_000
/// Of a larger market each of the two is made once: Hugo takes minutes.
private let gigsOften = 20_000
private let rounds = 3

/// The program as it is shipped beside Hugo: the same pages of one market, each time into a folder that
/// has none of them. Neither draws pictures. Ours links those that were drawn before, and writes
/// sitemaps, feeds and the files of the theme, which Hugo is spared.
func hugo() async throws -> [Figure] {
  let gigs = try askedGigs()
  let ground = try await HugoGround(gigs: gigs)
  var ours: [Run] = []
  var theirs: [Run] = []
  for _ in 0..<(gigs > gigsOften ? 1 : rounds) {
    ours.append(try ground.buildOurs())
    theirs.append(try ground.buildTheirs())
  }
  let equality = try ground.compare()
  let pages = Double(equality.pages)
  func figure(_ name: String, _ unit: String, _ value: (Run) -> Double) -> Figure {
    let (our, their) = (median(ours.map(value)), median(theirs.map(value)))
    return Figure(
      name: name, value: our, unit: unit, ratio: our / their, against: "Hugo’s \(Int(their))")
  }
  let size = equality.ourBytes / equality.pages
  let theirSize = equality.theirBytes / equality.pages
  return [
    figure("hugo", "pages/s, \(equality.pages) of \(size) bytes (Hugo’s have \(theirSize))") {
      pages / $0.seconds
    },
    figure("hugo-work", "µs of all processors for a page") { $0.work / pages * 1e6 },
    figure("hugo-memory", "MB at most") { $0.peakBytes / 1e6 },
  ]
}

private func askedGigs() throws -> Int {
  guard let asked = ProcessInfo.processInfo.environment["JISHI_HUGO_GIGS"] else {
    return gigsUsual
  }
  guard let gigs = Int(asked), gigs > 0 else {
    throw ProvingError.failed("JISHI_HUGO_GIGS is “\(asked)”, which is no number of gigs")
  }
  return gigs
}
