import Foundation

/// `Bench [name ...]`: measures what is named, or all; one line for people and one for machines
/// each.
@main
enum Bench {
  static let all: [String: @Sendable () async throws -> [Figure]] = [
    "sqlite-commit": { try await commitsOnSQLite() },
    "postgres-commit": { try await commitsOnPostgres() },
    "point-reads": { try await pointReads() },
  ]

  static func main() async {
    let asked = CommandLine.arguments.dropFirst().flatMap { $0.split(separator: ",") }.map(
      String.init)
    let unknown = asked.filter { all[$0] == nil && $0 != "child" }
    if asked.first == "child" {
      do { try await child(Array(CommandLine.arguments.dropFirst(2))) } catch { print(error) }
      return
    }
    guard unknown.isEmpty else {
      print(
        "There is no bench \(unknown.joined(separator: ", ")); there are \(all.keys.sorted().joined(separator: ", "))."
      )
      exit(2)
    }
    for name in asked.isEmpty ? all.keys.sorted() : asked {
      do {
        for figure in try await all[name]?() ?? [] { figure.report() }
      } catch {
        print("\(name): \(error)")
        exit(1)
      }
    }
  }
}

/// One measured thing, beside what it was measured against in the same run.
struct Figure: Codable {
  let name: String
  let value: Double
  let unit: String
  let ratio: Double
  let against: String

  func report() {
    let shown = value.formatted(.number.precision(.significantDigits(1...4)))
    let times = ratio.formatted(.number.precision(.fractionLength(2)))
    print("\(name): \(shown) \(unit), ×\(times) of \(against)")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(self),
      let file = FileHandle(forUpdatingAtPath: ".build/bench.jsonl")
    else { return }
    file.seekToEndOfFile()
    file.write(line + Data("\n".utf8))
  }
}
