import Foundation
import Glibc
import Proving

/// A demo market, with the program as it is shipped. It lies on a real disk: beside the program, or in
/// the folder JISHI_BENCH_PLACE, where ext4 may be fresh. For minutes after many files were removed it
/// makes new ones ten times more slowly.
struct BenchMarket {
  static let origin = "https://jishi.example"

  let folder: TemporaryFolder
  private let program: String
  private let here = FileManager.default.currentDirectoryPath

  init(gigs: Int) throws {
    let build = try Command.run(
      "swift", ["build", "-c", "release", "--static-swift-stdlib", "--product", "jishi"])
    guard build.code == 0 else { throw ProvingError.failed(build.output + build.errors) }
    program = here + "/.build/release/jishi"
    let place = ProcessInfo.processInfo.environment["JISHI_BENCH_PLACE"]
    folder = try TemporaryFolder(in: place ?? here + "/.build")
    try run("seed", "--gigs", "\(gigs)")
  }

  /// What `jishi build` says of itself.
  struct Built: Decodable {
    let pages: Int
    let written: Int
    let unchanged: Int
    let removed: Int
    let bytes: Int
    let seconds: Double
    let peakRSSBytes: Int

    enum CodingKeys: String, CodingKey {
      case pages, written, unchanged, removed, bytes, seconds
      case peakRSSBytes = "peak_rss_bytes"
    }
  }

  func build(into output: String, _ options: String...) throws -> Built {
    let answer = try run(build(into: output, options + ["--json"]))
    return try JSONDecoder().decode(Built.self, from: Data(answer.utf8))
  }

  /// The words of a command.
  func build(into output: String, _ options: [String]) -> [String] {
    ["build", "--url", Self.origin, "--output", output] + options
  }

  /// An output folder whose site has all pictures, and of pages none that is as it will be: the next
  /// build writes them all. Each build has a new folder: a tree made where one has just been removed
  /// takes many times longer.
  func copyGround(to output: String) throws {
    if !FileManager.default.fileExists(atPath: folder.file("ground")) {
      _ = try build(into: "ground", "--owner", "Somebody else")
    }
    let copy = try Command.run("cp", ["-al", folder.file("ground"), folder.file(output)])
    guard copy.code == 0 else { throw ProvingError.failed(copy.errors) }
    // Nobody is to wait for what others have written.
    sync()
  }

  /// The program and all its words, to be started by others in the folder.
  func command(_ words: [String]) -> [String] {
    [program] + words + ["content", "themes", "locales"].flatMap { ["--\($0)", "\(here)/\($0)"] }
  }

  @discardableResult
  private func run(_ words: String...) throws -> String { try run(words) }

  func run(_ words: [String]) throws -> String {
    let command = command(words)
    let answer = try Command.run(command[0], Array(command.dropFirst()), in: folder.path)
    guard answer.code == 0 else { throw ProvingError.failed("\(words): \(answer.errors)") }
    return answer.output
  }
}
