import Foundation
import Proving

private let cleanSecondsMax = 180.0
private let incrementalSecondsMax = 15.0

/// What somebody who works here waits for: a debug build of a fresh clone, and of one edited file
/// that much else rests on.
func builds() throws -> [Figure] {
  let folder = try TemporaryFolder(in: NSTemporaryDirectory())
  for part in ["Package.swift", "Sources", "Tests", "bench"] {
    try FileManager.default.copyItem(atPath: part, toPath: folder.file(part))
  }
  let clean = try secondsToBuild(folder.path)
  let edited = folder.file("Sources/Store/Store.swift")
  let text = try String(contentsOfFile: edited, encoding: .utf8)
  try (text + "\npackage func addedByTheBench() -> Int { 1 }\n")
    .write(toFile: edited, atomically: true, encoding: .utf8)
  let incremental = try secondsToBuild(folder.path)
  return [
    Figure(
      name: "build-clean", value: clean, unit: "s", ratio: clean / cleanSecondsMax,
      against: "the limit of \(Int(cleanSecondsMax)) s"),
    Figure(
      name: "build-incremental", value: incremental, unit: "s",
      ratio: incremental / incrementalSecondsMax,
      against: "the limit of \(Int(incrementalSecondsMax)) s"),
  ]
}

private func secondsToBuild(_ folder: String) throws -> Double {
  let start = ContinuousClock.now
  let build = try Command.run("swift", ["build", "--build-tests"], in: folder)
  guard build.code == 0 else { throw ProvingError.failed(build.output + build.errors) }
  return (ContinuousClock.now - start) / .seconds(1)
}
