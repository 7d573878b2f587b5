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

  let market: BenchMarket
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

  /// Hugo's own way to follow: it watches its source, and builds again what an edit of one page needs.
  func watchTheirs(edits: Int) throws -> Run {
    let out = folder.file("watched")
    let child = try Child("hugo", ["--watch", "--destination", out], in: folder.file("source"))
    defer {
      child.signal(SIGTERM)
      child.wait()
    }
    try child.read(until: "Watching for changes", within: Self.patience)
    var times: [Double] = []
    for edit in 1...edits {
      let page = try HugoPage(in: folder.file("source/content/gigpage-en"), number: edit)
      // What a build before has begun is not to be waited for.
      sleep(1)
      let start = ContinuousClock.now
      try page.edit("Edited \(edit)")
      while try !page.output(in: out).contains("Edited \(edit)") { usleep(1_000) }
      times.append((ContinuousClock.now - start) / .seconds(1))
    }
    return Run(
      seconds: median(times), work: 0, peakBytes: try megabytesAtPeak(of: child) * 1_000_000)
  }

  private static let patience = Duration.seconds(1_200)

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

/// The source of one page of Hugo's.
private struct HugoPage {
  private let file: String
  private let text: String
  private let address: String

  init(in folder: String, number: Int) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    file = "\(folder)/\(names[number * names.count / (number + 1) - 1])"
    text = try String(contentsOfFile: file, encoding: .utf8)
    guard let address = text.firstMatch(of: /"url":"([^"]*)"/) else {
      throw ProvingError.failed("\(file) has no address")
    }
    self.address = String(address.1)
  }

  /// Puts words before those that are shown first.
  func edit(_ words: String) throws {
    guard let shown = text.firstMatch(of: /"title[^"]*":"/) else {
      throw ProvingError.failed("\(file) has no title")
    }
    let edited = text.replacingCharacters(
      in: shown.range, with: text[shown.range] + words + " ")
    try edited.write(toFile: file, atomically: false, encoding: .utf8)
  }

  func output(in folder: String) throws -> String {
    try String(contentsOfFile: folder + address, encoding: .utf8)
  }
}
