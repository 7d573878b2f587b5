import Foundation
import Glibc
import Pages
import Proving
import Site
import Store
import Theme

/// What a program took from its beginning to its end.
struct Run {
  let seconds: Double
  /// Of all processors.
  let work: Double
  let peakBytes: Double
}

/// A market, and its pages as Hugo needs them.
final class HugoGround {
  /// Of the memory that there is, what Hugo may fill before it has to tidy up.
  private static let memoryShare = 0.7

  private let market: BenchMarket
  private let pages: Int
  private var builds = 0
  private var folder: TemporaryFolder { market.folder }

  init(gigs: Int) async throws {
    market = try BenchMarket(gigs: gigs)
    pages = try await Self.writeSource(in: market.folder)
  }

  /// By rendering our own site once.
  private static func writeSource(in folder: TemporaryFolder) async throws -> Int {
    guard let origin = SiteOrigin(BenchMarket.origin) else { preconditionFailure("no address") }
    let theme = try LoadedTheme(forPagesOf: "default", in: "themes", locales: "locales")
    let source = try HugoSource(of: theme, in: folder.file("source"))
    var options = Build.Options()
    options.isDryRun = true
    options.reader = source
    let build = Build(
      theme, SiteFacts(origin: origin), content: "content", into: folder.file("none"), options)
    let store = try Store(at: .sqlite(path: folder.file("data/market.db")))
    _ = try await build.run(store) { _ in }
    await store.close()
    return try source.finish(at: origin)
  }

  func buildOurs() throws -> Run {
    builds += 1
    let output = "ours\(builds)"
    try market.copyGround(to: output)
    return try run(market.command(market.build(into: output, [])), in: folder.path)
  }

  func buildTheirs() throws -> Run {
    sync()
    let memory = Double(ProcessInfo.processInfo.physicalMemory) * Self.memoryShare
    return try run(
      ["hugo", "--quiet", "--destination", folder.file("theirs\(builds)")],
      in: folder.file("source"), environment: ["GOMEMLIMIT": "\(Int(memory))"])
  }

  /// Of the last that each of the two has built.
  func compare() throws -> HugoEquality {
    let equality = try HugoEquality(
      of: folder.file("ours\(builds)/site"), and: folder.file("theirs\(builds)"))
    guard equality.pages == pages else {
      throw ProvingError.failed("Hugo made \(equality.pages) of \(pages) pages")
    }
    return equality
  }

  /// By `time`: the memory of a process that we start ourselves is counted from our own.
  private func run(
    _ command: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Run {
    let made = try Command.run(
      "/usr/bin/time", ["--format", "%e %U %S %M"] + command, in: folder,
      environment: environment)
    let figures = made.errors.split(separator: "\n").last?.split(separator: " ")
      .compactMap { Double($0) }
    guard made.code == 0, let figures, figures.count == 4 else {
      throw ProvingError.failed("\(command[0]): \(made.output)\(made.errors)")
    }
    return Run(
      seconds: figures[0], work: figures[1] + figures[2], peakBytes: figures[3] * 1024)
  }
}
