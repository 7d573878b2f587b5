import Foundation
import Outside
import Proving
import Synchronization

/// A server on loopback that answers by a script, one request after the other, whatever is asked.
final class ScriptedServer: Sendable {
  enum Step: Sendable {
    case say(String)
    /// And closes the connection.
    case sayLast(String)
    /// Says nothing until the other side goes.
    case hang
    /// Hears the first bytes alone, says this and closes the connection.
    case interrupt(String)
  }

  struct Seen: Sendable {
    var connections = 0
    var requests: [Request] = []
  }

  struct Request: Sendable {
    let head: [String]
    let body: [UInt8]
  }

  let port: UInt16
  private let stage: Stage

  init(_ steps: [Step]) throws {
    let stage = Stage()
    self.stage = stage
    port = try stage.open()
    Thread.detachNewThread { stage.play(steps) }
  }

  deinit { stage.leave() }

  var seen: Seen { stage.seen.withLock { $0 } }
  var endpoint: String { "http://127.0.0.1:\(port)" }
  func url(_ target: String = "/") throws -> WebURL { try webURL(endpoint + target) }
}

/// Where the script is played. The thread that plays may be there a little longer than the server.
private final class Stage: Sendable {
  private let listener: Int32
  let seen = Mutex(ScriptedServer.Seen())

  init() {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(listener) }

  func open() throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) + listen(listener, 8) + getsockname(listener, $0, &length)
      }
    }
    guard code == 0 else { throw ProvingError.failed("no place to listen: \(errno)") }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Nobody comes in any more.
  func leave() { shutdown(listener, Int32(SHUT_RDWR)) }

  func play(_ steps: [ScriptedServer.Step]) {
    var visitor: Visitor?
    for step in steps {
      var request = visitor?.request(for: step)
      while request == nil {
        let next = accept(listener, nil, nil)
        guard next >= 0 else { return }
        visitor = Visitor(next)
        seen.withLock { $0.connections += 1 }
        request = visitor?.request(for: step)
      }
      guard let request else { return }
      seen.withLock { $0.requests.append(request) }
      switch step {
      case .say(let text): visitor?.hear(text)
      case .sayLast(let text), .interrupt(let text):
        visitor?.hear(text)
        visitor = nil
      case .hang: while visitor?.receive() != nil {}
      }
    }
  }
}

/// A connection, until nobody holds it.
private final class Visitor {
  private let socket: Int32

  init(_ socket: Int32) { self.socket = socket }
  deinit { close(socket) }

  /// Nil when the other side is gone.
  func request(for step: ScriptedServer.Step) -> ScriptedServer.Request? {
    if case .interrupt = step { return receive().map { .init(head: [], body: $0) } }
    var bytes: [UInt8] = []
    let mark = Array("\r\n\r\n".utf8)
    while bytes.firstRange(of: mark) == nil {
      guard let more = receive() else { return nil }
      bytes += more
    }
    guard let end = bytes.firstRange(of: mark) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let length = head.first { $0.hasPrefix("Content-Length: ") }.flatMap { Int($0.dropFirst(16)) }
    var body = Array(bytes[end.upperBound...])
    while body.count < length ?? 0 {
      guard let more = receive() else { return nil }
      body += more
    }
    return .init(head: head, body: body)
  }

  func receive() -> [UInt8]? {
    var some = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &some, some.count, 0)
    return count > 0 ? Array(some.prefix(count)) : nil
  }

  /// What the other side does not want any more is lost.
  func hear(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }
}

/// An answer as it goes over the wire.
func answer(_ status: String, _ fields: String = "", body: String = "") -> String {
  "HTTP/1.1 \(status)\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
}

func webURL(_ text: String) throws -> WebURL {
  guard let url = WebURL(text) else { throw ProvingError.failed("no address: \(text)") }
  return url
}
