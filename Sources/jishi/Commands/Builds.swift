import Glibc
import Outside
import Pages
import Site
import Store
import Theme

extension Command {
  static let build = Command(
    name: "build", summary: "renders the whole site into the folder of the setting `output`",
    options: [
      .workers,
      Option(name: "dry-run", value: nil, summary: "renders everything and writes nothing"),
    ],
    details: """
      Every public page in every language, with sitemaps, feeds, covers and the theme's files. Only
      what differs from the last build is written. Visitors see the old site until all of the new one
      is there; a build that fails leaves it as it was. The same database, content and theme give the
      same bytes. Each new site is a release to which one can go back: see `jishi rollback`.
      """
  ) { arguments, config in
    let start = ContinuousClock.now
    var options = try Build.Options(config, arguments)
    options.isDryRun = arguments.has("dry-run")
    options.release = NewRelease(
      config.materials, made: .now, by: .build, config.keeping)
    let theme = try config.materials.load()
    let build = Build(theme, config.site, content: config.content, into: config.output, options)
    let progress = Progress("Building")
    let built = try await Store.with(config.address, config.options) { store in
      try await build.run(store) { progress.reach($0.share, pages: $0.pages) }
    }
    let report = BuildSummary(
      built: built, config: config, options: options,
      seconds: (ContinuousClock.now - start) / .seconds(1))
    return Report(report.facts, lines: report.lines)
  }
}

extension Command.Option {
  static let workers = Self(
    name: "workers", value: "COUNT",
    summary: "how many threads print side by side (default: one for each processor)")
}

extension Build.Options {
  init(_ config: Config, _ arguments: Arguments) throws {
    self.init()
    workers = try arguments.workers
    packing = config.packing
    shelf = config.media.places.shelf
  }
}

extension Arguments {
  private static let workersMax: Int64 = 64

  var workers: Int {
    get throws {
      let count = try number("workers", atMost: Self.workersMax)
      return count.map { Int($0) }
        ?? min(Int(Self.workersMax), sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
  }
}

/// What a build did, for people and for programs.
private struct BuildSummary {
  private static let slowestShown = 3

  let built: Build.Report
  let config: Config
  let options: Build.Options
  let seconds: Double

  var facts: [(String, Report.Fact)] {
    [
      ("site", .text(config.siteFolder)), ("pages", .number(built.pages)),
      ("files", .number(built.files)), ("pictures", .number(built.pictures)),
      ("written", .number(built.tree.written)), ("unchanged", .number(built.tree.unchanged)),
      ("removed", .number(built.tree.removed)), ("bytes", .number(built.tree.bytes)),
      ("seconds", .decimal(seconds)), ("peak_rss_bytes", .number(peakMemory)),
      ("workers", .number(options.workers)),
      (
        "templates",
        .list(
          built.templates.map { line in
            .table([
              ("template", .text(line.template)), ("pages", .number(line.pages)),
              ("seconds", .decimal(line.time / .seconds(1))),
            ])
          })
      ), ("warnings", .list(warnings.map { .text($0) })),
    ]
  }

  var lines: [String] {
    let rate = Int(Double(built.pages) / max(seconds, 0.001))
    return done + [
      "\(seconds.tenths) s, \(rate) pages/s with \(options.workers) workers, \(peakMemory / 1_000_000) MB of memory at most.",
      "Slowest templates: \(slowest).",
    ] + warnings
  }

  private var done: [String] {
    if options.isDryRun { return ["Rendered \(built.pages) pages. Nothing was written."] }
    return [
      "Built \(built.pages) pages, \(built.files) other files and \(built.pictures) new pictures in \(config.siteFolder).",
      "\(built.tree.written) files written, \(built.tree.unchanged) unchanged, \(built.tree.removed) removed; \(built.tree.bytes / 1_000) kB in all.",
    ]
  }

  private var slowest: String {
    built.templates.prefix(Self.slowestShown).map { line in
      "\(line.template) \(Int(line.mean / .microseconds(1))) µs a page"
    }.joined(separator: ", ")
  }

  private var warnings: [String] {
    let doubts = built.doubt.map { ["Warning: everything was written again: \($0)"] } ?? []
    let lost = Failure.sentence(ofLost: built.lost).map { ["Warning: \($0)"] } ?? []
    return config.warnings + doubts + lost
  }

  /// Of this process, in bytes.
  private let peakMemory: Int = {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1_024
  }()
}

extension Report.Fact {
  fileprivate static func number(_ count: Int) -> Self { .number(Int64(count)) }
}

extension Double {
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Config {
  /// What a site in mainland China must show, and this one does not.
  fileprivate var warnings: [String] {
    guard isInMainland else { return [] }
    return [("icp", site.icp), ("police", site.police)].compactMap { name, value in
      value == nil
        ? "Warning: the site is in mainland China and the setting `\(name)` is missing." : nil
    }
  }
}
