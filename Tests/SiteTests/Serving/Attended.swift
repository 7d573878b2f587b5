import Glibc
import Proving

/// A server of others that ends when nobody holds it any more, by whatever death: a shell stands
/// between us, and stops it when our end of its standard input closes.
final class Attended: Sendable {
  private let shell: Child

  /// Returns when somebody answers at the port.
  init(
    _ command: [String], at port: UInt16, in folder: String, environment: [String: String] = [:]
  ) throws {
    let script = """
      trap '' PIPE
      "$@" </dev/null >/dev/null &
      server=$!
      until (exec 3<>/dev/tcp/127.0.0.1/\(port)) 2>/dev/null; do
        kill -0 $server 2>/dev/null || exit 1
        sleep 0.02
      done
      echo ready
      read -r || true
      kill $server
      wait $server
      """
    let shell = try Child(
      "bash", ["-c", script, "bash"] + command, in: folder, environment: environment)
    try shell.read(until: "ready")
    self.shell = shell
  }

  deinit {
    shell.say("\n")
    shell.wait()
  }
}

/// A place where somebody could listen, or does: one request at a time, as it comes.
final class Listener: Sendable {
  let port: UInt16
  private let handle: Int32

  /// A port that was free a moment ago.
  static func freePort() throws -> UInt16 { try Listener().port }

  init() throws {
    let handle = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(handle, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(handle, address, length) == 0, listen(handle, 16) == 0 else { return Int32(-1) }
        return getsockname(handle, address, &length)
      }
    }
    self.handle = handle
    port = UInt16(bigEndian: address.sin_port)
    guard code == 0 else { throw ProvingError.failed("no port: \(errno)") }
  }

  deinit { close(handle) }

  /// The next request with its body, which gets this answer and then the end.
  func hear(answering answer: String) throws -> String {
    try Self.wait(for: handle)
    let peer = accept(handle, nil, nil)
    guard peer >= 0 else { throw ProvingError.failed("nobody came: \(errno)") }
    defer { close(peer) }
    var heard = ""
    while !Self.isWhole(heard) {
      try Self.wait(for: peer)
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = recv(peer, &bytes, bytes.count, 0)
      guard count > 0 else { throw ProvingError.failed("it says only \(heard)") }
      heard += String(decoding: bytes[..<count], as: UTF8.self)
    }
    let bytes = Array(answer.utf8)
    guard send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw ProvingError.failed("nobody wants the answer: \(errno)")
    }
    return heard
  }

  private static func isWhole(_ request: String) -> Bool {
    guard let head = request.firstRange(of: "\r\n\r\n") else { return false }
    let length = request[..<head.lowerBound].firstMatch(of: /(?i)content-length: ([0-9]+)/)
    return request[head.upperBound...].utf8.count >= length.flatMap { Int($0.1) } ?? 0
  }

  private static func wait(for handle: Int32) throws {
    var ready = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 60_000) > 0 else { throw ProvingError.failed("nothing comes") }
  }
}
