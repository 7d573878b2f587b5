import HTTP
import Synchronization

/// What a program that serves says while it goes on, and at its end.
final class Teller: Sendable {
  private let isJSON: Bool
  private let isVerbose: Bool
  private let requests = Atomic<Int64>(0)

  init(_ arguments: Arguments) {
    isJSON = arguments.has("json")
    isVerbose = arguments.has("verbose")
  }

  func say(_ line: String) {
    if isJSON { writeError(line + "\n") } else { writeLine(line) }
  }

  func note(_ exchange: Service.Exchange) {
    requests.add(1, ordering: .relaxed)
    if isVerbose { say(exchange.line) }
  }

  var report: Report {
    let count = requests.load(ordering: .relaxed)
    return Report(
      [("requests", .number(count))],
      lines: ["Answered \(count == 1 ? "1 request" : "\(count) requests"), ended as asked."])
  }
}

extension Service.Exchange {
  /// One line: the address of a request that could be read has neither blanks nor controls. Behind its
  /// question mark there may be a code.
  fileprivate var line: String {
    let asked = request.map { "\($0.method) \($0.target.prefix { $0 != "?" })" } ?? "-"
    return "\(status.rawValue) \(asked) \(bytes)"
  }
}
