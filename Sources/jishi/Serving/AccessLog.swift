import Foundation
import Glibc
import HTTP
import Market
import Synchronization

/// A line for each request, in a file: an object of JSON. What was asked behind the question mark is not
/// in it, since it may be somebody's own.
final class AccessLog: Sendable {
  static let pause = Duration.milliseconds(200)
  /// What is not on the disk yet.
  private static let bytesMax = 1 << 20

  private let path: String
  private let proxies: Proxies
  private let waiting = Mutex<[UInt8]>([])

  /// Throws when nothing can be written there.
  init(_ path: String, _ proxies: Proxies) throws {
    (self.path, self.proxies) = (path, proxies)
    guard flush() else {
      throw UsageError("Nothing can be written to \(path): \(String(cString: strerror(errno))).")
    }
  }

  func note(_ exchange: Service.Exchange) {
    let line = Array((line(exchange) + "\n").utf8)
    waiting.withLock { waiting in
      // A disk that takes nothing must not take the memory.
      if waiting.count + line.count <= Self.bytesMax { waiting += line }
    }
  }

  /// Writes what has come together. The file is opened anew each time, so that whoever moves it away
  /// gets no more lines.
  @discardableResult
  func flush() -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
    guard file >= 0 else { return false }
    defer { close(file) }
    let lines = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    guard !lines.isEmpty else { return true }
    // Not under the lock: a slow disk would hold up all who are answered.
    let count = write(file, lines, lines.count)
    let rest = lines.dropFirst(max(0, count))
    if !rest.isEmpty { waiting.withLock { $0 = rest + $0 } }
    return count >= 0
  }

  private func line(_ exchange: Service.Exchange) -> String {
    let request = exchange.request
    let client = request.map(proxies.client)
    let fields = [
      ("time", "\"\(Self.time)\""), ("id", Self.quoted(exchange.id.text)),
      ("client", Self.quoted(client?.address ?? "")),
      ("method", Self.quoted(request?.method ?? "")),
      ("path", Self.quoted(request.map { String($0.target.prefix { $0 != "?" }) } ?? "")),
      ("status", "\(exchange.status.rawValue)"), ("bytes", "\(exchange.bytes)"),
      ("microseconds", "\(Int(exchange.time / .microseconds(1)))"),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  private static var time: String {
    Date(timeIntervalSince1970: Double(Instant.now.milliseconds) / 1_000)
      .formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
  }

  /// A method or a path has neither controls nor anything beyond ASCII.
  private static func quoted(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(safe)\""
  }
}
