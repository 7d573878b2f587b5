import Counting
import Foundation
import Market
import Pages
import Proving
import Samples
import Theme

private let pagesCounted = 10_000
private let rounds = 41
private let pagesARound = 100
private let threadRounds = 9
private let loads = 20
private let loadSecondsMax = 0.05

/// The page of a gig through the default theme, beside a function that was written for this page.
func themeRendering() throws -> [Figure] {
  [
    try rendering("theme-render", of: Sample.plainGigPage(.chinese)),
    try rendering("theme-render-full", of: Sample.gigPage(.chinese)),
  ]
}

private func rendering(_ name: String, of page: GigPage) throws -> Figure {
  let ground = try RenderGround(page)
  var output = Output()
  var template: [Double] = []
  var written: [Double] = []
  // In turn, so that a machine that slows down slows both.
  for _ in 0..<rounds {
    template.append(seconds { for _ in 0..<pagesARound { ground.render(into: &output) } })
    written.append(seconds { for _ in 0..<pagesARound { ground.write(into: &output) } })
  }
  let before = allocations_of_this_thread()
  for _ in 0..<pagesCounted { ground.render(into: &output) }
  let allocations = allocations_of_this_thread() - before
  let best = (template.min() ?? 0) / (written.min() ?? 1)
  let unit =
    "pages/s of \(ground.size) bytes, with \(allocations) allocations in \(pagesCounted) pages"
  return Figure(
    name: name, value: Double(pagesARound) / median(template), unit: unit,
    ratio: median(zip(template, written).map { $0 / $1 }),
    against: "the time of a function written by hand for this page (best ×\(shown(best)))")
}

/// The same on two threads at once, each with a page of its own; they share the template. By the
/// time that a processor works for a page: it grows when threads wait for each other's memory.
func themeRenderingTogether() async throws -> [Figure] {
  let ground = try RenderGround(Sample.gigPage(.chinese))
  var alone: [Rate] = []
  var both: [Rate] = []
  for _ in 0..<threadRounds {
    alone.append(await Rate.rendering(ground.template, threads: 1))
    both.append(await Rate.rendering(ground.template, threads: 2))
  }
  func best(_ rates: [Rate]) -> Double { rates.map(\.perSecond).max() ?? 0 }
  return [
    Figure(
      name: "theme-render-two", value: best(both), unit: "pages/s on two threads",
      ratio: median(both.map(\.workOfOne)) / median(alone.map(\.workOfOne)),
      against: "a processor's work for a page on one thread alone (\(Int(best(alone)))/s)")
  ]
}

private struct Rate {
  let perSecond: Double
  /// Seconds of a processor for one page.
  let workOfOne: Double

  static func rendering(_ template: Template<GigPage>, threads: Int) async -> Rate {
    let span = Duration.milliseconds(200)
    let all = await withTaskGroup(of: (done: Int, work: Double).self) { group in
      for _ in 0..<threads {
        group.addTask {
          let page = Sample.gigPage(.chinese)
          var output = Output()
          var done = 0
          let begin = workOfThread()
          let end = ContinuousClock.now + span
          while ContinuousClock.now < end {
            for _ in 0..<50 {
              output.clear()
              template.render(page, into: &output)
            }
            done += 50
          }
          return (done, workOfThread() - begin)
        }
      }
      return await group.reduce(into: (done: 0, work: 0.0)) { sum, each in
        sum = (sum.done + each.done, sum.work + each.work)
      }
    }
    return Rate(
      perSecond: Double(all.done) / (span / .seconds(1)), workOfOne: all.work / Double(all.done))
  }
}

func workOfThread() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The default theme in all its languages, from files to what can render; the first time and later.
func themeLoading() throws -> [Figure] {
  let first = try seconds { _ = try defaultTheme() }
  var ours: [Double] = []
  var bare: [Double] = []
  for _ in 0..<loads {
    ours.append(try seconds { _ = try defaultTheme() })
    bare.append(try seconds { try readFiles() })
  }
  return [
    Figure(
      name: "theme-load-first", value: first * 1000, unit: "ms", ratio: first / loadSecondsMax,
      against: "the limit of \(Int(loadSecondsMax * 1000)) ms"),
    Figure(
      name: "theme-load", value: median(ours) * 1000,
      unit: "ms (best \(shown((ours.min() ?? 0) * 1000)))", ratio: median(ours) / median(bare),
      against: "reading the same files (\(shown(median(bare) * 1000)) ms)"),
  ]
}

private func readFiles() throws {
  var bytes = 0
  for folder in ["themes/default", "locales"] {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let url = URL(fileURLWithPath: "\(folder)/\(path)")
      guard !url.hasDirectoryPath else { continue }
      bytes += try Data(contentsOf: url).count
    }
  }
  precondition(bytes > 0)
}

private func defaultTheme() throws -> LoadedTheme {
  try LoadedTheme(forPagesOf: "default", in: "themes", locales: "locales")
}

/// A page and both ways to write it, which give the same bytes.
private struct RenderGround: Sendable {
  let page: GigPage
  let template: Template<GigPage>
  let written: WrittenGig
  let size: Int

  init(_ page: GigPage) throws {
    let theme = try defaultTheme()
    guard let template = theme.template(for: GigPage.self, in: Locale.chinese.tag) else {
      throw ProvingError.failed("no template for the page of a gig")
    }
    self.page = page
    self.template = template
    written = try WrittenGig(theme)
    var one = Output()
    var other = Output()
    template.render(page, into: &one)
    written.write(page, into: &other)
    size = one.count
    guard one.text == other.text else {
      throw ProvingError.failed("the page by hand is not that of the theme")
    }
  }

  func render(into output: inout Output) {
    output.clear()
    template.render(page, into: &output)
  }

  func write(into output: inout Output) {
    output.clear()
    written.write(page, into: &output)
  }
}
