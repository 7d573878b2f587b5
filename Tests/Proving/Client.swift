import Glibc

/// A client that says exactly what it is told, and never waits longer than its patience.
package final class Client {
  package static let patience = Duration.seconds(60)

  package struct Reply {
    package let status: Int
    package let head: [String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    package subscript(name: String) -> String? {
      head.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }
  }

  private let socket: Int32
  private var received: [UInt8] = []
  private var isBroken = false

  package init(port: UInt16, receiveBuffer: Int32? = nil) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    if var size = receiveBuffer {
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw ProvingError.failed("no connection: \(errno)") }
  }

  deinit { close(socket) }

  package func send(_ text: String) { send(Array(text.utf8)) }

  /// What the other side does not want any more is lost.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  package func get(_ target: String, _ fields: String = "") {
    send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n")
  }

  package func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Whether something, be it the end, comes within this time.
  package func hears(within time: Duration) -> Bool {
    var place = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = time.components
    return poll(&place, 1, Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)) > 0
  }

  /// The next answer; nil when the connection ends instead.
  package func reply(toHEAD isHEAD: Bool = false) throws -> Reply? {
    let mark = Array("\r\n\r\n".utf8)
    while received.firstRange(of: mark) == nil {
      guard try receive() else { return nil }
    }
    guard let end = received.firstRange(of: mark) else { return nil }
    let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self)
      .split(separator: "\r\n").map(String.init)
    received.removeFirst(end.upperBound)
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    let bare = Reply(status: status ?? 0, head: Array(lines.dropFirst()), body: [])
    let isChunked = !isHEAD && bare["Transfer-Encoding"] == "chunked"
    let length = isHEAD ? 0 : Int(bare["Content-Length"] ?? "") ?? 0
    guard let body = try isChunked ? chunks() : bytes(length) else { return nil }
    return Reply(status: bare.status, head: bare.head, body: body)
  }

  /// Nil when the connection ends before.
  private func bytes(_ count: Int) throws -> [UInt8]? {
    while received.count < count { guard try receive() else { return nil } }
    defer { received.removeFirst(count) }
    return Array(received.prefix(count))
  }

  /// A body in pieces, each after a line with its size, up to one of size 0.
  private func chunks() throws -> [UInt8]? {
    var body: [UInt8] = []
    while true {
      while received.firstRange(of: Array("\r\n".utf8)) == nil {
        guard try receive() else { return nil }
      }
      let line = received.prefix { $0 != UInt8(ascii: "\r") }
      guard let size = Int(String(decoding: line, as: UTF8.self), radix: 16) else {
        throw ProvingError.failed("no size of a piece: \(line)")
      }
      received.removeFirst(line.count + 2)
      guard let piece = try bytes(size + 2) else { return nil }
      body += piece.dropLast(2)
      if size == 0 { return body }
    }
  }

  /// Whether nothing comes any more but the end, as it should: not broken off.
  package func isEnded() throws -> Bool {
    let more = try receive()
    return !more && received.isEmpty && !isBroken
  }

  private func receive() throws -> Bool {
    guard hears(within: Self.patience) else { throw ProvingError.failed("nothing comes") }
    var some = [UInt8](repeating: 0, count: 65_536)
    let got = recv(socket, &some, some.count, 0)
    isBroken = got < 0
    guard got > 0 else { return false }
    received += some[..<got]
    return true
  }
}
