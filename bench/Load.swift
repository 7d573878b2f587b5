import Foundation
import Glibc
import Proving

/// How many clients ask at once.
let clientsUsual = 64
private let seconds = 4

/// What `wrk` saw.
struct Load {
  let rate: Double
  /// In milliseconds.
  let tail: Double

  init(_ address: String, script: String? = nil) throws {
    let more = script.map { ["-s", $0] } ?? []
    let run = try Command.run(
      "wrk", ["-t1", "-c\(clientsUsual)", "-d\(seconds)s", "--latency"] + more + [address])
    guard let rate = run.output.firstMatch(of: /Requests\/sec:\s+([\d.]+)/),
      let tail = run.output.firstMatch(of: /99%\s+([\d.]+)(us|ms|s)/),
      let perSecond = Double(rate.1), let time = Double(tail.1)
    else { throw ProvingError.failed("wrk says \(run.output)\(run.errors)") }
    // An error is quick, and would look well.
    if run.output.contains("Non-2xx") { throw ProvingError.failed(run.output) }
    self.rate = perSecond
    let scale: Double = ["us": 0.001, "ms": 1, "s": 1_000][String(tail.2)] ?? 1
    self.tail = time * scale
  }
}

/// The program as it is shipped.
final class Ours {
  private let child: Child
  let port: UInt16

  /// Just the files of a site.
  convenience init(site: String) throws {
    let output = (site as NSString).deletingLastPathComponent
    try self.init(["serve", "--only", "files", "--output", output])
  }

  init(
    _ words: [String], program: String = ".build/release/jishi", in folder: String? = nil
  ) throws {
    child = try Child(program, words + ["--listen", "127.0.0.1:0"], in: folder)
    let said = try child.read(until: "Serving")
    guard let found = said.firstMatch(of: /127\.0\.0\.1:(\d+)\//), let port = UInt16(found.1) else {
      throw ProvingError.failed("jishi says \(said)")
    }
    self.port = port
  }

  func address(of path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  func peakMegabytes() throws -> Double { try megabytesAtPeak(of: child) }

  func end() {
    child.signal(SIGTERM)
    child.wait()
  }
}
