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
  let gigs = try number("JISHI_HUGO_GIGS", or: gigsUsual)
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

/// What it takes to bring one change to the pages: our worker beside Hugo, which builds the whole site
/// again, or watches its source.
func followingHugo() async throws -> [Figure] {
  let gigs = try number("JISHI_HUGO_GIGS", or: gigsUsual)
  let ground = try await HugoGround(gigs: gigs)
  let whole = try ground.buildTheirs()
  let watched = try ground.watchTheirs(edits: rounds)
  let ours = try await Followed(ground.market, gigs: gigs)
  func figure(_ name: String, _ run: Run, _ what: String) -> Figure {
    Figure(
      name: "follow-hugo-\(name)", value: run.seconds,
      unit: "s until Hugo has \(what), with \(gigs) gigs and \(Int(run.peakBytes / 1e6)) MB",
      ratio: run.seconds * 1_000 / ours.milliseconds,
      against: "our \(shown(ours.milliseconds)) ms with \(Int(ours.megabytes)) MB")
  }
  return [
    figure("whole", whole, "built the site again"),
    figure("watch", watched, "seen an edit and built what it needs"),
  ]
}
