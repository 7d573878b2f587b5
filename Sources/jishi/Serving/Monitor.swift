import Foundation
import Glibc
import HTTP
import Market
import Synchronization

/// What those who watch over the program ask, at an address of its own: whether it lives, whether it
/// has something to serve, and its numbers as Prometheus reads them.
final class Monitor: Sendable {
  /// In milliseconds; what takes longer is in none of them.
  private static let bounds: [Int64] = [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000]

  private struct Numbers {
    /// By their first digit.
    var statuses = [Int64](repeating: 0, count: 6)
    var bytes: Int64 = 0
    var times = [Int64](repeating: 0, count: Monitor.bounds.count)
    var time = Duration.zero
  }

  private let numbers = Mutex(Numbers())
  private let isReady: @Sendable () -> Bool
  private let server = Mutex<Server?>(nil)

  init(isReady: @escaping @Sendable () -> Bool) { self.isReady = isReady }

  /// Whose connections are counted.
  func watch(_ server: Server?) { self.server.withLock { $0 = server } }

  func note(_ exchange: Service.Exchange) {
    let milliseconds = Int64(exchange.time / .milliseconds(1))
    let place = Self.bounds.firstIndex { milliseconds < $0 }
    numbers.withLock { numbers in
      numbers.statuses[min(exchange.status.rawValue / 100, 5)] += 1
      numbers.bytes += exchange.bytes
      numbers.time += exchange.time
      if let place { numbers.times[place] += 1 }
    }
  }

  var service: Service {
    Service(
      clock: { Instant.now.milliseconds / 1_000 },
      answering: { [self] request, _ in
        switch (request.method, request.target) {
        case ("GET", "/health"), ("HEAD", "/health"): Answer(.ok, saying: "alive")
        case ("GET", "/ready"), ("HEAD", "/ready"):
          isReady() ? Answer(.ok, saying: "ready") : Answer(.serviceUnavailable, saying: "not yet")
        case ("GET", "/metrics"): Answer(.ok, saying: text)
        default: Answer(.notFound, saying: "There are /health, /ready and /metrics.")
        }
      })
  }

  private var text: String {
    let numbers = numbers.withLock { $0 }
    let counts = server.withLock { $0?.counts }
    var lines: [String] = []
    func add(_ name: String, _ kind: String, _ help: String, _ values: [(String, String)]) {
      lines += ["# HELP jishi_\(name) \(help)", "# TYPE jishi_\(name) \(kind)"]
      lines += values.map { "jishi_\(name)\($0) \($1)" }
    }
    add(
      "answers_total", "counter", "Answers by the first digit of their status.",
      (1...5).map { ("{status=\"\($0)xx\"}", "\(numbers.statuses[$0])") })
    add("answer_bytes_total", "counter", "Bytes of their bodies.", [("", "\(numbers.bytes)")])
    add(
      "answer_seconds", "histogram", "From the end of a request to its answer.",
      Self.histogram(numbers))
    add(
      "connections", "gauge", "Open connections, sockets among them.",
      [("", "\(counts?.connections ?? 0)")])
    add("sockets", "gauge", "Open sockets.", [("", "\(counts?.sockets ?? 0)")])
    add("memory_bytes", "gauge", "What the program has in memory.", [("", "\(Self.memory)")])
    return lines.joined(separator: "\n")
  }

  private static func histogram(_ numbers: Numbers) -> [(String, String)] {
    let all = numbers.statuses.reduce(0, +)
    var below: Int64 = 0
    var values: [(String, String)] = []
    for (bound, count) in zip(bounds, numbers.times) {
      below += count
      values.append(("_bucket{le=\"\(Double(bound) / 1_000)\"}", "\(below)"))
    }
    let seconds = numbers.time / .seconds(1)
    return values + [
      ("_bucket{le=\"+Inf\"}", "\(all)"), ("_sum", "\(seconds)"), ("_count", "\(all)"),
    ]
  }

  /// In pages, as Linux tells it.
  private static var memory: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
