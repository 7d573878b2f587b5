import Foundation

/// `Bench [name,name ...]`: measures what is named, or all; one line for people and one for
/// machines each.
@main
enum Bench {
  static let all: [(name: String, run: @Sendable () async throws -> [Figure])] = [
    ("sqlite-commit", { try await commitsOnSQLite() }),
    ("postgres-commit", { try await commitsOnPostgres() }),
    ("point-reads", { try await pointReads() }),
    ("reads", { try await reads() }),
    ("ledger-transfers", { try await ledgerTransfers() }),
    ("ledger-flat", { try await ledgerFlat() }),
    ("ledger-audit", { try await ledgerAudit() }),
    ("theme-load", { try themeLoading() }),
    ("theme-render", { try themeRendering() }),
    ("theme-render-two", { try await themeRenderingTogether() }),
    ("compose", { try await composing() }),
    ("covers", { try covers() }),
    ("markdown", { try markdown() }),
    ("seed", { try seeding() }),
    ("sites", { try builtSites() }),
    ("large-sites", { try largeSites() }),
    ("follow", { try await following() }),
    ("follow-large", { try await followingMany() }),
    ("follow-hugo", { try await followingHugo() }),
    ("deploy", { try await deploying() }),
    ("deploy-large", { try await deployingMany() }),
    ("rollback", { try rollingBack() }),
    ("serve", { try serving() }),
    ("serve-crowded", { try servingInACrowd() }),
    ("endpoint", { try await endpoint() }),
    ("sign-ins", { try signIns() }),
    ("publish", { try publishing() }),
    ("sockets-idle", { try idleSockets() }),
    ("sockets-echo", { try echoing() }),
    ("builds", { try builds() }),
    ("hugo", { try await hugo() }),
  ]

  static func main() async {
    do {
      var words = CommandLine.arguments.dropFirst()
      // A bench that needs a second process starts this program again.
      if words.first == "child" {
        try await writeAsChild(Array(words.dropFirst()))
        return
      }
      if words.first == "echo" { return try serveEcho() }
      words = words.flatMap { $0.split(separator: ",").map(String.init) }[...]
      try await measure(Array(words))
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func measure(_ asked: [String]) async throws {
    let unknown = asked.filter { name in !all.contains { $0.name == name } }
    guard unknown.isEmpty else {
      let names = all.map(\.name).joined(separator: ", ")
      print("There is no bench \(unknown.joined(separator: ", ")); there are \(names).")
      exit(2)
    }
    for bench in all where asked.isEmpty || asked.contains(bench.name) {
      for figure in try await bench.run() { try figure.report() }
    }
  }
}

/// One measured thing, beside what it was measured against in the same run.
struct Figure: Codable {
  static let file = ".build/bench.jsonl"

  let name: String
  let value: Double
  let unit: String
  let ratio: Double
  let against: String

  func report() throws {
    let shown = value.formatted(.number.precision(.significantDigits(1...4)))
    let times = ratio.formatted(.number.precision(.fractionLength(2)))
    print("\(name): \(shown) \(unit), ×\(times) of \(against)")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(self) + Data("\n".utf8)
    if !FileManager.default.fileExists(atPath: Self.file) {
      try Data().write(to: URL(fileURLWithPath: Self.file))
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: Self.file))
    try file.seekToEnd()
    try file.write(contentsOf: line)
    try file.close()
  }
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return (ContinuousClock.now - start) / .seconds(1)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func shown(_ value: Double) -> String { value.formatted(.number.precision(.fractionLength(2))) }
