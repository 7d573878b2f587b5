import Foundation
import Glibc
import HTTP
import Proving
import Synchronization

private let sockets = 5_000
private let idleBytesMax = 25_000.0
private let talkers = 64
private let seconds = 3.0
private let rounds = 3
private let word = "一百字节左右的一句话: about a hundred bytes of what people say as they work"
/// What is on its way on one socket at once.
private let window = 16

/// What a socket costs on which nothing is said, after something was: `Bench` as a server of its own.
func idleSockets() throws -> [Figure] {
  let server = try EchoServer.ours()
  defer { server.end() }
  let some = try open(100, server.port)
  try say(some)
  let before = try server.memory()
  let many = try open(sockets, server.port)
  try say(many)
  let each = Double(try server.memory() - before) / Double(sockets)
  withExtendedLifetime(some) {}
  return [
    Figure(
      name: "sockets-idle", value: each, unit: "bytes of memory each",
      ratio: each / idleBytesMax, against: "\(Int(idleBytesMax)), the limit, with \(sockets)")
  ]
}

/// Messages a second that come back, beside the same clients at a server of `websockets` from PyPI.
func echoing() throws -> [Figure] {
  let (ours, other) = (try EchoServer.ours(), try EchoServer.inPython())
  defer {
    ours.end()
    other.end()
  }
  var (own, others): ([Double], [Double]) = ([], [])
  for _ in 0..<rounds {
    own.append(try rate(at: ours.port))
    others.append(try rate(at: other.port))
  }
  let of = median(others)
  return [
    Figure(
      name: "sockets-echo", value: median(own), unit: "messages/s with \(talkers) sockets",
      ratio: median(own) / of, against: "websockets \(Int(of)) messages/s")
  ]
}

/// `Bench echo`: says back what it hears, until it is asked to end.
func serveEcho() throws {
  let said = Mutex<Server?>(nil)
  var service = Service(
    clock: { 0 }, responding: { _, _ in .socket(protocolName: "") })
  service.message = { socket, message in
    guard case .text(let text) = message else { return }
    said.withLock { $0 }?.send(SharedBytes(Array(text.utf8)), to: [socket])
  }
  service.limits.idle = .seconds(600)
  service.limits.silence = .seconds(600)
  guard let anywhere = Endpoint("127.0.0.1:0") else { preconditionFailure("it is an endpoint") }
  let server = try Server(at: anywhere, threads: 2, service)
  said.withLock { $0 = server }
  try FileHandle.standardOutput.write(contentsOf: Data("ready \(server.endpoint.port)\n".utf8))
  while true { pause() }
}

private func open(_ count: Int, _ port: UInt16) throws -> [SocketClient] {
  var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
  setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  return try (0..<count).map { _ in
    try SocketClient(port, "/", "Sec-WebSocket-Extensions: permessage-deflate\r\n")
  }
}

private func say(_ sockets: [SocketClient]) throws {
  for socket in sockets { socket.send(word) }
  for socket in sockets {
    guard try socket.message() != nil else { throw ProvingError.failed("nothing came back") }
  }
}

/// Two threads with half of the sockets each; each socket has a window of messages on its way.
private func rate(at port: UInt16) throws -> Double {
  let all = Atomic(0)
  let start = ContinuousClock.now
  try together(2) { _ in
    let own = try (0..<talkers / 2).map { _ in try SocketClient(port) }
    while ContinuousClock.now - start < .seconds(seconds) {
      for socket in own { for _ in 0..<window { socket.send(word) } }
      for socket in own {
        for _ in 0..<window {
          guard try socket.message() != nil else { throw ProvingError.failed("it ended") }
          all.add(1, ordering: .relaxed)
        }
      }
    }
  }
  return Double(all.load(ordering: .relaxed)) / ((ContinuousClock.now - start) / .seconds(1))
}

private struct EchoServer {
  private let child: Child
  let port: UInt16

  static func ours() throws -> EchoServer {
    try EchoServer(Child(Command.ours("Bench"), ["echo"]))
  }

  static func inPython() throws -> EchoServer {
    try EchoServer(Child(SocketScripts.python, [SocketScripts.path("serve.py")]))
  }

  private init(_ child: Child) throws {
    self.child = child
    let said = try child.read(until: "ready ")
    guard let found = said.firstMatch(of: /ready (\d+)/), let port = UInt16(found.1) else {
      throw ProvingError.failed("the server says \(said)")
    }
    self.port = port
  }

  /// In bytes, as Linux counts what is in memory.
  func memory() throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(child.id)/statm", encoding: .utf8)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  func end() {
    child.signal(SIGKILL)
    child.wait()
  }
}
